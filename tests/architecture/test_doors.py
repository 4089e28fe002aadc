"""HTTP only under the roof; the clock only at the doors; no traces left out."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src" / "motcua"
ROOF = {"web", "portal", "desk", "observatory", "api", "config"}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "services_layer", "managers", "misc"}
MOMENTS = {"at", "now", "self.at", "by.at", "clock.now()"}
NOT_APPS = {"motcua.forms", "motcua.workflow", "motcua.kernel"}

pytestmark = pytest.mark.once


def modules():
    return [p for p in ROOT.rglob("*.py") if "migrations" not in p.parts]


def imports(source: str) -> set[str]:
    """Name every module a source imports."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def http_outside(package: str, source: str) -> set[str]:
    """Name what of HTTP a source outside the roof imports."""
    if package in ROOF:
        return set()
    doors = ("django.http", "django.shortcuts", "django.views", "django.urls", "django.test")
    return {name for name in imports(source) if name.startswith(doors)}


def verbs_without_actor(source: str) -> set[str]:
    """Name public verbs that write a fact but are not told by whom and when."""
    found = set()
    for node in ast.parse(source).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        named = {a.arg for a in node.args.kwonlyargs + node.args.args}
        records = any(isinstance(n, ast.Name) and n.id == "record" for n in ast.walk(node))
        if records and not {"by", "at"} <= named:
            found.add(node.name)
    return found


def days_of_no_place(source: str) -> list[str]:
    """Name the moments whose day a source takes as it is, which in UTC is yesterday's till seven.

    What is `local`, or was just given a zone, has the day of that place.
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of = ast.unparse(node.func.value)
            if node.func.attr == "date" and not node.args and of in MOMENTS:
                found.append(of)
    return found


@pytest.mark.parametrize("moment", ["at", "now", "clock.now()"])
def test_the_day_of_a_moment_is_found_where_no_place_is_named(moment):
    assert days_of_no_place(f"day = {moment}.date()") == [moment]
    assert days_of_no_place(f"day = {moment}.astimezone(HANOI).date()") == []


def test_no_page_takes_the_day_in_utc():
    found = {str(p.relative_to(ROOT)): days_of_no_place(p.read_text()) for p in modules()}
    assert {path: days for path, days in found.items() if days} == {}


def test_the_day_of_a_moment_is_asked_of_the_calendar():
    spelled = ".astimezone(HANOI).date()"
    found = [p.relative_to(ROOT) for p in modules() if spelled in p.read_text()]
    assert found == [Path("kernel/calendar/hours.py")]


def test_http_stays_under_the_roof():
    found = {
        str(path.relative_to(ROOT)): names
        for path in modules()
        if (names := http_outside(path.relative_to(ROOT).parts[0], path.read_text()))
    }
    assert found == {}


def test_a_verb_that_writes_knows_by_whom_and_when():
    found = {
        str(path.relative_to(ROOT)): names
        for path in modules()
        if "actions" in path.parts or path.stem == "actions"
        if (names := verbs_without_actor(path.read_text()))
    }
    assert found == {}


def test_pure_packages_are_no_django_apps():
    settings = (ROOT / "config" / "settings.py").read_text()
    assert not [name for name in NOT_APPS if f'"{name}"' in settings]


def test_no_package_is_a_drawer():
    found = [p for p in ROOT.rglob("*") if p.stem in FORBIDDEN_NAMES]
    assert found == []


def test_nobody_silences_a_rule_without_saying_why():
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in modules()
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if ("noqa" in line and " -- " not in line)
        or ("type: ignore" in line and "type: ignore[" not in line)
    ]
    assert found == []


def test_a_breach_is_found():
    assert http_outside("dossiers", "from django.http import HttpRequest") == {
        "django.http",
        "django.http.HttpRequest",
    }
    assert http_outside("portal", "from django.http import HttpRequest") == set()
    assert verbs_without_actor("def pay(*, at):\n    record(event=1)\n") == {"pay"}
    assert verbs_without_actor("def pay(*, by, at):\n    record(event=1)\n") == set()
