"""Reading what leaders type: a campaign, a portal, a day, a number; refused beside its field."""

from collections.abc import Mapping
from datetime import date
from typing import NoReturn, TypeVar
from uuid import UUID

from django.http import QueryDict

from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.campaigns import (
    CampaignKind,
    CampaignRefused,
    CampaignView,
    CampaignWanted,
    Lead,
    SubjectWanted,
)
from motcua.evaluation.values.facts import Area
from motcua.identity.values import Viewer
from motcua.kernel.words import Sentence
from motcua.measurement.values.cards import League
from motcua.observatory.evaluating.words import LEADS

MOST_LETTERS = 400_000
"""Letters of the longest list that is read."""
SLOWEST = 60
ALONE = 1
"""The least seconds between two pages of a portal that is not made up."""
Choice = TypeVar("Choice", CampaignKind, Lead, League)


def words(posted: Mapping[str, str], name: str, most: int = 4_000) -> str:
    """Give what was typed in a field, without what no text holds."""
    return posted.get(name, "").replace("\0", "")[:most].strip()


def campaign(posted: QueryDict, by: Viewer) -> CampaignWanted:
    """Read a campaign as it is wanted; raises `CampaignRefused` for the first wrong field."""
    synthetic = posted.get("mo-phong") == "yes"
    return CampaignWanted(
        title=Sentence(
            words(posted, "ten"), words(posted, "ten-tieng-anh") or words(posted, "ten")
        ),
        kind=_choice(posted, "loai", CampaignKind),
        lead=lead_of(posted, by),
        criteria_set=words(posted, "bo-tieu-chi", 200) or _nothing("bo-tieu-chi"),
        first_day=day(posted, "tu-ngay"),
        last_day=day(posted, "den-ngay"),
        figures_from=day(posted, "so-lieu-tu") if typed_day(posted, "so-lieu-tu") else None,
        figures_to=day(posted, "so-lieu-den") if typed_day(posted, "so-lieu-den") else None,
        seats=number(posted, "so-nguoi", least=1, most=2),
        manner=_manner(posted, synthetic=synthetic),
        synthetic=synthetic,
    )


def lead_of(posted: Mapping[str, str], by: Viewer) -> Lead:
    """Give who leads; somebody who holds one leading role only is not asked."""
    own = leads(by)
    return own[0] if len(own) == 1 else _choice(posted, "chu-tri", Lead)


def leads(by: Viewer) -> tuple[Lead, ...]:
    """Give the kinds of campaigns that somebody can begin."""
    return tuple(lead for lead, role in LEADS.items() if by.paths(role))


def portal(posted: Mapping[str, str], agency: str = "") -> SubjectWanted:
    """Read a portal; `agency` where it is known already."""
    code = agency or words(posted, "co-quan", 100)
    if not code:
        raise CampaignRefused(
            "co-quan", Sentence("Bạn hãy ghi mã cơ quan.", "Write the agency's code.")
        )
    return SubjectWanted(
        agency=code,
        address=words(posted, "dia-chi"),
        others=tuple(words(posted, "dia-chi-khac").split()),
        contact=words(posted, "lien-he"),
        league=_choice(posted, "nhom", League) if words(posted, "nhom") else None,
    )


def number(posted: Mapping[str, str], name: str, *, least: int, most: int) -> int:
    """Read a whole number."""
    typed = words(posted, name, 20).replace(".", "")
    if typed.isascii() and typed.isdecimal() and least <= int(typed) <= most:
        return int(typed)
    raise CampaignRefused(
        name,
        Sentence(
            f"Bạn hãy ghi một số từ {least} đến {most}.", f"Write a number from {least} to {most}."
        ),
    )


def typed_day(posted: Mapping[str, str], name: str) -> dict[str, str]:
    """Give the parts of a day as they were typed; empty where nothing was."""
    found = {part: words(posted, f"{name}.{part}", 10) for part in ("day", "month", "year")}
    return found if any(found.values()) else {}


def day(posted: Mapping[str, str], name: str) -> date:
    """Read a day of three boxes."""
    typed = typed_day(posted, name)
    try:
        if not all(one.isascii() and one.isdecimal() for one in typed.values()):
            raise ValueError(name)
        found = date(*(int(typed[part]) for part in ("year", "month", "day")))
        if not 2000 <= found.year <= 2100:
            raise ValueError(name)
    except (ValueError, KeyError):
        raise CampaignRefused(
            name,
            Sentence(
                "Bạn hãy ghi đủ ngày, tháng, năm, như 15 6 2026.",
                "Write day, month and year, such as 15 6 2026.",
            ),
        ) from None
    return found


def key(text: str, field: str) -> UUID:
    """Read who or what was chosen."""
    try:
        return UUID(text)
    except ValueError:
        return _nothing(field)


def as_typed(one: CampaignView) -> QueryDict:
    """Give a campaign as its form would have been filled in."""
    manner, posted = one.manner, QueryDict(mutable=True)
    told = {
        "ten": one.title.vi,
        "ten-tieng-anh": one.title.en,
        "loai": one.kind.value,
        "chu-tri": one.lead.value,
        "bo-tieu-chi": one.criteria_set,
        "so-nguoi": str(one.seats),
        "so-trang": str(manner.pages),
        "nhip": f"{manner.pace:g}".replace(".", ","),
        "mo-phong": "yes" if one.synthetic else "",
    }
    days = {
        "tu-ngay": one.first_day,
        "den-ngay": one.last_day,
        "so-lieu-tu": one.figures_from,
        "so-lieu-den": one.figures_to,
    }
    for name, on in days.items():
        told |= {f"{name}.{part}": str(getattr(on, part)) for part in ("day", "month", "year")}
    posted.update(told)
    posted.setlist("linh-vuc", list(manner.areas))
    return posted


def _manner(posted: QueryDict, *, synthetic: bool) -> Manner:
    areas = tuple(dict.fromkeys(posted.getlist("linh-vuc")))
    known = {area.value for area in Area}
    if not known.issuperset(areas):
        return _nothing("linh-vuc")
    return Manner(
        pages=number(posted, "so-trang", least=1, most=200),
        pace=_pace(posted, synthetic=synthetic),
        areas=areas,
    )


def _pace(posted: Mapping[str, str], *, synthetic: bool) -> float:
    least = 0 if synthetic else ALONE
    try:
        found = float(words(posted, "nhip", 10).replace(",", "."))
    except ValueError:
        found = -1.0
    if least <= found <= SLOWEST:
        return found
    raise CampaignRefused(
        "nhip",
        Sentence(
            f"Bạn hãy ghi số giây từ {ALONE} đến {SLOWEST}. Chỉ cổng mô phỏng mới được mở nhanh "
            "hơn.",
            f"Write seconds from {ALONE} to {SLOWEST}. Only made-up portals may be opened faster.",
        ),
    )


def _choice(posted: Mapping[str, str], name: str, among: type[Choice]) -> Choice:
    try:
        return among(posted.get(name, ""))
    except ValueError:
        return _nothing(name)


def _nothing(name: str) -> NoReturn:
    raise CampaignRefused(name, Sentence("Bạn hãy chọn một mục.", "Choose one."))
