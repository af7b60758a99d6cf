"""What is true: figures, periods, the catalogue, rules and the station file; no Qt, no drawing."""

__version__ = "0.1.0"
"""Version of the program; ``setup.cfg`` takes it from here."""
