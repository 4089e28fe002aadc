"""Our own portal judged by our own tool, and what we publish of it.

    python -m tests.own_audit            # serve it, audit it, say how it fares
    python -m tests.own_audit --write    # and write docs/own-portal/ anew

What is published says the same grade and the same faults as an audit of today; speed is left out
of that comparison, for it differs from machine to machine.
"""

import argparse
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.own_portal import LOAD_TOKEN, OwnPortal, own_portal
from tests.processes import ROOT, run

ANSWERS = ROOT / "docs/self-assessment.yaml"
PUBLISHED = ROOT / "docs/own-portal"
SETS = ("qd-473/2024-placeholder", "users-view/2024-placeholder")
PAGES = 12
PATIENCE = 600
NOISY = ("performance.",)
"""Facts that differ from run to run by more than the portal does."""


@dataclass(frozen=True)
class Fares:
    """An audit as it was judged: the report as read, and the folder that it stands in."""

    report: dict
    folder: Path

    @property
    def grades(self) -> dict:
        """The grade by the name of its set; "" while something is open."""
        return {
            one["set"]: "" if one["provisional"] else one["grade"]
            for one in self.report["judgements"]
        }

    @property
    def faults(self) -> list:
        """The keys of all faults but those of speed."""
        keys = (one["key"] for one in self.report["findings"])
        return sorted(key for key in keys if not key.startswith(NOISY))

    def criteria(self, name: str) -> list:
        """Give the criteria of a set with their points."""
        return next(
            one["result"]["criteria"] for one in self.report["judgements"] if one["set"] == name
        )

    def summary(self) -> dict:
        """Give what is published to compare with."""
        standing = {
            name: {one["code"]: one["standing"] for one in self.criteria(name)} for name in SETS
        }
        return {"grades": self.grades, "faults": self.faults, "standing": standing}


def audited(portal: OwnPortal, folder: Path) -> Fares:
    """Audit a portal that is being served, with the command that everybody has."""
    given = [
        *("--pages", str(PAGES), "--pace", "0", "--fresh", "--out", str(folder)),
        *("--format", "json", "--answers", str(ANSWERS), "--load-token", LOAD_TOKEN),
        *(word for name in SETS for word in ("--set", name)),
    ]
    run("-m", "motcua.cli", "audit", portal.url, *given, env=portal.environment, timeout=PATIENCE)
    (report,) = folder.glob("*/report.json")
    return Fares(json.loads(report.read_bytes()), report.parent)


def published() -> dict:
    """Give what was published last."""
    return json.loads((PUBLISHED / "summary.json").read_bytes())


def main() -> None:
    """Audit, tell, and write what is published where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write docs/own-portal/ anew")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="own-audit-") as place:
        folder = Path(place)
        os.environ["MOTCUA_HOME"] = str(folder / "writing")
        with own_portal(folder / "portal") as portal:
            found = audited(portal, folder / "audit")
        sys.stdout.write(f"{json.dumps(found.summary(), ensure_ascii=False, indent=1)}\n")
        if wanted.write:
            from tests.own_portal_page import write  # noqa: PLC0415 -- needs Django's settings

            write(found, portal.url)


if __name__ == "__main__":
    main()
