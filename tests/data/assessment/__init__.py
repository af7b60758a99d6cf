"""Mirrors data/assessment."""
