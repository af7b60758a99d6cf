"""Mirrors data/narrative."""
