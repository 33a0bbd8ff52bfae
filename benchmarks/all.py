"""Every measurement in one run, each as its own process, one after the other.

    python benchmarks/all.py [NAME …]

Names are those of the files beside this one. Ratios mean most on an idle machine.
"""

import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
OCTOBER = str(ROOT / "scenes" / "october")
RUNS: dict[str, tuple[str, ...]] = {
    "version": (),
    "start": (),
    "choice": (),
    "lists": (),
    "random_play": (OCTOBER,),
    "debriefs": (OCTOBER,),
    "proof": (OCTOBER,),
    "check": (OCTOBER,),
    "preview": (),
    "hostile": (),
    "mangled": (),
    "kill": (),
    "edits": (),
    "parity": (),
    "oracle": (),
    "phones": (),
}
"""What is run, with its arguments, in this order."""


def main() -> int:
    """Run what was named, or everything; the exit code is that of the worst."""
    names = sys.argv[1:] or list(RUNS)
    unknown = [name for name in names if name not in RUNS]
    if unknown:
        print(f"no benchmark {unknown[0]!r}; there are: {', '.join(RUNS)}")
        return 2
    worst = 0
    for name in names:
        print(f"== {name}", flush=True)
        started = time.perf_counter()
        command = [sys.executable, str(HERE / f"{name}.py"), *RUNS[name]]
        worst = max(worst, abs(subprocess.run(command, check=False).returncode))
        print(f"   ({time.perf_counter() - started:.0f} s)\n", flush=True)
    return worst


if __name__ == "__main__":
    sys.exit(main())
