"""The catalogue: reading, checking and compiling the files that say what codes mean."""
