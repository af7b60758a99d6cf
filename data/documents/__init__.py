"""Papers that leave the station: states of a report, its short code, the register, changes after freezing."""
