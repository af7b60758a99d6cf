"""What is true: figures, periods, the catalogue, rules and the station file; no Qt, no drawing."""
