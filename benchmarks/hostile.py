"""The hostile corpus as a table: code, processor seconds and megabytes of each case.

Run as `python benchmarks/hostile.py`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Measure every case in a process of its own and print the table."""
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])
    run = subprocess.run(
        [sys.executable, "-m", "loading.measuring"],
        env=os.environ | {"PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    costs = [json.loads(line) for line in run.stdout.splitlines()]
    print(f"{'case':56} {'code':20} {'s':>6} {'MB':>5}")
    for cost in costs:
        print(_row(cost))
    print("\nThe slowest and the largest:")
    print(_row(max(costs, key=lambda cost: cost["seconds"])))
    print(_row(max(costs, key=lambda cost: cost["megabytes"])))


def _row(cost: dict[str, str | float]) -> str:
    name, said = cost["case"], cost["said"] or "accepted"
    return f"{name:56} {said:20} {cost['seconds']:6.3f} {cost['megabytes']:5.0f}"


if __name__ == "__main__":
    main()
