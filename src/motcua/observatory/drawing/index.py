"""Index 766, drawn: groups as bars, metrics as a table, what is missing said."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.measurement.values.index766 import Index766, MetricPoints
from motcua.observatory import words
from motcua.observatory.addresses import Here
from motcua.web.formats import say


def index766(found: Index766, here: Here) -> dict[str, Any]:
    """Draw the points of each group out of its most."""
    return {
        "found": found,
        "points": words.number(float(found.shown), 2),
        "known": words.number(float(found.known), 0),
        "whole": found.known >= found.most,
        "chart": {
            "id": "chi-so-766",
            "title": _("Chỉ số 766: điểm từng nhóm"),
            "said": _("%(points)s trên %(most)s điểm.")
            % {
                "points": words.number(float(found.shown), 2),
                "most": words.number(float(found.most)),
            },
            "lines": [
                {
                    "name": say(group.name),
                    "width": float(group.points / group.most * 100) if group.most else 0.0,
                    "words": _out_of(float(group.shown), float(group.most)),
                }
                for group in found.groups
            ],
            "columns": [_("Thành phần"), _("Tử / mẫu"), _("Điểm"), _("Tối đa")],
            "rows": [
                _metric(metric) for group in found.groups for metric in group.metrics if metric.most
            ],
            "files": here.files("chi-so-766", "chi-so-766", trong=found.agency),
        },
    }


def _metric(metric: MetricPoints) -> list[str]:
    made = [
        " / ".join(words.number(float(n)) for n in (part.count.numerator, part.count.denominator))
        if part.count
        else words.missing(part.missing)
        for part in metric.parts
    ]
    return [
        say(metric.name),
        "; ".join(made),
        words.number(float(metric.shown), 2),
        words.number(float(metric.most), 0),
    ]


def _out_of(points: float, most: float) -> str:
    return f"{words.number(points, 2)} / {words.number(most)}"
