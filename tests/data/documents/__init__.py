"""Papers: states, codes, the register, changes."""
