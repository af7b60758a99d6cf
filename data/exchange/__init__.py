"""Figures and definitions in and out of the program, in the forms other programs write and read."""
