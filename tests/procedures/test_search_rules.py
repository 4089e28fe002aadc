"""The words of search, without a store."""

import pytest

from motcua.kernel.definitions import load
from motcua.procedures.rules.life_events import LifeEvent, events_of
from motcua.procedures.rules.search_index import Source, document, slug
from motcua.procedures.rules.search_lexicon import (
    EverydayFile,
    PopularFile,
    SpeechFile,
    compile_lexicon,
)
from motcua.procedures.rules.search_reading import read
from motcua.procedures.rules.search_spelling import correct, gather, vocabulary
from motcua.procedures.rules.search_words import code_typed, folded, loose_forms, sound, words
from motcua.procedures.values.catalogue import Audience, Level, Online

pytestmark = pytest.mark.once

NAMES = ("Đăng ký khai sinh", "Đăng ký khai tử", "Đăng ký kết hôn", "Cấp lại giấy phép lái xe")
EVERYDAY = """
abbreviations: {GPLX: giấy phép lái xe}
entries:
  - say: [mất bằng lái, rơi bằng lái]
    means: cấp lại giấy phép lái xe
    codes: ["1.900001"]
  - say: [bố mất]
    means: đăng ký khai tử
"""


@pytest.fixture(scope="module")
def lexicon():
    return compile_lexicon(
        load(EVERYDAY, name="everyday", model=EverydayFile),
        load("phrases: [tôi, thì phải làm gì]\nfaint: [cho, bị]", name="s", model=SpeechFile),
        load('codes: ["1.001193"]', name="p", model=PopularFile),
    )


@pytest.fixture(scope="module")
def known(lexicon):
    of_names = gather((words(name), ()) for name in NAMES)
    return vocabulary(
        of_names.counts,
        documents=of_names.documents,
        written=of_names.written,
        pairs=of_names.pairs,
        sayings=lexicon.sayings,
    )


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.001193", "1.001193"),
        (" 1.0011 ", "1.0011"),
        ("1001193", "1.001193"),
        ("1.001193.000.00.00.H35", "1.001193"),
        ("1.", None),
        ("2026", "2.026"),
        ("khai sinh", None),
        ("1.001193 khai sinh", None),
        ("12", None),
    ],
)
def test_codes_are_told_from_words(typed, code):
    assert code_typed(typed) == code


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("dawng", "dang"), ("kys", "ky"), ("kha9i", "khai"), ("sinhh", "sinh"), ("dduowngf", "duong")],
)
def test_telex_and_vni_leave_a_word_behind(typed, meant):
    assert meant in loose_forms(typed)


@pytest.mark.parametrize(
    ("one", "other"), [("xinh", "sinh"), ("ki", "ky"), ("tru", "chu"), ("giay", "day")]
)
def test_words_that_sound_alike_meet(one, other):
    assert sound(one) == sound(other)


def test_folding_keeps_words_apart():
    assert folded("Đăng ký  KHAI-SINH, (lần 2)") == "dang ky khai sinh lan 2"
    assert [token.written for token in words("Ho\u0300a")] == ["hòa"]


def test_the_place_of_a_tone_makes_no_other_word():
    assert words("hoà")[0].shape == words("hòa")[0].shape


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khai sinh", "khai sinh"),
        ("khai sihn", "khai sinh"),
        ("kahi tu", "khai tu"),
        ("dang ky ket hnn", "dang ky ket hon"),
        ("giayphep", "giay phep"),
    ],
)
def test_neighbours_decide_between_candidates(known, typed, meant):
    assert " ".join(" ".join(choice) for choice in correct(typed.split(), known)) == meant


def test_a_word_still_being_typed_is_left_alone(known):
    assert correct(["khai", "sih"], known, keep_last=True)[-1] == ("sih",)


def test_an_everyday_phrase_becomes_official_words(lexicon, known):
    query = read("tôi bị mất bằng lái", lexicon, known)
    official = query.readings[1]
    assert official.codes == ("1.900001",)
    assert official.meant == "cấp lại giấy phép lái xe"
    assert [term.token.folded for term in official.terms if term.is_needed] == [
        "cap", "lai", "giay", "phep", "lai", "xe",
    ]  # fmt: skip


def test_a_faint_word_is_one_with_its_marks(lexicon):
    assert lexicon.is_faint(words("bị")[0])
    assert lexicon.is_faint(words("bi")[0])
    assert not lexicon.is_faint(words("bí")[0])


def test_words_of_asking_may_stand_inside_a_phrase(lexicon, known):
    query = read("bố tôi mất thì phải làm gì", lexicon, known)
    assert query.readings[1].said == "bố mất"


def test_a_query_of_nothing_but_asking_keeps_its_words(lexicon, known):
    (reading,) = read("tôi", lexicon, known).readings
    assert [term.token.written for term in reading.terms] == ["tôi"]


def test_the_index_spells_abbreviations_out_and_knows_the_most_wanted(lexicon):
    source = Source(
        key="1.001193",
        name="Cấp GPLX",
        field="Xe cộ",
        agency="Không có thông tin",
        levels=(Level.COMMUNE,),
        audiences=(Audience.CITIZEN, Audience.FOREIGNER),
        online=Online.FULL,
    )
    made = document(source, lexicon=lexicon, events=())
    assert made.title == "cap gplx"
    assert {"giay", "phep", "lai", "xe"} <= set(made.body.split())
    assert made.prior == 1.0
    assert {(tag.dimension, tag.value) for tag in made.tags} == {
        ("audience", "cong-dan"),
        ("audience", "nguoi-nuoc-ngoai"),
        ("level", "xa"),
        ("online", "toan-trinh"),
        ("field", "xe-co"),
    }


def test_life_events_take_fields_phrases_and_codes():
    event = LifeEvent.model_validate(
        {
            "code": "sinh-con", "title": "Sinh con", "about": "Khai sinh",
            "fields": ("Con nuôi",), "phrases": ("khai sinh",),
            "never": ("tổ chức",), "codes": ("1.000009",),
        }
    )  # fmt: skip

    def belongs(name, field="", key=""):
        return events_of(name=name, field=field, key=key, events=(event,)) == (event,)

    assert belongs("Đăng ký khai sinh")
    assert belongs("DANG KY KHAI SINH")
    assert belongs("Việc khác", field="con nuôi")
    assert belongs("Tổ chức khai sinh", key="1.000009")
    assert not belongs("Tổ chức khai sinh")
    assert not belongs("Khai sinhh")


def test_address_parts_are_plain_letters():
    assert slug("Đăng ký, quản lý cư trú") == "dang-ky-quan-ly-cu-tru"
