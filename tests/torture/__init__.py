"""Long tests, run by ``make torture``."""
