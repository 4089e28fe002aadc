"""`python -m tests.portals clean a11y-alt-none`: serve portals until Ctrl+C."""

import argparse
import sys
import threading

from rich.console import Console
from tests.portals.faults import faults
from tests.portals.serving import browser_arguments, others, served

console = Console(width=200)


def main() -> int:
    """Serve the portals that were named; `--list` names every fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.portals", description=__doc__)
    parser.add_argument("names", nargs="*", default=["clean"])
    parser.add_argument("--https", action="store_true", default=None)
    parser.add_argument("--list", action="store_true")
    wanted = parser.parse_args()
    if wanted.list:
        for one in faults().values():
            console.print(f"{one.code:32} {', '.join(one.finds):48} {one.what.vi}")
        return 0
    with others() as beside, served(wanted.names, secure=wanted.https) as portals:
        for name, address in portals.items():
            console.print(f"{address}  {name}")
        console.print("chromium", *browser_arguments(beside))
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
