"""Facts as lines of the spool; the columns of `schemas` in their order."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeAlias, TypeVar

from motcua.measurement.values.facts import DossierFact, PageFact
from motcua.measurement.values.telling import MetricTold, SupplyTold

Fact: TypeAlias = PageFact | DossierFact | SupplyTold | MetricTold

NOTHING = "\\N"
_LARGEST_FLOAT = 3.4e38
_TEXTS = ("agency", "page", "procedure", "detail", "metric")


class UnfitForSpool(ValueError):
    """A fact has a value that its column cannot hold; nothing of it was written."""


def line_of(fact: Fact) -> tuple[str, str]:
    """Give the kind of segment a fact belongs to, and its line."""
    if type(fact) is PageFact:
        return "pages", page(fact)
    if type(fact) is DossierFact:
        return "dossiers", dossier(fact)
    if type(fact) is SupplyTold:
        return "supply", supply(fact)
    if type(fact) is MetricTold:
        return "declared", declared(fact)
    raise TypeError(type(fact))


def page(fact: PageFact) -> str:
    """Write the columns of `schemas.PAGES`, then `key`."""
    value = fact.value
    if value is not None and not -_LARGEST_FLOAT < value < _LARGEST_FLOAT:
        raise UnfitForSpool("value")
    if fact.key >> 64 or fact.visitor >> 32 or fact.site >> 31 or not 0 <= fact.second < 86_400:
        raise UnfitForSpool("key, visitor, site or second")
    agency = fact.agency
    if not _sound(agency, fact.page, fact.procedure, fact.detail):
        return page(_cleaned(fact))
    return (
        f"{fact.day}\t{fact.second}\t{agency.partition('.')[0]}\t{agency}\t{fact.site}"
        f"\t{fact.visitor}\t{fact.kind.value}\t{fact.page}\t{fact.procedure}\t{fact.detail}"
        f"\t{NOTHING if value is None else value}\t{'true' if fact.robot else 'false'}"
        f"\t{fact.device.value}\t{fact.source.value}\t{fact.key}"
    )


def dossier(fact: DossierFact) -> str:
    """Write the columns of `schemas.DOSSIERS`."""
    if fact.key >> 63 or fact.dossier >> 63 or fact.site >> 31 or not 0 <= fact.second < 86_400:
        raise UnfitForSpool("key, dossier, site or second")
    fed = (fact.national, fact.reception_fed, fact.payment_fed, fact.level_fed, fact.post_fed)
    if any(one is not None and not -128 <= one < 128 for one in fed):
        raise UnfitForSpool("a number as it was fed")
    if fact.hours is not None and not 0 <= fact.hours < 1 << 31:
        raise UnfitForSpool("hours")
    if not _sound(fact.agency, fact.procedure):
        fact = _cleaned(fact)
    columns = (
        *(fact.day, fact.second, _top(fact.agency), fact.agency, fact.site, fact.dossier),
        *(fact.procedure, int(fact.status), *map(_maybe, fed)),
        *(fact.channel.value, _truth(fact.fee_due), _truth(fact.paid_online)),
        NOTHING if fact.outcome is None else fact.outcome.value,
        *(_maybe(fact.hours), _maybe(fact.due), fact.source.value, fact.key),
    )
    return "\t".join(map(str, columns))


def supply(fact: SupplyTold) -> str:
    """Write the columns of `schemas.SUPPLY`, then site, moment and batch."""
    if not _sound(fact.agency, fact.procedure):
        fact = _cleaned(fact)
    columns = (
        *(_top(fact.agency), fact.agency, fact.procedure, fact.level.value),
        *(_truth(fact.has_fee), _truth(fact.essential)),
        *(fact.valid_from, _maybe(fact.valid_to), fact.site, _moment(fact.told_at), fact.batch),
    )
    return "\t".join(map(str, columns))


def declared(fact: MetricTold) -> str:
    """Write the columns of `schemas.DECLARED`, then site, moment and batch."""
    if not _sound(fact.agency, fact.metric):
        fact = _cleaned(fact)
    columns = (
        *(fact.month, _top(fact.agency), fact.agency, fact.metric),
        *(float(fact.numerator), float(fact.denominator), "declared"),
        *(fact.site, _moment(fact.told_at), fact.batch),
    )
    return "\t".join(map(str, columns))


def _sound(*texts: str) -> bool:
    """Say whether texts can stand in a line as they are; nearly all can."""
    every = "".join(texts)
    return every.isprintable() and "\\" not in every


F = TypeVar("F", PageFact, DossierFact, SupplyTold, MetricTold)


def _cleaned(fact: F) -> F:
    texts: dict[str, Any] = {
        name: clean(getattr(fact, name)) for name in _TEXTS if hasattr(fact, name)
    }
    return replace(fact, **texts)


def clean(text: str) -> str:
    """Put a space for what would break a line, and drop what UTF-8 cannot carry."""
    sound = text.encode("utf-8", "ignore").decode("utf-8")
    return "".join(" " if _breaks(letter) else letter for letter in sound)


def _breaks(letter: str) -> bool:
    return letter == "\\" or not letter.isprintable()


def _top(agency: str) -> str:
    return agency.partition(".")[0]


def _maybe(value: int | date | None) -> str:
    return NOTHING if value is None else str(value)


def _truth(value: bool | None) -> str:  # noqa: FBT001 -- a column, not a flag
    return NOTHING if value is None else "true" if value else "false"


def _moment(at: datetime) -> int:
    return round(at.timestamp() * 1_000_000)
