"""Published evaluations as files: the signed document, a sheet, a report, badges."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from markupsafe import escape

from motcua.documents import ports
from motcua.evaluation.queries import published as queries
from motcua.evaluation.values.published import Published
from motcua.kernel import sheets
from motcua.kernel.calendar import HANOI
from motcua.observatory.auditing import words
from motcua.observatory.auditing.printing import LAYOUT, drawable
from motcua.observatory.evaluated import campaigns
from motcua.observatory.reporting.sections import section_of
from motcua.web.formats import day, moment, say

COLUMNS = (
    *("league", "agency", "name", "rank", "grade", "points", "most", "criterion", "group"),
    *("standing", "level", "share", "criterion_points", "criterion_most", "method"),
)


def signature(code: str, number: int | None) -> dict[str, Any]:
    """Give what one needs to check the document: its digest, the signature and the key."""
    view = queries.snapshot(code, number)
    return {
        "document": settings.BASE_URL
        + reverse("evaluated:document", kwargs={"code": code})
        + f"?ban={view.number}",
        "sha256": view.sha256,
        "signature": view.signature,
        "public_key": view.public_key,
        "algorithm": "Ed25519 (RFC 8032)",
        "published_at": view.published_at.isoformat(),
        "current": view.current,
    }


def sheet(code: str, number: int | None) -> bytes:
    """Write every portal with every criterion as CSV."""
    return sheets.csv(COLUMNS, _lines(queries.published(code, number)))


def _lines(found: Published) -> Iterator[list[sheets.Cell]]:
    for one in found.subjects:
        head = [one.league.value, one.agency, one.name, one.rank, one.result.grade]
        head += [f"{float(one.result.total):.4f}", f"{float(one.result.most):g}"]
        for score in one.result.criteria:
            yield [
                *head,
                *(score.code, score.group, score.standing.value, score.level),
                *(f"{float(part):.4f}" for part in (score.share, score.points, score.most)),
                score.method.value,
            ]


def badge(code: str, agency: str) -> str:
    """Draw the badge that an agency may show: its grade, of which set, of when; SVG on its own."""
    one, found = queries.published_subject(code, agency), queries.published(code)
    grade = words.grade(queries.criteria_of(code), one.result.grade)
    title = _("%(name)s: xếp loại %(grade)s") % {"name": one.name, "grade": grade.said or "–"}
    said = say(found.title)
    official = "" if found.criteria and found.criteria.official else _("tiêu chí tạm")
    part = _("chưa chấm đủ") if one.result.provisional else ""
    small = " · ".join(each for each in (day(found.published_at), part, official) if each)
    mock = _("MÔ PHỎNG") if found.synthetic else ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="260" height="72" viewBox="0 0 260 72" '
        f'role="img" aria-labelledby="t d"><title id="t">{escape(title)}</title>'
        f'<desc id="d">{escape(said)}</desc>'
        '<rect x=".5" y=".5" width="259" height="71" rx="8" fill="#fff" stroke="#71665d"/>'
        '<circle cx="38" cy="36" r="28" fill="none" stroke="#8f1d21" stroke-width="3"/>'
        f'<text x="38" y="{46 if grade.letter else 40}" text-anchor="middle" '
        f'font-family="sans-serif" font-size="{28 if grade.letter else 11}" font-weight="700" '
        f'fill="#8f1d21">{escape(grade.said or "–")}</text>'
        '<g font-family="sans-serif" fill="#211a16">'
        f'<text x="76" y="26" font-size="14" font-weight="700">{escape(_cut(one.name, 24))}</text>'
        f'<text x="76" y="45" font-size="12">{escape(_cut(said, 30))}</text>'
        f'<text x="76" y="61" font-size="11">{escape(f"{mock} {small}".strip())}</text></g></svg>'
    )


def report(code: str, number: int | None, *, at: datetime) -> bytes:
    """Print the national report of a campaign as PDF/A, in Vietnamese."""
    with translation.override("vi"):
        told = campaigns.campaign(code, number)
        found: Published = told["found"]
        local = at.astimezone(HANOI)
        sections = [] if told["withdrawn"] else _sections(told)
        return ports.press().print(
            LAYOUT,
            drawable(
                {
                    "title": say(found.title),
                    "agency": found.led_by,
                    "place": "Hà Nội",
                    "period": f"{day(found.first_day)} – {day(found.last_day)}",
                    "lead": _lead(told),
                    "counted": _("Công bố lúc %(at)s; SHA-256 của bản công bố: %(digest)s")
                    % {
                        "at": moment(found.published_at),
                        "digest": queries.snapshot(code, number).sha256,
                    },
                    "simulated": found.synthetic,
                    "issued": {"day": local.day, "month": local.month, "year": local.year},
                    "sections": sections,
                }
            ),
        )


def _lead(told: dict[str, Any]) -> str:
    found: Published = told["found"]
    if told["withdrawn"]:
        return _("Kết quả này đã bị thu hồi: %(why)s") % {"why": found.reason}
    lead = _("%(n)s cổng được đánh giá.") % {"n": told["portals"]}
    if found.criteria and not found.criteria.official:
        lead += " " + _("Bộ tiêu chí tạm, không phải của cơ quan nhà nước.")
    if found.synthetic:
        lead += " " + _("Kết quả MÔ PHỎNG để trình diễn, không phải của cổng nào ngoài đời thật.")
    return lead


def _sections(told: dict[str, Any]) -> list[dict[str, Any]]:
    grades = told["grades"]
    made = [
        {
            "title": _("Xếp loại"),
            "said": grades["said"],
            "bars": [
                {**line, "width": line["width"] / 100, "mark": None} for line in grades["lines"]
            ],
            "table": {"headings": grades["columns"], "rows": grades["rows"]},
            "note": "",
        }
    ]
    made += [_league(one) for one in told["leagues"]]
    made.append(
        {
            "title": _("Các cổng thường chưa đạt ở đâu"),
            "said": "",
            "table": {
                "headings": [_("Tiêu chí"), _("Kết quả")],
                "rows": [
                    [f"{one['code']} {say(one['text'])}", one["words"]] for one in told["worst"]
                ],
            },
            "note": "",
        }
    )
    causes = section_of(told["causes"], parts="lines")
    return made if causes is None else [*made, causes]


def _league(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": one["name"],
        "said": "",
        "table": {
            "headings": [_("Cổng"), _("Hạng"), _("Điểm"), _("Xếp loại")],
            "rows": [
                [row["name"], str(row["rank"]), row["points"], _told(row)] for row in one["rows"]
            ],
        },
        "note": "",
    }


def _told(row: dict[str, Any]) -> str:
    grade, part = row["grade"].said or "–", _("chưa chấm đủ")
    return f"{grade} ({part})" if row["provisional"] else grade


def document(code: str, number: int | None) -> bytes:
    """Give the signed document byte for byte."""
    return queries.snapshot(code, number).document.encode()


def catalogue() -> str:
    """List what was published, for machines."""
    lines = [
        {
            "campaign": one.campaign,
            "kind": one.kind.value,
            "title": {"vi": one.title.vi, "en": one.title.en},
            "criteria_set": one.criteria_set,
            "published_at": one.published_at.isoformat(),
            "sha256": one.sha256,
            "portals": one.subjects,
            "synthetic": one.synthetic,
            "document": settings.BASE_URL
            + reverse("evaluated:document", kwargs={"code": one.campaign}),
        }
        for one in queries.snapshots()
    ]
    return json.dumps({"published": lines}, ensure_ascii=False, indent=1)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
