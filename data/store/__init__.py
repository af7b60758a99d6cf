"""The station file: the only place with SQL."""
