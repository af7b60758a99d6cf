"""One report per module, each with one REPORT."""
