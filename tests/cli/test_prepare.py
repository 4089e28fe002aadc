import gettext
import json
import stat
from pathlib import Path

import pytest
from tests.processes import run

from motcua.cli import prepare
from motcua.cli.prepare import Step

PREPARE = ("-m", "motcua.cli", "prepare")


def titles(said):
    return [line.partition(":")[0] for line in said.splitlines()]


@pytest.mark.slow
def test_the_first_start_makes_everything_and_the_second_nothing(own_store):
    home = Path(own_store["MOTCUA_HOME"])
    said = run(*PREPARE, env=own_store, timeout=300)
    assert titles(said) == [step.title for step in prepare.STEPS]
    people = json.loads((home / "demonstration.json").read_text())
    assert {"citizen", "receptionist"} <= {person["role"] for person in people}
    assert "secret" not in (home / "demonstration.json").read_text()
    assert stat.S_IMODE((home / "demonstration.json").stat().st_mode) == 0o600
    assert run(*PREPARE, env=own_store) == ""


@pytest.mark.once
def test_a_step_is_due_again_when_one_of_its_files_changes(tmp_path):
    step = Step("words", "words", ("library/**/*",), lambda home: None)
    seen = [prepare._fingerprint(step, tmp_path)]
    (tmp_path / "a.yaml").write_text("a")
    seen.append(prepare._fingerprint(step, tmp_path))
    (tmp_path / "a.yaml").write_text("ab")
    seen.append(prepare._fingerprint(step, tmp_path))
    assert len(set(seen)) == 3
    assert prepare._fingerprint(step, tmp_path) == seen[-1]


@pytest.mark.once
def test_every_pattern_of_every_step_finds_files():
    library = prepare.PACKAGE.parents[1] / "library"
    for step in prepare.STEPS:
        nothing = Step(step.name, "", (), step.do)
        for pattern in step.files:
            one = Step(step.name, "", (pattern,), step.do)
            empty = prepare._fingerprint(nothing, library)
            if step.name != "words":
                assert prepare._fingerprint(one, library) != empty, pattern


@pytest.mark.once
def test_words_are_compiled_where_django_finds_them(tmp_path, monkeypatch):
    folder = tmp_path / "web" / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Chào bạn"\nmsgstr "Hello"\n'
    )
    monkeypatch.setattr(prepare, "PACKAGE", tmp_path)
    prepare.compile_words(tmp_path)
    with (folder / "django.mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("Chào bạn") == "Hello"


@pytest.mark.once
def test_a_store_that_is_gone_is_made_anew(tmp_path):
    (tmp_path / "prepared.json").write_text('{"schema": "done"}')
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "store")}
    assert prepare._done(tmp_path, database) == {}
    (tmp_path / "store").touch()
    assert prepare._done(tmp_path, database) == {"schema": "done"}
