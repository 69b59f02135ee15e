"""Tries every fault, and prints how often it was tried and what failed."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.faults import damage, disks, kills, odd_streams
from tests.faults.running import Tried

Test = Callable[[Path], Tried]
TESTS: dict[str, list[Test]] = {
    "kills": [
        *(partial(kills.at_every_step, number=number) for number in (signal.SIGKILL, *kills.SOFT)),
        partial(kills.at_any_moment, tries=50),
        partial(kills.together, tries=20),
    ],
    "streams": [odd_streams.every_stream],
    "cache": [damage.every_damage],
    "disks": [disks.limited, *([disks.full] if disks.can_mount() else [])],
}


def main() -> int:
    """Run the tests of the kinds that are asked for."""
    parser = argparse.ArgumentParser(description="Try faults of the machine around a run.")
    parser.add_argument("--only", choices=sorted(TESTS), nargs="+", default=list(TESTS))
    has_failed = False
    for kind in parser.parse_args().only:
        for test in TESTS[kind]:
            with tempfile.TemporaryDirectory() as folder:
                tried = test(Path(folder) / "stage")
            print(f"{tried.kind:48} {tried.tries:4} tries {len(tried.failures):4} failures", flush=True)
            for failure in tried.failures:
                print(f"    {failure}", flush=True)
            has_failed |= bool(tried.failures)
    return int(has_failed)


if __name__ == "__main__":
    sys.exit(main())
