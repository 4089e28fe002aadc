"""Guides of services, and how complete they are."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from motcua.procedures.models.guides import PublishedGuide
from motcua.procedures.queries.services import services
from motcua.procedures.rules.guides import read_guide
from motcua.procedures.values.guides import Guide, GuideReport


def guide(code: str, version: int) -> Guide | None:
    """Give the newest guide of a version of a service, None where there is none."""
    rows = PublishedGuide.objects.filter(code=code, version=version).order_by("-published_at")
    row = rows.first()
    return _read(row) if row else None


def guides(on: date) -> tuple[GuideReport, ...]:
    """Tell of every service that takes applications on a day how complete its guide is."""
    kept = {(row.code, row.version): row for row in current_guides()}
    return tuple(
        GuideReport(one.code, one.name, _read(row) if row else None)
        for one in services(on)
        for row in (kept.get((one.code, one.version)),)
    )


def current_guides() -> tuple[PublishedGuide, ...]:
    """Give the newest row of each version's guide."""
    rows = PublishedGuide.objects.order_by("published_at")
    return tuple({(row.code, row.version): row for row in rows}.values())


def _read(row: PublishedGuide) -> Guide:
    return replace(_parsed(row.code, row.version, row.text), published_at=row.published_at)


@lru_cache(maxsize=256)
def _parsed(code: str, version: int, text: str) -> Guide:
    return read_guide(text, name=f"{code}/v{version}/guide.yaml", code=code, version=version)
