"""Setting and withdrawing targets."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from motcua.agencies import queries as agencies
from motcua.agencies.values import AgencyUnknown, AgencyView
from motcua.identity.values import Role, Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Refused, Sentence
from motcua.measurement.events.targets import TargetSet, TargetWithdrawn
from motcua.measurement.indicators import CARDS
from motcua.measurement.models.targets import TargetRow
from motcua.measurement.values.cards import Better, Card
from motcua.measurement.values.targets import Target

SETTERS = (Role.EXECUTIVE,)
"""Who sets targets for an agency: the heads of it and of those above it."""
FIRST_YEAR = 2020
LONGEST = 200
MOST = Decimal(10) ** 11


class TargetRefused(Refused):
    """A target cannot be set or withdrawn; `field` names what to mend."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A target as somebody wants it; `value` in the indicator's unit (a share is 0…1)."""

    agency: str
    year: int
    indicator: str
    value: Decimal
    head: str
    officer: UUID | None = None
    better: Better | None = None


def may_set(*, agency: AgencyView, by: Viewer) -> bool:
    """Tell whether somebody may set and withdraw targets of an agency."""
    return bool(by.roles_at(agency.path) & set(SETTERS))


def set_target(*, wanted: Wanted, by: Viewer, at: datetime) -> Target:
    """Give the head of an agency a target for a year; one that held before is withdrawn.

    Refuses with `TargetRefused`, naming the field.
    """
    agency = _agency_for(wanted.agency, by)
    card = _card(wanted.indicator)
    better = wanted.better or card.better
    _check(wanted, card, better=better, year_now=at.astimezone(HANOI).year)
    with transaction.atomic():
        before = _holding(agency.code, wanted.year, wanted.indicator)
        if before is not None:
            _withdraw(before, by=by, at=at, reason="Thay bằng chỉ tiêu mới.")
        row = TargetRow.objects.create(
            agency_code=agency.code,
            agency_path=agency.path,
            year=wanted.year,
            indicator=wanted.indicator,
            value=wanted.value,
            better=better.value,
            head=wanted.head.strip(),
            officer=wanted.officer,
            set_by=by.name[:200],
            set_at=at,
        )
        event = TargetSet(
            subject=_subject(row),
            agency=agency.code,
            year=row.year,
            indicator=row.indicator,
            value=str(row.value),
            better=row.better,
            head=row.head,
            before=str(before.value) if before else "",
        )
        record(event=event, by=by.actor, at=at)
    return row.target


def withdraw_target(*, key: UUID, reason: str, by: Viewer, at: datetime) -> Target:
    """Let a target no longer hold, with the reason; refuses with `TargetRefused`."""
    with transaction.atomic():
        row = TargetRow.objects.select_for_update().filter(key=key, withdrawn_at=None).first()
        if row is None:
            raise TargetRefused(
                "chi-tieu",
                Sentence("Chỉ tiêu này không còn hiệu lực.", "This target does not hold any more."),
            )
        _agency_for(row.agency_code, by)
        if not 3 <= len(reason.strip()) <= 500:
            raise TargetRefused(
                "ly-do",
                Sentence(
                    "Bạn hãy viết lý do, từ 3 đến 500 ký tự.",
                    "Please say why, in 3 to 500 characters.",
                ),
            )
        _withdraw(row, by=by, at=at, reason=reason.strip())
        event = TargetWithdrawn(
            subject=_subject(row),
            agency=row.agency_code,
            year=row.year,
            indicator=row.indicator,
            reason=row.reason,
        )
        record(event=event, by=by.actor, at=at)
    return row.target


def _agency_for(code: str, by: Viewer) -> AgencyView:
    try:
        agency = agencies.agency(code)
    except AgencyUnknown:
        agency = None
    if agency is None or not may_set(agency=agency, by=by):
        raise TargetRefused(
            "co-quan",
            Sentence(
                "Chỉ thủ trưởng cơ quan này hoặc cơ quan cấp trên giao được chỉ tiêu.",
                "Only the head of this agency, or of one above it, sets its targets.",
            ),
        )
    return agency


def _card(code: str) -> Card:
    try:
        return CARDS[code]
    except KeyError:
        raise TargetRefused(
            "chi-so", Sentence("Bạn hãy chọn một chỉ số.", "Please choose an indicator.")
        ) from None


def _check(wanted: Wanted, card: Card, *, better: Better, year_now: int) -> None:
    share = card.unit == "share"
    problems = (
        (
            "nam",
            not FIRST_YEAR <= wanted.year <= year_now + 5,
            f"Bạn hãy chọn năm từ {FIRST_YEAR} đến {year_now + 5}.",
            f"Choose a year from {FIRST_YEAR} to {year_now + 5}.",
        ),
        (
            "gia-tri",
            not wanted.value.is_finite() or not 0 < wanted.value <= (1 if share else MOST),
            "Bạn hãy ghi một số lớn hơn 0, nhiều nhất 100 %."
            if share
            else "Bạn hãy ghi một số lớn hơn 0.",
            "Write a number above 0, at most 100 %." if share else "Write a number above 0.",
        ),
        (
            "chieu",
            better is Better.NEITHER,
            "Bạn hãy chọn: càng nhiều càng tốt, hay càng ít càng tốt.",
            "Say whether more or less is better.",
        ),
        (
            "nguoi",
            not 2 <= len(wanted.head.strip()) <= LONGEST,
            f"Bạn hãy ghi người hoặc chức danh chịu trách nhiệm, nhiều nhất {LONGEST} ký tự.",
            f"Name who answers for it, in at most {LONGEST} characters.",
        ),
    )
    for field, is_wrong, vi, en in problems:
        if is_wrong:
            raise TargetRefused(field, Sentence(vi, en))


def _holding(agency: str, year: int, indicator: str) -> TargetRow | None:
    rows = TargetRow.objects.select_for_update().filter(agency_code=agency, year=year)
    return rows.filter(indicator=indicator, withdrawn_at=None).first()


def _withdraw(row: TargetRow, *, by: Viewer, at: datetime, reason: str) -> None:
    row.withdrawn_by, row.withdrawn_at, row.reason = by.name[:200], at, reason
    row.save(update_fields=["withdrawn_by", "withdrawn_at", "reason"])


def _subject(row: TargetRow) -> str:
    return f"target:{row.agency_code}/{row.year}/{row.indicator}"
