"""Sizes that keep the house habitable: no file, function, class or template grows past them."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILE_LINES, FUNCTION_LINES, CLASS_LINES, POSITIONAL = 400, 50, 250, 3
TEMPLATE_LINES, TEST_FUNCTION_LINES, COMPLEXITY_OF_TASTE = 150, 60, 10

pytestmark = pytest.mark.once


def sources(folder: str):
    return [p for p in (ROOT / folder).rglob("*.py") if "migrations" not in p.parts]


def too_big(path: Path, source: str, *, function_lines: int) -> list[str]:
    """Name everything in a Python source that is over the house's limits."""
    found = []
    lines = source.count("\n")
    if lines > FILE_LINES:
        found.append(f"{path}: {lines} lines, at most {FILE_LINES}")
    for node in ast.walk(ast.parse(source)):
        size = (node.end_lineno or 0) - node.lineno + 1 if hasattr(node, "lineno") else 0
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if size > function_lines:
                found.append(f"{path}:{node.lineno} {node.name}: {size} lines")
            taken = [
                a for a in node.args.posonlyargs + node.args.args if a.arg not in {"self", "cls"}
            ]
            if len(taken) > POSITIONAL and not node.name.startswith("test_"):
                found.append(
                    f"{path}:{node.lineno} {node.name}: {len(taken)} positional parameters"
                )
        if isinstance(node, ast.ClassDef) and size > CLASS_LINES:
            found.append(f"{path}:{node.lineno} {node.name}: {size} lines")
    return found


def test_python_stays_small():
    found = []
    for path in sources("src"):
        found += too_big(path.relative_to(ROOT), path.read_text(), function_lines=FUNCTION_LINES)
    for path in sources("tests"):
        found += too_big(
            path.relative_to(ROOT), path.read_text(), function_lines=TEST_FUNCTION_LINES
        )
    assert found == []


def test_templates_stay_small():
    found = [
        f"{path.relative_to(ROOT)}: {lines} lines"
        for path in (ROOT / "src").rglob("jinja2/**/*.html")
        if (lines := path.read_text().count("\n")) > TEMPLATE_LINES
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("x = 1\n" * 401, "401 lines"),
        ("def long():\n" + "    x = 1\n" * 50, "long: 51 lines"),
        ("class Large:\n" + "    x = 1\n" * 250, "Large: 251 lines"),
        ("def f(a, b, c, d):\n    pass\n", "4 positional parameters"),
    ],
)
def test_a_breach_is_found(source, words):
    found = too_big(Path("breach.py"), source, function_lines=FUNCTION_LINES)

    assert any(words in line for line in found)
