"""A believable commune station, invented: every figure of it is an example and marked as one.

About 4,100 people, 2022 to 2024 complete, 2025 broken off in its third quarter. The figures keep every validation rule
of the catalogue and miss some targets honestly; forms that only higher levels keep stay empty.
"""

from __future__ import annotations

from data.example.station import ExampleStation, generate, multiply
from data.example.writing import write_example, write_station

__all__ = ["ExampleStation", "generate", "multiply", "write_example", "write_station"]
