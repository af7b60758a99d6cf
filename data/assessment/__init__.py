"""The yearly self-assessment: criteria sets, points, verdict, dry run, evidence. Pure functions and named tuples.

Source: CONTRACT sections 2 (assess) and 3 (criteria sets).
"""
