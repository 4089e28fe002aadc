"""Whatever a portal shows of persons, nothing that an audit keeps or reports tells who they are."""

import json
from datetime import UTC, datetime
from urllib.parse import quote, quote_plus

import pytest
from tests.evaluation.judged import a_set, automatic
from tests.evaluation.probes.auditing.people import NAME, NUMBER, PAGES, SECRETS
from tests.evaluation.probes.auditing.small import small

from motcua.evaluation.probes.auditing import NoAddress, address
from motcua.evaluation.probes.auditing import warm as auditing_warm
from motcua.evaluation.probes.auditing.one import Shared
from motcua.evaluation.probes.auditing.warm import Warm
from motcua.evaluation.probes.browser import Running
from motcua.evaluation.probes.registry import facts
from motcua.evaluation.probes.walking.pacing import Pace
from motcua.evaluation.rules.judging.whole import judge
from motcua.evaluation.rules.looking.veiling import letters
from motcua.evaluation.rules.reporting import FORMATS, write
from motcua.evaluation.values.audits import Manner
from motcua.observatory import auditing

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)


def spellings(word):
    """Give every way in which a secret may stand in a file."""
    escaped = json.dumps(word)[1:-1]
    ways = {word, word.upper(), quote(word), quote_plus(word), escaped, letters(word)}
    return ways | {letters(word).replace(" ", "-")}


def read_in(folder):
    """Name the secrets that stand in the files of a folder, with their files."""
    found = set()
    for path in (one for one in folder.rglob("*") if one.is_file()):
        content = path.read_bytes().decode("utf-8", "replace") + path.name
        found |= {
            (path.name, word) for word in SECRETS if any(way in content for way in spellings(word))
        }
    return found


@pytest.fixture
def audited(browser, tmp_path, monkeypatch):
    """Audit the portal with every probe; give the audit, its folder and what was told."""
    monkeypatch.setattr(auditing_warm, "GROWN", float("inf"))
    told = []
    warm = Warm()
    warm._running = Running(browser)
    folder = tmp_path / "run"
    shared = Shared(warm=warm, pace=Pace(0, tmp_path / "pace"), now=lambda: NOON, tell=told.append)
    with small(PAGES) as url:
        audit = shared.audit(url, manner=Manner(pages=6, pace=0, repeats=1), folder=folder)
    return audit, folder, told


@pytest.mark.once
def test_nobody_is_read_in_what_is_kept_and_reported(audited):
    audit, folder, told = audited
    judged = judge(audit, [a_set(automatic("a", "privacy.identities_printed"))], facts=facts())
    for form in FORMATS:
        (folder / form).write_bytes(write(judged, form))
    (folder / "report.html").write_bytes(
        auditing.html(judged, read=lambda digest: (folder / "evidence" / digest).read_bytes())
    )
    (folder / "told").write_text(repr(told))
    assert read_in(folder) == set()

    by_path = {page.url.rpartition("/")[2]: page for page in audit.pages}
    withheld = {path for path, page in by_path.items() if page.withheld}
    assert withheld == {"tra-cuu", "thu-tuc", "lien-he", "hoi-dap"}
    pictured = {path for path, page in by_path.items() if page.picture}
    assert pictured == {"", "khach"}
    assert audit.left_out["personal"] >= 1
    values = {(one.url.rpartition("/")[2], one.fact): one for one in audit.observations}
    assert values["tra-cuu", "privacy.identities_printed"].value == 50
    assert values["tra-cuu", "privacy.identities_printed"].note is not None
    assert values["thu-tuc", "privacy.people_listed"].value == 1
    assert values["tra-cuu", "accessibility.axe"].found > 0

    (folder / "pages/planted.json").write_text(json.dumps({"a": [NAME]}))
    (folder / "evidence/planted").write_text(f"<b>{NUMBER}</b>")
    assert {("planted.json", NAME), ("planted", NUMBER)} <= read_in(folder)


def test_no_portal_is_asked_for_under_an_address_of_a_person():
    with pytest.raises(NoAddress) as refused:
        address(f"https://a.vn/ho-so/{NUMBER}/")
    assert NUMBER not in str(refused.value.sentence)
