"""`octgame --version` in CPU time, paired with `python -c pass`.

python benchmarks/version.py [--runs 31]
"""

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path


def cpu_of(command: list[str]) -> float:
    """CPU seconds of one run."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print the medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=31)
    runs = parser.parse_args().runs
    octgame = str(Path(sys.executable).with_name("octgame"))
    pairs = [
        (cpu_of([sys.executable, "-c", "pass"]), cpu_of([octgame, "--version"]))
        for _ in range(runs + 1)
    ][1:]
    base = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(ours / base for base, ours in pairs)
    print(f"python -c pass      {base * 1000:5.1f} ms")
    print(f"octgame --version   {ours * 1000:5.1f} ms")
    print(f"ratio, median of pairs: {ratio:.2f}")


if __name__ == "__main__":
    main()
