"""Sections of a report, made of what the pages draw: a sentence, bars, months, a table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from django.utils.translation import gettext as _

from motcua.kernel.words import Refused
from motcua.measurement import queries
from motcua.measurement.values import Card, Grain, League, Way
from motcua.measurement.values.reading import Series
from motcua.observatory import asking, reading, words
from motcua.observatory.addresses import Here
from motcua.observatory.drawing import heads, index, quality, ranks, standing, times
from motcua.observatory.kept import recall
from motcua.web.formats import say

Section: TypeAlias = dict[str, Any]
"""What `public_report` prints: title, said, bars, months, table, note."""
MAIN = "use2"
FIRST = 10
"""Lines of each league in the country's report."""


def sections(code: str, here: Here) -> list[Section]:
    """Give the sections of an agency's report ("": the country's), without those that are empty."""
    made = [
        _first(code, here),
        _over_time(code, here),
        *(_quality(code, here)),
        _index(code, here),
        _agreement(code, here),
        *([] if code else _leagues(here)),
        None if code else _missing(here),
    ]
    return [one for one in made if one is not None]


def _first(code: str, here: Here) -> Section:
    found = heads.heads(reading.head(), code, here)
    against = [_("Cả nước")] if code else []
    headings = [_("Chỉ số"), _("Như thực tế"), _("Như báo lên"), _("So với năm trước"), *against]
    return {
        "title": _("Những con số chính"),
        "said": _(
            "Vạch cam là mục tiêu. “Như báo lên” là con số các cổng tự gửi về; “như thực tế” đã "
            "bỏ phần do cách báo cáo."
        ),
        "bars": [_bar(one) for one in found if one["card"].unit == "share"],
        "table": {"headings": headings, "rows": [_head_row(one, code) for one in found]},
        "note": _("* Kỳ chưa đủ ngày.") if any(one["partial"] for one in found) else "",
    }


def _bar(head: Mapping[str, Any]) -> dict[str, Any]:
    card: Card = head["card"]
    share = head["bars"]["true"] if head["two"] else (head.get("beside") or {}).get("true")
    return {
        "name": say(card.name),
        "words": head["true"],
        "width": (share or 0.0) / 100,
        "mark": float(card.target) if card.target is not None else None,
    }


def _head_row(head: Mapping[str, Any], code: str) -> list[str]:
    told = head["missing"] or head["true"] + (" *" if head["partial"] else "")
    row = [say(head["card"].name), told, head["fed"] or words.NONE, head["change"] or words.NONE]
    return [*row, head["nation"]] if code else row


def _over_time(code: str, here: Here) -> Section:
    months = asking.months_to(here.period)
    true, fed = (reading.series(MAIN, code, months, way=way) for way in (Way.TRUE, Way.FED))
    drawn = times.series(
        "", [(words.way(Way.TRUE), true), (words.way(Way.FED), fed)], grain=Grain.MONTH, title=""
    )
    return {
        "title": _("%(name)s, 12 tháng") % {"name": say(true.card.name)},
        "said": drawn["said"],
        "months": _months(true),
        "table": {"headings": drawn["columns"], "rows": drawn["rows"]},
        "note": drawn["note"],
    }


def _months(of: Series) -> list[dict[str, Any]]:
    values = [figure.value or 0.0 for _on, figure in of.points]
    most = 1.0 if of.card.unit == "share" else max(values, default=0.0) or 1.0
    return [
        {
            "name": words.step(on, Grain.MONTH)[1],
            "width": min((figure.value or 0.0) / most, 1.0),
            "words": words.NONE if figure.value is None else words.axis(of.card, figure.value),
        }
        for on, figure in of.points
    ]


def _quality(code: str, here: Here) -> Iterable[Section | None]:
    period = here.period
    yield section_of(
        quality.channels(recall(queries.channels, code, period), here, within=code), parts="parts"
    )
    yield section_of(
        quality.satisfaction(recall(queries.satisfaction, code, period), here, within=code)
    )
    yield section_of(quality.waits(recall(queries.waits, code, period), here))
    yield section_of(
        quality.causes(recall(queries.causes, code, period), here, within=code), parts="lines"
    )


def _index(code: str, here: Here) -> Section | None:
    try:
        found = recall(queries.index766, code, here.period)
    except Refused:  # no edition of the index was in force then
        return None
    told = index.index766(found, here)
    section = section_of(told["chart"], parts="lines")
    if section is None:
        return None
    notes = [say(found.origin)]
    if not told["whole"]:
        notes.append(
            _("Mới biết số liệu của %(known)s trên 100 điểm; tổng điểm là mức thấp nhất.")
            % {"known": told["known"]}
        )
    return section | {"note": " ".join(notes)}


def _agreement(code: str, here: Here) -> Section | None:
    found = recall(queries.consistency, code, asking.months_to(here.period))
    told = quality.consistency(found, here)
    if not told["rows"]:
        return None
    return {
        "title": _("Số liệu trang và số liệu hồ sơ có khớp nhau không?"),
        "said": say(found.sentence),
        "table": {
            "headings": [
                _("Tháng"),
                _("Hồ sơ trực tuyến được báo"),
                _("Lần nộp thấy trên trang"),
                _("Nhập hàng loạt"),
            ],
            "rows": told["rows"],
        },
    }


def _leagues(here: Here) -> Iterable[Section]:
    for one in League:
        table = reading.league(MAIN, one, here.period)
        drawn = ranks.league(table, here, most=FIRST)
        yield {
            "title": f"{say(table.card.name)}: {ranks.league_name(one)}",
            "said": _("%(n)s nơi có số liệu, %(silent)s nơi chưa; in %(most)s nơi đầu.")
            % {"n": drawn["ranked"], "silent": drawn["silent"], "most": len(drawn["lines"])},
            "table": {
                "headings": [_("Cơ quan"), _("Hạng"), _("Như thực tế"), _("Như báo lên")],
                "rows": [
                    [
                        say(line["name"]),
                        str(line["rank"] or words.NONE),
                        line["missing"] or line["words"],
                        line["other"],
                    ]
                    for line in drawn["lines"]
                ],
            },
        }


def _missing(here: Here) -> Section | None:
    told = standing.standing(reading.playing(MAIN, here.period))
    if not told["missing"]:
        return None
    return {
        "title": _("Ai chưa có số liệu"),
        "said": told["words"],
        "table": {
            "headings": [_("Vì sao"), _("Nơi nào")],
            "rows": [[why, ", ".join(names)] for why, names in told["missing"]],
        },
    }


def section_of(chart: Mapping[str, Any] | None, *, parts: str = "") -> Section | None:
    """Turn a chart of a page into a section; `parts` names its lines that become bars."""
    if chart is None:
        return None
    lines: Sequence[Mapping[str, Any]] = chart[parts] if parts else ()
    return {
        "title": chart["title"],
        "said": chart["said"],
        "bars": [
            {
                "name": say(line["name"]),
                "words": line["words"],
                "width": line["width"] / 100,
                "mark": line["other"] / 100 if line.get("other") is not None else None,
            }
            for line in lines
        ],
        "table": {"headings": chart["columns"], "rows": chart["rows"]},
        "note": chart.get("note", ""),
    }
