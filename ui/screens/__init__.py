"""One screen of the window per module."""
