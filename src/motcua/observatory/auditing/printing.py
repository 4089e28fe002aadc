"""The report as PDF/A: the grade, groups, what to mend, every criterion; for files and desks."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from motcua.design.letters import printable
from motcua.documents import ports
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.findings import Finding
from motcua.evaluation.values.judged import Judged, Judgement
from motcua.kernel.calendar import HANOI
from motcua.observatory.auditing import words
from motcua.web.formats import moment, say

LAYOUT = "public_report"


def pdf(judged: Judged, *, name: str = "") -> bytes:
    """Print the report in Vietnamese; `name` is the portal's, its address where it has none."""
    with translation.override("vi"):
        audit, first = judged.audit, judged.judgements[0]
        local = audit.ended_at.astimezone(HANOI)
        told = name or audit.url
        return ports.press().print(
            LAYOUT,
            drawable(
                {
                    "title": _("Kết quả kiểm tra %(name)s") % {"name": told},
                    "agency": told,
                    "place": "Hà Nội",
                    "period": say(first.criteria_set.title),
                    "lead": _lead(first),
                    "counted": _("Máy xem lúc %(at)s.") % {"at": moment(audit.ended_at)},
                    "simulated": False,
                    "issued": {"day": local.day, "month": local.month, "year": local.year},
                    "sections": [
                        _groups(first),
                        _faults(_("Năm việc nên sửa trước"), judged.first),
                        *(_criteria(one) for one in judged.judgements),
                        _faults(_("Mọi lỗi tìm thấy"), judged.findings),
                    ],
                }
            ),
        )


def drawable(told: Any) -> Any:
    """Write every text of what is printed with letters that our fonts have."""
    if isinstance(told, str):
        return printable(told)
    if isinstance(told, dict):
        return {name: drawable(one) for name, one in told.items()}
    return [drawable(one) for one in told] if isinstance(told, list | tuple) else told


def _lead(one: Judgement) -> str:
    lead = _("%(points)s / %(most)s điểm.") % {
        "points": words.points(one.result, one.criteria_set),
        "most": words.number(one.result.most),
    }
    if one.result.provisional:
        lead += " " + _("Chưa đủ để xếp loại: máy chấm được %(judged)s số điểm.") % {
            "judged": words.share(one.result.judged)
        }
    else:
        lead = _("Xếp loại %(grade)s.") % {"grade": one.result.grade} + " " + lead
    if not one.criteria_set.official:
        lead += " " + _("Bộ tiêu chí tạm, không phải của cơ quan nhà nước.")
    return lead


def _groups(one: Judgement) -> dict[str, Any]:
    names = {group.code: say(group.text) for group in one.criteria_set.groups}
    rows = [
        [names[group.code], words.number(group.points), words.number(group.most)]
        for group in one.result.groups
    ]
    return {
        "title": _("Điểm từng nhóm"),
        "said": "",
        "bars": [
            {
                "name": names[group.code],
                "words": f"{words.number(group.points)} / {words.number(group.most)}",
                "width": float(group.points / group.most) if group.most else 0.0,
                "mark": None,
            }
            for group in one.result.groups
        ],
        "table": {"headings": [_("Nhóm"), _("Điểm"), _("Tối đa")], "rows": rows},
        "note": "",
    }


def _faults(title: str, found: tuple[Finding, ...]) -> dict[str, Any]:
    remedy = _("Cách sửa")
    rows = [
        [
            f"{say(one.card.name)}. {remedy}: {say(one.card.remedy)}",
            say(words.SEVERITIES[one.severity][0]),
            str(len(one.pages)),
            str(one.found),
        ]
        for one in found
    ]
    return {
        "title": title,
        "said": "" if rows else _("Máy không tìm thấy lỗi nào."),
        "table": {"headings": [_("Lỗi"), _("Mức"), _("Trang"), _("Chỗ")], "rows": rows}
        if rows
        else None,
        "note": "",
    }


def _criteria(one: Judgement) -> dict[str, Any]:
    return {
        "title": say(one.criteria_set.title),
        "said": "" if one.criteria_set.official else _("Không phải tiêu chí chính thức."),
        "table": {
            "headings": [_("Tiêu chí"), _("Kết quả"), _("Điểm")],
            "rows": [
                [
                    f"{score.code} {say(one.criteria_set.by_code[score.code].text)}",
                    _result(one.criteria_set, score.level)
                    or say(words.STANDINGS[score.standing][0]),
                    f"{words.number(score.points)} / {words.number(score.most)}",
                ]
                for score in one.result.criteria
            ],
        },
        "note": "",
    }


def _result(of: CriteriaSet, level: str) -> str:
    return next((say(one.text) for one in of.levels if one.code == level), "")
