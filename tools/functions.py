# noqa: INP001 -- a script, not a package
"""Write docs/reference/functions.md: every function of the merged system, and what shows it.

    python tools/functions.py            # write the page
    python tools/functions.py --check    # change nothing; exit 1 where it is stale or has a gap

The functions stand in tools/functions.yaml; a test names those it shows with
`@pytest.mark.shows("P3", "CN05")`, a whole file with `pytestmark`. Tests are read, not run."""

import argparse
import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/reference/functions.md"
LIST = ROOT / "tools/functions.yaml"
SHOWN_EACH = 6
HEADER = """# Functions of the merged system, and what shows each

Written by `python tools/functions.py` from the marks in the tests (`@pytest.mark.shows`).
Do not edit.
Journeys run in a real browser against the real server, worker and mail server. At most {most} tests
are named for a function, journeys first; the number beside them counts all.
"""


@dataclass(frozen=True, slots=True, order=True)
class Shown:
    """A test that shows functions; journeys sort first."""

    not_a_journey: bool
    path: str
    name: str


def marks(tree: ast.AST) -> tuple[str, ...]:
    """Give the codes of every `pytest.mark.shows(...)` within an expression."""
    return tuple(
        str(argument.value)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.shows"
        for argument in call.args
        if isinstance(argument, ast.Constant)
    )


def shown_in(path: Path) -> Iterator[tuple[str, Shown]]:
    """Give (code, test) for every mark of a file."""
    module = ast.parse(path.read_text("utf-8"))
    where = path.relative_to(ROOT).as_posix()
    every = tuple(
        code
        for node in module.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark"
        for code in marks(node.value)
    )
    for node, above in _tests(module):
        own = tuple(code for mark in node.decorator_list for code in marks(mark))
        for code in dict.fromkeys((*every, *above, *own)):
            yield code, Shown("journeys" not in path.parts, where, node.name)


def _tests(module: ast.Module) -> Iterator[tuple[ast.FunctionDef, tuple[str, ...]]]:
    """Give every test with the codes of the class it stands in."""
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            above = tuple(code for mark in node.decorator_list for code in marks(mark))
            inside = [(one, above) for one in node.body]
        else:
            inside = [(node, ())]
        for one, codes in inside:
            if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"):
                yield one, codes


def collect() -> dict[str, list[Shown]]:
    """Give the tests by code, sorted."""
    found: dict[str, list[Shown]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for code, test in shown_in(path):
            found.setdefault(code, []).append(test)
    return {code: sorted(tests) for code, tests in found.items()}


def page(groups: list[dict], found: dict[str, list[Shown]]) -> str:
    """Write the page."""
    lines = [HEADER.format(most=SHOWN_EACH)]
    for group in groups:
        lines += [f"## {group['title']}", "", "| | Function | Shown by |", "|---|---|---|"]
        for code, row in group["functions"].items():
            name = f"{row['vi']} ({row['en']})"
            lines.append(f"| {code} | {name} | {_cell(row, found.get(code, []))} |")
        lines.append("")
    return "\n".join(lines)


def _cell(row: dict, tests: list[Shown]) -> str:
    if not tests:
        later = f"later: {row['later']}" if "later" in row else "—"
        return "not read in any source we have" if row.get("unknown") else later
    names = [f"[{test.name.removeprefix('test_')}](../../{test.path})" for test in tests]
    more = f" and {len(names) - SHOWN_EACH} more" if len(names) > SHOWN_EACH else ""
    return f"{len(names)}: " + "; ".join(names[:SHOWN_EACH]) + more


def problems(groups: list[dict], found: dict[str, list[Shown]]) -> list[str]:
    """Name the functions that no test shows, and the marks that name no function."""
    known = {code: row for group in groups for code, row in group["functions"].items()}
    gaps = [
        f"{code}: no test shows “{row['vi']}”"
        for code, row in known.items()
        if code not in found and "later" not in row and not row.get("unknown")
    ]
    strange = [
        f"{code}: no such function in tools/functions.yaml" for code in found if code not in known
    ]
    return gaps + strange


def main() -> int:
    """Write or check the page; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    checking = parser.parse_args().check
    groups = YAML(typ="safe").load(LIST.read_text("utf-8"))["groups"]
    found = collect()
    text = page(groups, found)
    wrong = problems(groups, found)
    if checking and (not PAGE.exists() or PAGE.read_text("utf-8") != text):
        wrong.append(f"{PAGE.relative_to(ROOT)} is stale; run: python tools/functions.py")
    if not checking:
        PAGE.write_text(text, "utf-8")
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
