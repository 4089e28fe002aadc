"""What those see who run the measuring: their portals, and how what they send is drawn."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from motcua.identity.values import Role, Viewer
from motcua.kernel.words import Sentence
from motcua.measurement import queries
from motcua.measurement.queries import Sent
from motcua.measurement.rules.wire import Reason
from motcua.measurement.rules.wire.refusals import SENTENCES
from motcua.measurement.values import Period
from motcua.measurement.values.quality import Health, Verdict
from motcua.measurement.values.sites import Site
from motcua.observatory import places, words
from motcua.web.formats import day, moment, say

READERS = (Role.EMC_OPERATOR, Role.CONTROLLER, Role.EXECUTIVE, Role.SYSTEM_ADMIN)
NATIONAL = frozenset({Role.EMC_OPERATOR})
"""Who runs the measuring sees every portal; others see those of their own agencies."""
DAYS = 14
_NEVER = datetime.min.replace(tzinfo=UTC)
OUTCOMES = {
    "accepted": ("good", Sentence("Đã nhận", "Accepted")),
    "robot": ("neutral", Sentence("Máy tự động", "Robots")),
    "replayed": ("info", Sentence("Gửi lặp", "Sent twice")),
    "late": ("wait", Sentence("Đến muộn", "Late")),
    "masked": ("cut", Sentence("Nhận, đã bỏ thông tin cá nhân", "Taken, a person cut out")),
    "refused": ("bad", Sentence("Từ chối", "Refused")),
}
HEALTH = {
    Health.FINE: ("good", Sentence("Tốt", "Fine")),
    Health.HALF: ("wait", Sentence("Chỉ một kênh", "One channel only")),
    Health.REFUSED: ("bad", Sentence("Nhiều lỗi", "Many errors")),
    Health.SILENT: ("bad", Sentence("Im lặng", "Silent")),
    Health.NEVER: ("neutral", Sentence("Chưa từng gửi", "Never sent")),
}
VERDICTS = {
    Verdict.NO_TRACKING: ("bad", Sentence("Trang thiếu mã đo", "Pages lack tracking")),
    Verdict.BATCHED: ("bad", Sentence("Nhập hàng loạt", "Typed in batches")),
    Verdict.NO_DOSSIERS: ("wait", Sentence("Thiếu sự kiện hồ sơ", "Dossier events are missing")),
    Verdict.FEW: ("neutral", Sentence("Còn ít số liệu", "Too little to say")),
    Verdict.CONSISTENT: ("good", Sentence("Khớp nhau", "They agree")),
}
VERDICT_ORDER = tuple(VERDICTS)
_REASONS = {reason.value for reason in Reason}


@dataclass(frozen=True, slots=True)
class Day:
    """A day's facts by outcome."""

    on: date
    facts: Mapping[str, int]


def own_sites(viewer: Viewer) -> dict[int, Site]:
    """Give the portals that a viewer answers for, by number."""
    known = queries.sites()
    if any(grant.role in NATIONAL for grant in viewer.grants):
        return dict(known)
    paths = viewer.paths(*READERS)
    return {
        number: site
        for number, site in known.items()
        if any(f"{site.agency}.".startswith(path) for path in paths)
    }


def sees_strangers(viewer: Viewer) -> bool:
    """Tell whether a viewer sees what came from sites that nobody knows."""
    return any(grant.role in NATIONAL for grant in viewer.grants)


def fortnight(today: date) -> Period:
    """Give today and the thirteen days before."""
    return Period(today - timedelta(days=DAYS - 1), today)


def by_day(sent: Iterable[Sent], period: Period) -> list[Day]:
    """Add up what was sent on each day, the latest first, days without anything too."""
    added: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in sent:
        added[one.day][one.outcome] += one.facts
    days = [period.last - timedelta(days=back) for back in range(period.days)]
    return [Day(on, added.get(on, {})) for on in days]


def drawn(days: list[Day]) -> dict[str, Any]:
    """Draw days as stacked bars and as a table."""
    keys = [(tone, say(name)) for tone, name in OUTCOMES.values()]
    counted = [(day(one.on), [one.facts.get(outcome, 0) for outcome in OUTCOMES]) for one in days]
    return {
        "legend": keys,
        "rows": [
            {"name": name, "values": values, "words": words.number(sum(values))}
            for name, values in counted
        ],
        "most": max((sum(values) for _name, values in counted), default=0),
        "headings": [_("Ngày"), *(name for _tone, name in keys)],
        "table": [[name, *map(words.number, values)] for name, values in counted],
    }


def heard_today(sent: Iterable[Sent], sites: Mapping[int, Site]) -> list[dict[str, Any]]:
    """Give each portal's facts of today, the last heard first."""
    added: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    last: dict[int, datetime] = {}
    for one in sent:
        added[one.site][one.outcome] += one.facts
        if one.last_at is not None:
            last[one.site] = max(one.last_at, last.get(one.site, one.last_at))
    ordered = sorted(added, key=lambda number: last.get(number, _NEVER))
    return [
        {
            "number": number,
            "name": sites[number].name if number in sites else _("Cổng chưa đăng ký"),
            "accepted": words.number(added[number].get("accepted", 0)),
            "robots": words.number(added[number].get("robot", 0)),
            "refused": words.number(added[number].get("refused", 0)),
            "wrong": added[number].get("refused", 0) > 0,
            "last": moment(last.get(number)) or words.NONE,
        }
        for number in reversed(ordered)
    ]


def reasons(sent: Iterable[Sent]) -> list[tuple[str, str]]:
    """Give why facts were refused and how often, the most frequent first."""
    added: dict[str, int] = defaultdict(int)
    for one in sent:
        if one.outcome == "refused":
            added[one.reason] += one.facts
    return [
        (why(code), words.number(times))
        for code, times in sorted(added.items(), key=lambda pair: -pair[1])
    ]


def why(code: str) -> str:
    """Say a reason for which something was refused."""
    return say(SENTENCES[Reason(code)]) if code in _REASONS else code


def agency_name(code: str) -> str:
    """Name an agency in the reader's language."""
    return say(places.name(code))
