"""Handing a result back: whose card it is, who signs, by which way."""

from datetime import date
from uuid import uuid4

import pytest
from tests.factories import settling
from tests.factories.dossiers import MORNING, birth_answers, later, submitted
from tests.factories.jobs import drained

from motcua.documents import queries as papers
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import bookkeeping
from motcua.dossiers.actions.bulk import ask_bulk
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.lists_bulk import bulk_choice, bulk_run
from motcua.dossiers.queries.register import RegisterSpan, register
from motcua.dossiers.queries.returning import hand_back as handed_back
from motcua.dossiers.rules.bookkeeping import register_row
from motcua.dossiers.rules.once_given import PaperDemandRefused
from motcua.dossiers.rules.returning import HandBackRefused, digits
from motcua.dossiers.values import SupplementItem
from motcua.dossiers.values.returning import Taker, Way
from motcua.journal import queries as journal
from motcua.procedures import queries as procedures
from motcua.workflow.rules import MoveRefused
from motcua.workflow.values import Move, State

pytestmark = pytest.mark.shows("CN18", "CN19", "O2")
NUMBER, STROKES = "001195001234", "M10 20L11 22L30 40"


@pytest.fixture
def officers(reception, clerk, leader):
    return (reception, clerk, leader)


@pytest.fixture
def resolved(mother, officers):
    """A birth registration whose result is signed."""
    return settling.resolved(mother, *officers)


def give(code, by, *, way=Way.COUNTER, tracking="", **taker):
    who = {"name": "Nguyễn Thị Hậu", "identity_number": NUMBER, "signature": STROKES} | taker
    actions.hand_back(
        code=code,
        way=way,
        by=by,
        at=later(hours=3),
        taker=Taker(**who) if way is Way.COUNTER else None,
        tracking=tracking,
    )
    return handed_back(viewer=by, code=code)


@pytest.mark.parametrize(
    "card", [NUMBER, "001 195 001 234", f"{NUMBER}|012345678|Nguyễn Thị Hậu|08031995"]
)
def test_the_number_on_the_card_is_compared(resolved, reception, card):
    done = give(resolved, reception, identity_number=card)

    assert (done.matched, done.number_tail, done.authorised) == (True, "234", False)
    assert (done.taken_by, done.signature, done.by_name) == (
        "Nguyễn Thị Hậu",
        STROKES,
        "Lê Thị Hoa",
    )
    view = queries.dossier(viewer=reception, code=resolved, at=later(hours=3))
    assert view.state is State.RETURNED
    assert journal.history(f"dossier:{view.key}")[-1].kind == "dossier.handed_back"


def test_somebody_else_needs_a_paper_of_authority(resolved, reception):
    other = {"name": "Trần Văn Nam", "identity_number": "001093004321"}
    with pytest.raises(HandBackRefused, match="khác với số trong hồ sơ"):
        give(resolved, reception, **other)
    with pytest.raises(HandBackRefused, match="giấy ủy quyền"):
        give(resolved, reception, **other, authorised=True)

    done = give(resolved, reception, **other, authorised=True, authority="Số 12, 01/03/2026")

    assert (done.authorised, done.authority, done.matched) == (True, "Số 12, 01/03/2026", False)


@pytest.mark.parametrize(
    ("taker", "why"),
    [
        ({"name": ""}, "họ tên người nhận"),
        ({"identity_number": ""}, "số định danh"),
        ({"signature": ""}, "chưa ký"),
        ({"signature": '"><script>'}, "Không đọc được"),
        ({"signature": "M1 1" * 20_000}, "Không đọc được"),
        ({"signature": "", "typed_name": "x" * 201}, "chưa ký"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_returned(resolved, reception, taker, why):
    with pytest.raises(HandBackRefused, match=why):
        give(resolved, reception, **taker)
    view = queries.dossier(viewer=reception, code=resolved, at=later(hours=3))
    assert view.state is State.RESOLVED


def test_a_name_stands_for_a_signature(resolved, reception):
    done = give(resolved, reception, signature="", typed_name="Nguyễn Thị Hậu")
    assert (done.signature, done.typed_name) == ("", "Nguyễn Thị Hậu")


def test_by_post_with_a_number_or_electronically(resolved, reception, clerk):
    with pytest.raises(HandBackRefused, match="mã bưu gửi"):
        give(resolved, reception, way=Way.POST)
    with pytest.raises(MoveRefused):
        give(resolved, clerk, way=Way.ELECTRONIC)

    done = give(resolved, reception, way=Way.POST, tracking="EH123456789VN")

    assert (done.tracking, done.taken_by, done.number_tail) == ("EH123456789VN", "", "")


def test_books_say_how_and_when(resolved, reception):
    give(resolved, reception, way=Way.POST, tracking="EH123456789VN")

    span = RegisterSpan("H26.00070.", date(2026, 3, 1), date(2026, 3, 31))
    (line,) = register(viewer=reception, span=span).lines
    assert (line.way, line.ended_at) == (Way.POST, later(hours=3))
    assert "Qua bưu chính công ích" in register_row(line)
    key = bookkeeping.issue_control_sheet(code=resolved, by=reception, at=later(hours=4))
    assert papers.issued(key).data["rows"][-1]["note"] == "Qua bưu chính công ích"


def test_electronically_only_to_whom_can_open_it(mother, officers, reception):
    code = settling.resolved(mother, *officers)
    Dossier.objects.filter(code=code).update(applicant=None)
    with pytest.raises(HandBackRefused, match="không có tài khoản"):
        give(code, reception, way=Way.ELECTRONIC)
    (line,) = bulk_choice(viewer=reception, codes=[code], at=later(hours=3)).lines
    assert "không có tài khoản" in str(line.why_not(Move.RETURN_RESULT))


def test_many_at_once_are_handed_back_electronically_each_with_its_record(resolved, reception):
    lines = bulk_choice(viewer=reception, codes=[resolved], at=later(hours=3)).lines
    key = uuid4()
    ask_bulk(key=key, move=Move.RETURN_RESULT, lines=lines, by=reception, at=later(hours=3))
    drained(later(hours=3))
    assert bulk_run(viewer=reception, key=key).number("done") == 1
    assert handed_back(viewer=reception, code=resolved).way is Way.ELECTRONIC


def test_nothing_is_handed_back_before_there_is_a_result(mother, reception):
    with pytest.raises(MoveRefused):
        give(submitted(mother), reception)


def test_numbers_are_compared_by_their_digits():
    assert digits("001 195-001.234|x9") == NUMBER
    assert digits("không có") == ""


def test_a_supplement_request_cannot_demand_what_a_database_has(mother, reception):
    service = procedures.service("1.001193", MORNING.date())
    known = next(one for one in service.components if one.available_in_database)
    item = SupplementItem(known.code, known.name.vi, "missing", "Nộp bản giấy.")
    code = submitted(mother, answers=birth_answers())
    with pytest.raises(PaperDemandRefused, match="không được yêu cầu"):
        actions.perform(
            code=code,
            move=Move.REQUEST_SUPPLEMENT,
            reason="Thiếu",
            items=[item],
            by=reception,
            at=later(hours=1),
        )
