"""Preparing a campaign: its period, its criteria, how its runs go about."""

from contextlib import suppress
from dataclasses import asdict
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from motcua.agencies import queries as agencies
from motcua.evaluation.actions.reaching import campaign_for
from motcua.evaluation.events import about
from motcua.evaluation.events.campaigns import CampaignChanged, CampaignCreated
from motcua.evaluation.models import Campaign
from motcua.evaluation.queries.criteria import criteria_set
from motcua.evaluation.queries.viewing import campaign_view
from motcua.evaluation.rules import permitting
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.values.campaigns import CampaignRefused, CampaignView, CampaignWanted
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.identity.values import Viewer
from motcua.journal.actions import record
from motcua.kernel.calendar import HANOI
from motcua.kernel.words import Sentence

MOST_PAGES = 200
TRIES = 5


def create_campaign(*, wanted: CampaignWanted, by: Viewer, at: datetime) -> CampaignView:
    """Begin to prepare a campaign, led where `by` holds the leading role.

    Refuses with `CampaignRefused`, naming the field.
    """
    role = permitting.LEADING[wanted.lead]
    paths = by.paths(role)
    if not paths:
        raise CampaignRefused(
            "nguoi-chu-tri",
            Sentence(
                f"Chỉ người có vai trò “{role.title.vi}” mở được đợt đánh giá loại này.",
                f"Only a {role.title.en} can begin a campaign of this kind.",
            ),
        )
    chosen = _check(wanted)
    agency = agencies.agency(paths[0].rstrip("."))
    with transaction.atomic():
        row = Campaign(
            agency_code=agency.code,
            agency_path=agency.path,
            created_by=by.name[:200],
            created_at=at,
        )
        _tell(row, wanted, chosen)
        _number(row, at)
        event = CampaignCreated(
            subject=about(row.code),
            criteria_set=row.criteria_set,
            criteria_digest=row.criteria_digest,
            campaign_kind=row.kind,
            lead=row.lead,
            agency=row.agency_code,
            first_day=row.first_day,
            last_day=row.last_day,
            seats=row.seats,
            synthetic=row.synthetic,
        )
        record(event=event, by=by.actor, at=at)
    return campaign_view(row)


def change_campaign(*, code: str, wanted: CampaignWanted, by: Viewer, at: datetime) -> CampaignView:
    """Change a campaign that has not opened: period, criteria version, evaluators a portal …"""
    with transaction.atomic():
        row = campaign_for(Verb.CHANGE, code=code, by=by)
        if wanted.lead.value != row.lead:
            raise CampaignRefused(
                "nguoi-chu-tri",
                Sentence(
                    "Không đổi được bên chủ trì; hãy tạo đợt khác.",
                    "Who leads cannot be changed; begin another campaign.",
                ),
            )
        _tell(row, wanted, _check(wanted))
        row.save()
        event = CampaignChanged(
            subject=about(row.code),
            criteria_set=row.criteria_set,
            criteria_digest=row.criteria_digest,
            first_day=row.first_day,
            last_day=row.last_day,
            seats=row.seats,
        )
        record(event=event, by=by.actor, at=at)
    return campaign_view(row, subjects=row.subjects.count())


def _tell(row: Campaign, wanted: CampaignWanted, chosen: CriteriaSet) -> None:
    row.title_vi, row.title_en = _titles(wanted)
    row.kind, row.lead = wanted.kind.value, wanted.lead.value
    row.criteria_set, row.criteria_digest = chosen.name, chosen.digest
    row.first_day, row.last_day = wanted.first_day, wanted.last_day
    row.figures_from = wanted.figures_from or wanted.first_day
    row.figures_to = wanted.figures_to or wanted.last_day
    row.seats = wanted.seats
    row.manner = asdict(wanted.manner)
    row.synthetic = wanted.synthetic


def _check(wanted: CampaignWanted) -> CriteriaSet:
    chosen = criteria_set(wanted.criteria_set)
    titles = _titles(wanted)
    figures = (wanted.figures_from or wanted.first_day, wanted.figures_to or wanted.last_day)
    problems = (
        (
            "ten",
            not all(3 <= len(title) <= 200 for title in titles),
            "Bạn hãy đặt tên đợt đánh giá, từ 3 đến 200 ký tự.",
            "Name the campaign, in 3 to 200 characters.",
        ),
        (
            "bo-tieu-chi",
            not permitting.may_judge_by(wanted.lead, chosen.name),
            "Đánh giá độc lập dùng bộ tiêu chí từ góc nhìn của người dùng.",
            "An independent review uses a set that looks from the user's side.",
        ),
        (
            "tu-ngay",
            wanted.first_day > wanted.last_day,
            "Ngày đầu phải trước hoặc trùng ngày cuối.",
            "The first day must not be after the last.",
        ),
        (
            "so-lieu-tu",
            figures[0] > figures[1],
            "Ngày đầu của số liệu phải trước hoặc trùng ngày cuối.",
            "The first day of the figures must not be after the last.",
        ),
        (
            "so-nguoi",
            wanted.seats not in {1, 2},
            "Mỗi cổng có một hoặc hai người đánh giá.",
            "Each portal has one evaluator or two.",
        ),
        (
            "so-trang",
            not 1 <= wanted.manner.pages <= MOST_PAGES,
            f"Bạn hãy chọn từ 1 đến {MOST_PAGES} trang mỗi cổng.",
            f"Choose from 1 to {MOST_PAGES} pages a portal.",
        ),
    )
    for field, is_wrong, vi, en in problems:
        if is_wrong:
            raise CampaignRefused(field, Sentence(vi, en))
    return chosen


def _titles(wanted: CampaignWanted) -> tuple[str, str]:
    vi, en = (text.replace("\0", "").strip() for text in (wanted.title.vi, wanted.title.en))
    return vi, en


def _number(row: Campaign, at: datetime) -> None:
    """Save a campaign under the next code of the year; where two come at once, one asks again."""
    for _ in range(TRIES - 1):
        row.code = _next_code(at)
        with suppress(IntegrityError), transaction.atomic():
            row.save(force_insert=True)
            return
    row.code = _next_code(at)
    row.save(force_insert=True)


def _next_code(at: datetime) -> str:
    """Give the next code of the year: `dg-2026-003`."""
    start = f"dg-{at.astimezone(HANOI).year}-"
    last = Campaign.objects.filter(code__startswith=start).aggregate(last=Max("code"))["last"]
    number = int(last.removeprefix(start)) + 1 if last else 1
    return f"{start}{number:03d}"
