"""Telling the stories: each through the same verbs that pages use, dated back."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.documents import actions as documents
from motcua.dossiers import actions, queries
from motcua.dossiers.values import Channel, DossierView
from motcua.dossiers.values.intake import CheckedPaper
from motcua.dossiers.values.returning import Taker, Way
from motcua.identity import actions as identity
from motcua.identity import queries as accounts
from motcua.identity.values import SYSTEM, Role, Viewer
from motcua.kernel.calendar import HANOI, Duration, Unit, WorkingCalendar, local_day
from motcua.payments.values import Method
from motcua.procedures import queries as procedures
from motcua.simulation.answers import BIRTH, FORMS, RESIDENCE
from motcua.simulation.demonstration import counters
from motcua.simulation.demonstration.papers import photograph
from motcua.simulation.demonstration.stories import STORIES, Done, Story
from motcua.workflow.values import Move

COMMUNE = "00070"
WARD = "H26.00070"
OFFICERS = ("tiepnhan", "thuly", "lanhdao", "vanthu")
POLICE = ".congan"
FIRST_TWO = ("0912000001", "0912000002")
MORE = (
    "Phạm Thu Hà",
    "Lê Quang Minh",
    "Đỗ Ngọc Ánh",
    "Hoàng Văn Sơn",
    "Vũ Thị Thanh",
    "Bùi Đức Long",
    "Ngô Phương Thảo",
    "Đặng Quốc Khánh",
)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who takes part, when now is, and the calendar of the ward."""

    people: tuple[Viewer, ...]
    officers: dict[str, Viewer]
    calendar: WorkingCalendar
    now: datetime

    def officer(self, name: str, service: str) -> Viewer:
        """Give who does it: at the ward's people's committee, or at its police."""
        return self.officers[name + POLICE if service == RESIDENCE else name]


@transaction.atomic
def demonstration(*, at: datetime) -> int:
    """Make the dossiers of a demonstration at the ward and give how many; once, then never again.

    The demonstration's accounts must be there (`identity.actions.load_demonstration`), and the
    library published. Does nothing where MOTCUA_DEMONSTRATION is `no`.
    """
    if not settings.DEMONSTRATION:
        return 0
    first = _citizen(FIRST_TWO[0], at)
    if queries.mine(viewer=first):
        return 0
    cast = _Cast(
        people=(first, _citizen(FIRST_TWO[1], at), *(_newcomer(n, at) for n in range(len(MORE)))),
        officers={name + of: _officer(name + of, at) for name in OFFICERS for of in ("", POLICE)},
        calendar=agencies.calendar_of(WARD),
        now=at,
    )
    chance = Random("motcua demonstration")  # noqa: S311 -- a simulation, not a secret
    for story in sorted(STORIES, key=lambda story: -story.days):
        _tell(story, cast, chance)
    counters.set_up(agency_code=WARD, by=cast.officers["lanhdao"], at=at)
    return len(STORIES)


def _citizen(phone: str, at: datetime) -> Viewer:
    return accounts.viewer_of(accounts.account_of_login(phone).key, at=at)


def _officer(name: str, at: datetime) -> Viewer:
    return accounts.viewer_of(accounts.account_named(name).key, at=at, second_factor=True)


def _newcomer(number: int, at: datetime) -> Viewer:
    key = identity.register(
        full_name=f"{MORE[number]} (mô phỏng)",
        phone=f"091200001{number}",
        password=token_urlsafe(24),
        simulated=True,
        by=SYSTEM,
        at=at,
    )
    return accounts.viewer_of(key, at=at)


def _tell(story: Story, cast: _Cast, chance: Random) -> None:
    at = _when(story, cast)
    counter = story.who < 0
    by = cast.officer("tiepnhan", story.service) if counter else cast.people[story.who]
    answers = _answers(story, by, chance=chance, at=at)
    begin = _take_in if counter else actions.start_draft
    draft = begin(service_code=story.service, by=by, at=at)
    actions.save_answers(draft=draft, answers=answers, by=by, at=at)
    if story.paper and story.service == BIRTH:
        _attach(draft, answers, by=by, at=at)
    code = actions.submit(draft=draft, by=by, at=at)
    for done in story.done:
        at = _later(at, done.after, cast)
        doer = cast.officer(done.by, story.service) if done.by else by
        _do(done, code, by=doer, at=at)


def _take_in(*, service_code: str, by: Viewer, at: datetime) -> UUID:
    """Begin to take paper in; whatever the procedure asks for was shown and given back."""
    desk = next(grant.agency_code for grant in by.grants if grant.role is Role.RECEPTIONIST)
    draft = actions.begin_intake(
        service_code=service_code, channel=Channel.COUNTER, reception_code=desk, by=by, at=at
    )
    service = procedures.service(service_code, local_day(at))
    asked = (one for one in service.components if not one.available_in_database)
    shown = [CheckedPaper(component=one.code, shown=True) for one in asked]
    actions.check_papers(draft=draft, papers=shown, by=by, at=at)
    return draft


def _when(story: Story, cast: _Cast) -> datetime:
    """Give the moment `days` working days ago; today's never lie ahead."""
    on = local_day(cast.now)
    left = story.days
    while left or not cast.calendar.is_working_day(on):
        on -= timedelta(days=1)
        left -= left > 0 and cast.calendar.is_working_day(on)
    moment = datetime.combine(on, time.fromisoformat(story.time), HANOI).astimezone(UTC)
    return min(moment, cast.now - timedelta(minutes=20))


def _later(at: datetime, hours: int, cast: _Cast) -> datetime:
    due = cast.calendar.due(at, Duration(hours, Unit.WORKING_HOUR))
    return min(due.at, max(at, cast.now - timedelta(minutes=1)))


def _answers(story: Story, by: Viewer, *, chance: Random, at: datetime) -> dict[str, Any]:
    on: date = local_day(at)
    answers = FORMS[story.service](chance, agencies.territory(COMMUNE), on)
    if story.who >= 0:
        answers["applicant.full_name"] = by.name.removesuffix(" (mô phỏng)")
        answers["applicant.phone"] = by.citizen.phone if by.citizen else ""
    if story.service == BIRTH and story.paper:
        answers["proof.kind"] = "notice"
    if "copies.count" in answers:
        answers["copies.count"] = story.copies
    return answers


def _attach(draft: Any, answers: dict[str, Any], *, by: Viewer, at: datetime) -> None:
    mother = answers.get("mother.full_name") or answers["applicant.full_name"]
    lines = (
        f"Họ tên mẹ: {mother}",
        f"Giờ, ngày sinh: {answers['child.born_on']}",
        f"Tại: {answers['child.birth_facility']}",
        f"Dự kiến đặt tên: {answers['child.full_name']}",
    )
    file = documents.store(
        content=photograph("GIẤY CHỨNG SINH", lines),
        filename="giấy chứng sinh.jpg",
        by=by.actor,
        at=at,
    )
    actions.attach(
        draft=draft, field="proof.notice", component="birth_notice", file=file, by=by, at=at
    )


def _do(done: Done, code: str, *, by: Viewer, at: datetime) -> None:
    if done.what is Move.MESSAGE:
        actions.message(code=code, body=done.words, by=by, at=at)
        return
    if done.what is Move.SUPPLEMENT:
        again = actions.start_supplement(code=code, by=by, at=at)
        actions.submit(draft=again, by=by, at=at)
        return
    if by.is_officer:
        actions.note_look(code=code, by=by, at=at)
    if done.what is Move.PROPOSE:
        actions.draft_result(code=code, by=by, at=at)
    if done.what is Move.RETURN_RESULT:
        _hand_back(code, by, at)
        return
    actions.perform(code=code, move=done.what, by=by, at=at, reason=done.words, items=done.items)


def _hand_back(code: str, by: Viewer, at: datetime) -> None:
    seen: DossierView | None = queries.dossier(viewer=by, code=code, at=at)
    if seen is None:
        return
    if seen.bill.outstanding:
        actions.record_payment(
            code=code, amount=seen.bill.outstanding, method=Method.TRANSFER, by=by, at=at
        )
    taker = Taker(
        name=seen.applicant_name,
        identity_number=seen.contact.get("citizen_id", ""),
        typed_name=seen.applicant_name,
        papers_seen=True,
    )
    actions.hand_back(code=code, way=Way.COUNTER, taker=taker, by=by, at=at)
