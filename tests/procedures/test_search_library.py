"""The words in library/search, as they are committed."""

import pytest
from django.conf import settings

from motcua.kernel.definitions import DefinitionRefused, load, load_bytes
from motcua.procedures.rules.life_events import LifeEventFile
from motcua.procedures.rules.search_lexicon import EverydayFile, PopularFile, SpeechFile
from motcua.procedures.rules.search_words import folded

pytestmark = pytest.mark.once


def committed(name, model):
    path = settings.LIBRARY / "search" / f"{name}.yaml"
    return load_bytes(path.read_bytes(), name=path.name, model=model)


def test_everyday_words_are_many_and_none_is_said_twice():
    entries = committed("everyday", EverydayFile).entries
    said = [one for entry in entries for one in {folded(said) for said in entry.say}]
    assert len(entries) >= 120
    assert all(entry.means or entry.codes for entry in entries)
    assert sorted({one for one in said if said.count(one) > 1}) == []


def test_life_events_have_codes_of_their_own():
    events = committed("life_events", LifeEventFile).events
    assert len({event.code for event in events}) == len(events) >= 12


def test_popular_services_and_words_of_asking_are_there():
    assert committed("popular", PopularFile).codes[0] == "1.001193"
    speech = committed("speech", SpeechFile)
    assert "tôi muốn" in speech.phrases
    assert "cho" in speech.faint


def test_a_wrong_entry_is_refused_with_its_line():
    with pytest.raises(DefinitionRefused) as refused:
        load("entries:\n  - say: []\n    mean: x\n", name="everyday.yaml", model=EverydayFile)
    assert {problem.line for problem in refused.value.problems} == {2, 3}
