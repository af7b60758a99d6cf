"""An independent evaluator, written from the definitions alone, and what is held against it.

The modules ``definitions``, ``spans``, ``formula``, ``figures``, ``oracle``, ``paper``,
``verdicts`` and ``rules`` import nothing of the program: they read the catalogue's files as data
and follow the contract clause by clause, as plainly as possible.
"""
