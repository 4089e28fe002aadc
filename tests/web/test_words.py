"""Every word a reader can meet is there in both languages."""

import ast
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from ruamel.yaml import YAML
from tests.factories import dossiers
from tests.portal import town
from tests.procedures.search_samples import MOMENT, fill
from tests.web import english
from tools import words

from motcua.dossiers import actions, queries
from motcua.journal.values import Actor
from motcua.procedures.actions import import_records
from motcua.procedures.rules.parsing.lines import item_of
from motcua.web import clock

SAMPLE = Path(__file__).parents[1] / "procedures" / "samples" / "national.jsonl"
SAYING = (
    "home",
    "procedures",
    "look_up",
    "help",
    "accessibility",
    "privacy",
    "feedback",
    "petition",
    "petition_look_up",
    "ask",
    "statistics",
)
ENTERING = ("account_login", "account_signup", "account_reset_password", "account_logout")
OWN = ("web:account", "web:details", "web:password", "mfa_index", "account_reauthenticate")
WRONG = {"login": "", "password": "", "full_name": "", "phone": "1", "email": "a"}
SERVICES = ("1.001193", "1.004194", "2.000635")
NAMES = ("Hà Nội", "Hoàn Kiếm", "Nguyễn Thị Hoa", "đồng")
TEXTS = ("title", "label", "hint", "why", "intro", "text", "item", "unit", "name")
NOT_SAID = {"legal_basis", "unconfirmed", "source", "scenarios", "answers"}


# ------------------------------------------------------------------ the catalogues


@pytest.mark.once
def test_every_word_of_the_pages_has_its_english():
    assert list(words.problems()) == []


@pytest.mark.once
def test_a_word_without_english_and_a_lost_placeholder_are_told(tmp_path, monkeypatch):
    known = words.messages()
    known.pop("Đăng nhập")
    known["Quá hạn %(time)s"].string = "overdue"
    monkeypatch.setattr(words, "messages", lambda: known)
    told = list(words.problems())
    assert [line.partition(":")[0] for line in told] == ["no English", "not the same placeholders"]


@pytest.mark.once
def test_writing_the_catalogue_anew_changes_nothing(tmp_path):
    copy = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(words.ENGLISH.read_bytes())
    words.update(copy)
    assert copy.read_text() == words.ENGLISH.read_text()


@pytest.mark.once
def test_no_word_hides_in_an_f_string_where_it_is_not_collected():
    hidden = [
        f"{path.name}:{node.lineno}"
        for path in sorted(words.SOURCE.rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text()))
        if isinstance(text, ast.JoinedStr)
        for node in ast.walk(text)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}
    ]
    assert hidden == []


@pytest.mark.once
def test_every_word_of_a_template_can_be_filled_in():
    every = dict.fromkeys(re.findall(r"%\((\w+)\)s", words.ENGLISH.read_text()), "1")
    written = words.messages()
    for key, word in words.said().items():
        if any(name.endswith(".html") for name in word.files):
            told = [key] if isinstance(key, str) else list(key)
            for text in (*told, *words.forms(written[key])):
                assert text % every, text


# ------------------------------------------------------------------ sentences in code and library


def sentences():
    """Give (place, Vietnamese, English) of every Sentence that is written out in the code."""
    for path in sorted(words.SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Sentence":
                given = [*node.args, *(keyword.value for keyword in node.keywords)]
                if len(given) == 2:
                    yield (f"{path.name}:{node.lineno}", *map(_text, given))


def _text(node):
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) for part in node.values)
    return "{}"


@pytest.mark.once
def test_every_sentence_speaks_both_languages():
    found = list(sentences())
    assert len(found) > 300
    wrong = [
        (place, vi, en)
        for place, vi, en in found
        if not (vi == en and vi.istitle())  # a person's name in an example
        if bool(vi.strip()) != bool(en.strip())
        or (vi == en and english.LETTERS.search(vi))
        or english.LETTERS.search(english.without(re.sub("“[^”]*”", "", en), NAMES))
    ]
    assert wrong == []


def texts(node, place):
    """Give (place, text or mapping) of everything in a library file that a person reads."""
    if isinstance(node, dict):
        if "vi" in node or "en" in node:
            yield place, node
            return
        for key, inner in node.items():
            if key in TEXTS and isinstance(inner, str) and english.LETTERS.search(inner):
                yield f"{place}.{key}", inner
            elif key not in NOT_SAID:
                yield from texts(inner, f"{place}.{key}")
    elif isinstance(node, list):
        for number, inner in enumerate(node):
            yield from texts(inner, f"{place}[{number}]")


@pytest.mark.once
@pytest.mark.parametrize("folder", ["procedures", "notifications", "profiles", "dictionary"])
def test_every_text_of_the_library_has_its_english(folder):
    found = []
    for path in sorted(Path(settings.LIBRARY, folder).rglob("*.yaml")):
        if "scenarios" not in path.parts:
            found += texts(YAML(typ="safe").load(path.read_text()), path.name)
    assert found
    assert [place for place, text in found if isinstance(text, str) or not _both(text)] == []


def _both(text):
    vi, en = str(text.get("vi") or ""), str(text.get("en") or "")
    return vi.strip() and en.strip() and not english.LETTERS.search(english.without(en, NAMES))


# ------------------------------------------------------------------ the pages


def _typed(answers):
    """Give what somebody typed into a form: names of people and places."""
    if isinstance(answers, dict):
        return [text for value in answers.values() for text in _typed(value)]
    if isinstance(answers, list):
        return [text for value in answers for text in _typed(value)]
    return [answers] if isinstance(answers, str) and english.LETTERS.search(answers) else []


@pytest.fixture
def reader(client):
    """Give (viewer, see): `see(name, *args)` opens a page in English and gives what is left."""
    town.build()
    viewer, own = town.mother()
    names = [*NAMES, "Thành phố", "Phường", "phường", "Cơ quan", *_typed(dossiers.birth_answers())]
    for service in SERVICES:
        names += _typed(dossiers.scenario_answers(service))

    def see(name, *args, query="", typed=None, anonymous=False):
        browser = client if anonymous else own
        browser.cookies["ngon-ngu"] = "en"
        address = reverse(name, args=args) + query
        answer = browser.get(address) if typed is None else browser.post(address, typed)
        if answer.status_code != 302:
            page = english.read(answer, names=names)
            assert (page.language, page.vietnamese) == ("en", ()), address
        return answer.status_code

    return viewer, see


@pytest.mark.django_db
def test_the_pages_anybody_may_read(reader):
    _, see = reader
    for name in SAYING:
        assert see(f"portal:{name}", anonymous=True) == 200
    assert see("portal:procedures", query="?q=zzzz", anonymous=True) == 200
    assert see("portal:look_up", query="?ma=&kiem-tra=", anonymous=True) in (200, 422)
    assert see("portal:look_up", query="?ma=H26.1-260427-0012&kiem-tra=A", anonymous=True) == 404
    for name in ENTERING[:3]:
        assert see(name, anonymous=True) == 200
    for name in ENTERING[:2]:
        assert see(name, typed=WRONG, anonymous=True) == 422


@pytest.fixture
def records(settings):
    """The catalogue of the tests, with whole records of the national one."""
    fill()
    lines = SAMPLE.read_bytes().splitlines()
    items = [item_of(number, line) for number, line in enumerate(lines, start=1)]
    clerk = Actor(kind="system", key="test", name="Test")
    import_records(source="mau.jsonl", records=items, by=clerk, at=MOMENT)
    return sorted({item["ma_thu_tuc"] for item in map(json.loads, lines)} - {""})


@pytest.mark.django_db
def test_the_catalogue(reader, records):
    _, see = reader
    assert see("portal:home", anonymous=True) == 200
    for asked in ("", "?q=khai sinh", "?q=khai+sihn", "?su-kien=co-con", "?q=giay to", "?cap=xa"):
        assert see("portal:procedures", query=asked, anonymous=True) == 200
    opened = [see("portal:procedure", code, anonymous=True) for code in records]
    assert set(opened) == {200}


@pytest.mark.django_db
def test_ones_own_account(reader):
    _, see = reader
    for name in (*OWN, "account_logout"):
        assert see(name) == 200, name
    assert see("web:details", typed=WRONG) == 422
    assert see("web:password", typed={"old_password": "x", "new_password": "y"}) == 422
    assert see("account_reauthenticate", typed={"password": ""}) == 200


@pytest.mark.django_db
@pytest.mark.parametrize("service", SERVICES)
def test_applying(reader, service):
    viewer, see = reader
    assert see("portal:apply", service) == 200
    drafts = (
        actions.start_draft(service_code=service, by=viewer, at=clock.now()),
        dossiers.draft(viewer, service=service, answers=dossiers.scenario_answers(service)),
    )
    for draft in drafts:
        opened = [see("portal:fill", draft, page.name) for page in town.form(service).pages]
        assert opened.count(200) > 5
        assert see("portal:check", draft) == 200
        for page in town.form(service).pages:
            see("portal:fill", draft, page.name, typed={})
        assert see("portal:submit", draft, typed={}) in (200, 302, 422)
    assert see("portal:dossiers") == 200


@pytest.mark.django_db
def test_following_an_application(reader):
    viewer, see = reader
    draft = dossiers.draft(viewer)
    assert see("portal:check", draft) == see("portal:discard", draft) == 200
    code = actions.submit(draft=draft, by=viewer, at=clock.now())
    check = queries.dossier(viewer=viewer, code=code, at=clock.now()).check_code
    for name in ("submitted", "dossier", "withdraw"):
        assert see(f"portal:{name}", code) == 200
    assert see("portal:look_up", query=f"?ma={code}&kiem-tra={check}", anonymous=True) == 200


@pytest.mark.django_db
def test_when_something_is_wrong(reader):
    _, see = reader
    assert see("portal:procedure", "1.000000") == 404
    assert see("portal:dossier", "H26.00004-260427-0012") == 404
    assert see("desk:inbox") == 403
