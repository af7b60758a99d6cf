"""Tests of the example station."""
