"""The contracts hold, and each of them fails on a deliberate breach."""

import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
CASEWORK = {
    "forms", "workflow", "documents", "payments", "procedures", "dossiers", "feedback", "exchange",
    "notifications",
}  # fmt: skip
OVERSIGHT = {"measurement", "evaluation"}

pytestmark = pytest.mark.once

BREACHES = [
    ("down-only", "kernel/breach.py", "import motcua.journal.events\n"),
    ("down-only", "newcomer/__init__.py", ""),
    ("inside", "dossiers/rules/breach.py", "import motcua.dossiers.queries\n"),
    ("inside", "payments/drawer.py", ""),
    ("pages-without-tables", "portal/breach.py", "import motcua.dossiers.models\n"),
    ("payments-owns-its-tables", "dossiers/queries/breach.py", "import motcua.payments.models\n"),
    ("journal-owns-its-tables", "payments/queries_breach.py", "import motcua.journal.models\n"),
    ("plain-rules", "workflow/rules/breach.py", "import django.db\n"),
    ("plain-rules", "kernel/breach.py", "import django\n"),
    ("no-cycles", "kernel/breach.py", "import motcua.journal.values\n"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the house in which things may be broken."""
    place = tmp_path_factory.mktemp("house")
    ignore = shutil.ignore_patterns("__pycache__", "static", "locale", "fonts")
    shutil.copytree(ROOT / "src", place / "src", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", place)
    return place


def lint(place: Path, contract: str):
    return subprocess.run(
        [BIN / "lint-imports", "--no-cache", "--no-logo", "--contract", contract],
        cwd=place,
        env={"PYTHONPATH": str(place / "src"), "PATH": str(BIN)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("contract", "file", "source"), BREACHES)
def test_a_breach_of_a_contract_fails(copy, contract, file, source):
    path = copy / "src" / "motcua" / file
    new_folder = not path.parent.exists()
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'"""A breach."""\n{source}')
    try:
        done = lint(copy, contract)
    finally:
        path.unlink()
        if new_folder:
            path.parent.rmdir()

    assert done.returncode != 0, done.stdout
    assert "BROKEN" in done.stdout or "missing layers" in done.stdout.lower(), done.stdout


def test_the_copy_itself_is_clean(copy):
    done = lint(copy, "down-only")

    assert done.returncode == 0, done.stdout + done.stderr


def wings_apart(graph: grimp.ImportGraph) -> list[str]:
    """Name every import between the two wings, either way."""
    found = []
    for module in graph.modules:
        for imported in graph.find_modules_directly_imported_by(module):
            one, other = _package(module), _package(imported)
            if (one in CASEWORK and other in OVERSIGHT) or (one in OVERSIGHT and other in CASEWORK):
                found.append(f"{module} -> {imported}")
    return sorted(found)


def test_the_wings_do_not_know_each_other():
    assert wings_apart(grimp.build_graph("motcua", cache_dir=None)) == []


def test_a_breach_between_the_wings_is_found():
    graph = grimp.ImportGraph()
    graph.add_import(importer="motcua.measurement.queries", imported="motcua.dossiers.queries")

    assert wings_apart(graph) == ["motcua.measurement.queries -> motcua.dossiers.queries"]


def _package(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("import datetime\n\nNOW = datetime.datetime.now()\n", "TID251"),
        ("from django.utils import timezone\n\nNOW = timezone.now()\n", "TID251"),
        ("from django.dispatch import receiver\n", "TID251"),
        ("from django.contrib import admin\n", "TID251"),
        ("import yaml\n", "TID251"),
        ("def f(flag: bool) -> bool:\n    return flag\n", "FBT001"),
    ],
)
def test_the_linter_refuses_what_the_house_refuses(source, rule):
    done = subprocess.run(
        [BIN / "ruff", "check", "--stdin-filename", "src/motcua/dossiers/breach.py", "-"],
        input=source,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert rule in done.stdout


def test_untyped_code_is_refused(tmp_path):
    (tmp_path / "breach.py").write_text("def f(x):\n    return x\n")
    done = subprocess.run(
        [BIN / "mypy", "--strict", "--config-file=", str(tmp_path / "breach.py")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "no-untyped-def" in done.stdout
