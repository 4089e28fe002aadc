"""Every place of every fault as a line of CSV, for a spreadsheet."""

from collections.abc import Iterator

from motcua.evaluation.values.findings import Finding
from motcua.evaluation.values.judged import Judged
from motcua.kernel import sheets

COLUMNS = (
    *("portal", "page", "area", "fact", "rule", "severity", "name_vi", "name_en"),
    *("says_vi", "says_en", "worst", "selector", "snippet"),
    *("remedy_vi", "remedy_en", "sources", "criteria", "points_lost"),
)


def csv(judged: Judged) -> bytes:
    """Write a line for each place of each fault."""
    lines = ((judged.audit.url, *line) for finding in judged.findings for line in _lines(finding))
    return sheets.csv(COLUMNS, lines)


def _lines(one: Finding) -> Iterator[tuple[str, ...]]:
    card = one.card
    before = (card.area.value, card.code, one.rule, one.severity.value, card.name.vi, card.name.en)
    after = (
        card.remedy.vi,
        card.remedy.en,
        " · ".join(source.label for source in card.sources),
        " ".join(one.criteria),
        f"{float(one.lost):.2f}",
    )
    worst = "" if one.worst is None else str(one.worst)
    told = set()
    for found in one.places:
        told.add(found.url)
        place, says = found.place, found.place.says
        said = ("", "") if says is None else (says.vi, says.en)
        yield (found.url, *before, *said, worst, place.selector, place.snippet, *after)
    for url in one.pages:
        if url not in told:
            yield (url, *before, "", "", worst, "", "", *after)
