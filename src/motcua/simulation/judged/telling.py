"""Leading the campaigns of a demonstration through the verbs that pages use, dated back."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.conf import settings
from django.db import transaction

from motcua.evaluation import actions, ports
from motcua.evaluation.actions import running
from motcua.evaluation.queries import campaigns as queries
from motcua.evaluation.queries import results, worksheets
from motcua.evaluation.queries.criteria import criteria_set
from motcua.evaluation.rules import recording
from motcua.evaluation.values.campaigns import (
    CampaignKind,
    CampaignWanted,
    Lead,
    RunTicket,
    SubjectWanted,
)
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.worksheets import About, ReplyOutcome, Typed
from motcua.identity import queries as accounts
from motcua.identity.values import SYSTEM, Viewer
from motcua.kernel.calendar import HANOI, local_day
from motcua.kernel.words import Sentence
from motcua.measurement import queries as measurement
from motcua.measurement.values.cards import League
from motcua.simulation.judged import seeing

LEADER, SECOND, HEAD = "danhgia", "doclap", "thutruong"
OWN = "H26"
PUBLISHED = "users-view/2024-placeholder"
UNDER_WAY = "ux-2023/placeholder"
YEARS_AGO = ((timedelta(days=420), 12), (timedelta(days=55), 40))
"""When the published campaigns were published, and of how many portals at most."""
LEADS_BY = 0.06
"""How much better portals are from one campaign to the next."""


@transaction.atomic
def campaigns(*, at: datetime) -> int:
    """Make the campaigns of a demonstration and give how many; once, then never again.

    The demonstration's accounts must be there and the library loaded. Does nothing where
    MOTCUA_DEMONSTRATION is `no`.
    """
    if not settings.DEMONSTRATION:
        return 0
    leader = _officer(LEADER, at)
    if queries.campaigns(viewer=leader):
        return 0
    for number, (ago, most) in enumerate(YEARS_AGO):
        portals = sorted(_portals(League.PROVINCES), key=lambda one: one.agency != OWN)[:most]
        _published(leader, at - ago, portals=portals, better=number * LEADS_BY, now=at)
    _under_way(leader, at)
    return len(YEARS_AGO) + 1


def _published(
    leader: Viewer,
    at: datetime,
    *,
    portals: Sequence[SubjectWanted],
    better: float,
    now: datetime,
) -> None:
    year = at.astimezone(HANOI).year
    wanted = _wanted(
        Sentence(
            f"Cổng cấp tỉnh từ góc độ người dùng {year} (mô phỏng)",
            f"Provincial portals from the user's side {year} (simulated)",
        ),
        PUBLISHED,
        at=at,
        kind=CampaignKind.PERIODIC,
    )
    begun = at - timedelta(days=60)
    code = actions.create_campaign(wanted=wanted, by=leader, at=begun).code
    actions.add_subjects(code=code, wanted=portals, by=leader, at=begun)
    actions.assign_evenly(code=code, evaluators=[_key(leader)], by=leader, at=now)
    actions.open_campaign(code=code, by=leader, at=begun)
    _look(code, leader, better=better, at=begun + timedelta(days=10))
    _answer(code, leader, at=begun + timedelta(days=20))
    actions.close_worksheets(code=code, by=leader, at=begun + timedelta(days=30))
    actions.compute(code=code, by=leader, at=begun + timedelta(days=31))
    asked = begun + timedelta(days=32)
    until = asked + timedelta(days=10)
    actions.ask_for_reply(code=code, until=until, by=leader, at=asked)
    _hear(code, leader, at=asked + timedelta(days=2), now=now)
    actions.close_replies(code=code, by=leader, at=until)
    actions.publish(code=code, by=leader, at=at)


def _under_way(leader: Viewer, at: datetime) -> None:
    """Leave a campaign open: some portals were looked at, worksheets wait for two people."""
    wanted = _wanted(
        Sentence("Trải nghiệm người dùng, đột xuất (mô phỏng)", "User experience (simulated)"),
        UNDER_WAY,
        at=at,
        kind=CampaignKind.AD_HOC,
        seats=2,
    )
    begun = at - timedelta(days=6)
    code = actions.create_campaign(wanted=wanted, by=leader, at=begun).code
    chosen = [*_portals(League.MINISTRIES)[:2], *_portals(League.PROVINCES)]
    few = [one for one in chosen if one.agency.startswith("G") or one.agency == OWN]
    actions.add_subjects(code=code, wanted=few, by=leader, at=begun)
    people = [_key(leader), _key(_officer(SECOND, at))]
    actions.assign_evenly(code=code, evaluators=people, by=leader, at=at)
    actions.open_campaign(code=code, by=leader, at=begun)
    _look(code, leader, better=0.1, at=begun + timedelta(days=1))


def _wanted(
    title: Sentence, name: str, *, at: datetime, kind: CampaignKind, seats: int = 1
) -> CampaignWanted:
    last = local_day(at)
    return CampaignWanted(
        title=title,
        kind=kind,
        lead=Lead.AUTHORITY,
        criteria_set=name,
        first_day=last - timedelta(days=60),
        last_day=last,
        seats=seats,
        synthetic=True,
    )


def _portals(league: League) -> list[SubjectWanted]:
    return [
        SubjectWanted(agency=code, address=f"https://{code.lower()}.motcua.example")
        for code in measurement.members(league)
    ]


def _look(code: str, leader: Viewer, *, better: float, at: datetime) -> None:
    """Record a look at every portal, as a worker would have."""
    actions.start_runs(code=code, by=leader, at=at)
    board = queries.board(viewer=leader, code=code, at=at)
    judged_by = criteria_set(board.campaign.criteria_set) if board else None
    with TemporaryDirectory() as folder:
        for row in board.rows if board else ():
            ticket = running.take_run(key=row.run.key, at=at) if row.run else None
            if ticket is not None and judged_by is not None:
                place = Path(folder) / str(ticket.key)
                _write(place, ticket, judged_by, better=better, at=at)
                ended = at + timedelta(minutes=2)
                running.record_run(ticket=ticket, folder=place, by=SYSTEM, at=ended)


def _write(
    place: Path, ticket: RunTicket, judged_by: CriteriaSet, *, better: float, at: datetime
) -> None:
    seed = f"{ticket.url} {judged_by.name}"
    part = int(hashlib.sha256(seed.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF
    found = seeing.audit(
        ticket.url,
        judged_by,
        quality=0.3 + 0.35 * part + better,
        seed=seed,
        facts=ports.facts(),
        at=at,
    )
    place.mkdir()
    (place / "audit.json").write_bytes(recording.dumps(recording.to_json(found)))


def _answer(code: str, leader: Viewer, *, at: datetime) -> None:
    board = queries.board(viewer=leader, code=code, at=at)
    for place, row in enumerate(board.rows if board else ()):
        agency = row.subject.agency
        typed = Typed(value=f"{6 + place % 9}/15", note="Ba người, năm việc mỗi người (mô phỏng).")
        for criterion in _asked(leader, code, agency):
            actions.save_answer(
                code=code, agency=agency, criterion=criterion, typed=typed, by=leader, at=at
            )
        actions.finish_worksheet(code=code, agency=agency, by=leader, at=at)


def _asked(leader: Viewer, code: str, agency: str) -> tuple[str, ...]:
    sheet = worksheets.worksheet(viewer=leader, code=code, agency=agency)
    return sheet.left if sheet else ()


def _hear(code: str, leader: Viewer, *, at: datetime, now: datetime) -> None:
    """Let the one agency with a head in the demonstration explain its worst finding."""
    head = _officer(HEAD, now)
    result = results.result(viewer=head, code=code, agency=OWN)
    if result is None or not result.findings:
        return
    fact = result.findings[0].fact
    actions.reply(
        code=code,
        agency=OWN,
        on=About.FINDING,
        about_code=fact,
        text="Cổng đã giao đơn vị vận hành khắc phục trong quý này (mô phỏng).",
        by=head,
        at=at,
    )
    actions.finish_replies(code=code, agency=OWN, by=head, at=at)
    actions.answer_reply(
        code=code,
        agency=OWN,
        on=About.FINDING,
        about_code=fact,
        outcome=ReplyOutcome.KEPT,
        answer="Ghi nhận; lúc kiểm tra lỗi vẫn còn nên giữ kết quả (mô phỏng).",
        by=leader,
        at=at + timedelta(days=1),
    )


def _officer(name: str, at: datetime) -> Viewer:
    return accounts.viewer_of(accounts.account_named(name).key, at=at, second_factor=True)


def _key(who: Viewer) -> UUID:
    assert who.key is not None  # noqa: S101 -- an account's viewer has a key; for the type checker
    return who.key
