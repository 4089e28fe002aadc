"""What a page costs on a slow network: everything but the typeface, compressed as it is served."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from tests.factories import dossiers
from tests.portal import town

FIRST_VISIT, LATER = 60_000, 15_000
LINKED = re.compile(r'(?:href|src)="/static/([^"]+\.(?:css|js|svg))"')
IMPORTED = re.compile(r'(?:from|import)\s*\(?\s*"(\./|\.\./)([^"]+)"')

pytestmark = pytest.mark.django_db


def packed(content: bytes) -> int:
    return len(gzip.compress(content))


def brought_by(page: str) -> set[str]:
    """Name every file that a page may bring, scripts that scripts import included."""
    waiting, found = LINKED.findall(page), set()
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if name.endswith(".js"):
            text = Path(finders.find(name)).read_text(encoding="utf-8")
            folder = Path("/") / Path(name).parent
            waiting += [
                str((folder / (up + rest)).resolve().relative_to("/"))
                for up, rest in IMPORTED.findall(text)
            ]
    return found


@pytest.mark.parametrize("name", ["home", "apply", "fill", "check", "dossier", "look_up"])
def test_a_citizens_page_is_light(name):
    town.build()
    viewer, client = town.mother()
    draft = dossiers.draft(viewer)
    code = dossiers.submitted(viewer)
    arguments = {"apply": [town.BIRTH], "fill": [draft, "proof"], "check": [draft]}
    arguments["dossier"] = [code]
    answer = client.get(reverse(f"portal:{name}", args=arguments.get(name, [])))
    assert answer.status_code == 200
    page = packed(answer.content)
    files = brought_by(answer.content.decode())
    brought = sum(packed(Path(finders.find(file)).read_bytes()) for file in files)
    assert page <= LATER
    assert page + brought <= FIRST_VISIT
