"""Tests of data.exchange."""
