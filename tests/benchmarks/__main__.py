"""Measures everything once and prints the table; nothing outside a scratch folder is written."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.table import BENCHES, lines_of, table_of
from tests.benchmarks.workshop import Workshop


def main(names: list[str]) -> None:
    """Print the table; names of modules limit it to their rows."""
    begun = perf_counter()
    with tempfile.TemporaryDirectory(prefix="so-tram-bench-") as folder:
        workshop = Workshop(Path(folder))
        lines = []
        for bench in BENCHES:
            name = bench.measure.__module__.rpartition(".")[2]
            if names and name not in names:
                continue
            print(f"measuring: {name} …", file=sys.stderr, flush=True)
            lines += lines_of(bench, workshop)
    print(table_of(lines))
    print(f"\nRatios of times taken in turn in this run, middle of all rounds; {perf_counter() - begun:.0f} s in all.")


if __name__ == "__main__":
    main(sys.argv[1:])
