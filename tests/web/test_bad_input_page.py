"""docs/reference/bad-input.md counts what is proven; the numbers are those of the tests."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "bad-input.md"
ROW = re.compile(r"^\| .+ \| `(tests/[\w/]+\.py)::(\w+)` \| (\d+) \|$", re.MULTILINE)


def collected(files):
    """Count the cases of every test in `files`, as pytest finds them."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-p", "tests.store", *files]
    options = ["-o", "addopts=--import-mode=importlib -p no:cacheprovider", "-q"]
    found = subprocess.run(
        [*command, *options], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names = (line.partition("[")[0] for line in found.stdout.splitlines() if "::" in line)
    return Counter(names)


def test_every_number_on_the_page_is_the_number_of_cases():
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    counts = collected(sorted({file for file, _, _ in rows}))
    assert {f"{file}::{name}": int(number) for file, name, number in rows} == {
        f"{file}::{name}": counts[f"{file}::{name}"] for file, name, _ in rows
    }


def test_the_sum_on_the_page_is_the_sum_of_its_rows():
    text = PAGE.read_text(encoding="utf-8")
    total = sum(int(number) for _, _, number in ROW.findall(text))
    assert f"Together {total} cases." in text
