"""What is published: the same bytes for the same document, and a signature of these alone."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.judged import LIBRARY

from motcua.evaluation.rules import freezing, recording
from motcua.evaluation.rules.criteria_reading import read_criteria
from motcua.evaluation.rules.freezing import NotPublished
from motcua.evaluation.values.campaigns import CampaignKind, Lead
from motcua.evaluation.values.criteria import Method
from motcua.evaluation.values.published import (
    DrawnCause,
    DrawnCauses,
    DrawnFigure,
    Published,
    PublishedSubject,
    SnapshotKind,
)
from motcua.evaluation.values.scores import CriterionScore, GroupScore, Result, Standing
from motcua.evaluation.values.usability import Obstacle, Task, TaskSummary, Usability
from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import League
from motcua.measurement.values.facts import Cause

AT = datetime(2026, 7, 1, 3, tzinfo=UTC)
PLACE = LIBRARY / "criteria" / "users-view" / "2024-placeholder.yaml"


def portal():
    total = Fraction(17, 3)
    score = CriterionScore(
        code="A.1",
        group="A",
        method=Method.AUTOMATIC,
        standing=Standing.JUDGED,
        share=Fraction(1, 3),
        points=total,
        most=Fraction(10),
        because=Sentence("Đo được", "Measured"),
    )
    result = Result(
        criteria_set="thu/1",
        total=total,
        most=Fraction(10),
        grade="B",
        judged=Fraction(1),
        provisional=False,
        groups=(GroupScore(code="A", points=total, most=Fraction(10)),),
        criteria=(score,),
    )
    task = TaskSummary(
        task=Task.PAY,
        sessions=3,
        success=Fraction(4, 3),
        done=3,
        worst=2,
        median=40,
        obstacles=((Obstacle.SLOW, 2),),
    )
    figure = DrawnFigure(
        criterion="A.1",
        indicator="use2",
        value=Fraction(1, 7),
        first_day=date(2026, 1, 1),
        last_day=date(2026, 6, 30),
        counted_at=None,
        drawn_at=AT,
        says=Sentence("Một phần bảy", "A seventh"),
    )
    return PublishedSubject(
        agency="H26",
        name="Hà Nội",
        league=League.PROVINCES,
        address="https://h26.example",
        rank=1,
        result=result,
        run=None,
        figures=(figure,),
        causes=DrawnCauses(
            first_day=date(2026, 1, 1),
            last_day=date(2026, 6, 30),
            drawn_at=AT,
            counts=(DrawnCause(cause=Cause.PORTAL, telemetry=3, at_failure=0, after_result=1),),
        ),
        usability=Usability(sessions=3, with_disability=1, success=Fraction(2, 3), tasks=(task,)),
    )


def document():
    text = PLACE.read_text(encoding="utf-8")
    return Published(
        campaign="dg-2026-001",
        number=1,
        kind=SnapshotKind.RESULTS,
        title=Sentence("Đợt “một”", "One"),
        campaign_kind=CampaignKind.PERIODIC,
        lead=Lead.AUTHORITY,
        led_by="Cục",
        criteria_set="thu/1",
        criteria_digest="0" * 64,
        first_day=date(2026, 4, 5),
        last_day=date(2026, 6, 30),
        published_at=AT,
        synthetic=True,
        criteria=read_criteria(text, name=PLACE.name).criteria_set,
        subjects=(portal(),),
    )


DOCUMENT = document()
FIGURE = DOCUMENT.subjects[0].figures[0]
CONTENT = freezing.canonical(DOCUMENT)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
SIGNATURE = KEY.sign(CONTENT)


def test_a_document_is_read_again_as_the_very_same_values():
    assert freezing.document_of(CONTENT) == DOCUMENT


def test_it_is_written_canonically():
    found = json.loads(CONTENT)
    assert (
        json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        == CONTENT
    )
    assert found["subjects"][0]["result"]["total"] == "17/3"
    assert not [leaf for leaf in _leaves(found) if isinstance(leaf, float)]


def test_what_stands_at_its_default_is_written_too():
    assert json.loads(CONTENT)["subjects"][0]["open_reason"] == ""


@given(st.fractions(min_value=0, max_value=10))
def test_fractions_stay_exact(total):
    figure = replace(FIGURE, value=total)
    assert recording.read(DrawnFigure, freezing.frozen(figure)) == figure


def test_a_signature_holds_for_these_bytes_and_this_key_alone():
    assert freezing.verify(CONTENT, SIGNATURE, PUBLIC)
    other = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    assert not freezing.verify(CONTENT, SIGNATURE, other)
    later = freezing.canonical(replace(DOCUMENT, number=2))
    assert not freezing.verify(later, SIGNATURE, PUBLIC)


@given(st.integers(0, len(CONTENT) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed(place, by):
    changed = bytearray(CONTENT)
    changed[place] ^= by
    assert not freezing.verify(bytes(changed), SIGNATURE, PUBLIC)


@given(st.binary(max_size=80), st.binary(max_size=40))
def test_any_bytes_are_no_signature(signature, key):
    assert not freezing.verify(CONTENT, signature, key)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format":"motcua-evaluation/1"}',
        b'{"format":"motcua-evaluation/2"}',
        b"\xff",
        b"[" * 100_000,
        CONTENT.replace(b'"17/3"', b'"1/0"'),
        CONTENT.replace(b'"17/3"', b'"1e999999999"'),
        CONTENT.replace(b'"17/3"', b"17.3"),
        CONTENT.replace(b'"2026-04-05"', b'"2026-02-30"'),
    ],
)
def test_what_is_no_document_is_refused(content):
    with pytest.raises(NotPublished):
        freezing.document_of(content)


def _leaves(found):
    if isinstance(found, dict):
        return [leaf for one in found.values() for leaf in _leaves(one)]
    if isinstance(found, list):
        return [leaf for one in found for leaf in _leaves(one)]
    return [found]


def test_letters_that_no_text_may_hold_are_replaced():
    odd = replace(portal(), name="C\0ổ\ud83dng")
    assert freezing.frozen(odd)["name"] == "C\ufffdổ\ufffdng"
    freezing.dump(freezing.frozen(odd))
