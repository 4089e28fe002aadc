"""Waits, funnels, causes, channels, satisfaction and whether pages and dossiers agree, drawn."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.measurement.values import Channel
from motcua.measurement.values.quality import CauseCount, ChannelCount, Consistency, Funnel, Waits
from motcua.measurement.values.reading import Interval
from motcua.observatory import words
from motcua.observatory.addresses import Here
from motcua.web.formats import day, say

TARGET_OF_SATISFACTION = 0.9


def channels(found: tuple[ChannelCount, ...], here: Here, *, within: str) -> dict[str, Any]:
    """Draw who typed the dossiers in; only the first channel is self-service."""
    parts = [
        {
            "name": say(words.CHANNELS[one.channel]),
            "width": (one.share or 0.0) * 100,
            "words": words.NONE if one.share is None else words.percent(one.share),
            "tone": tone,
        }
        for tone, one in enumerate(found, start=1)
    ]
    own = found[0] if found else None
    share = own.share if own else None
    return {
        "id": "kenh",
        "title": _("Ai đã nhập hồ sơ?"),
        "said": _said(share, {one.channel: one.share for one in found}[Channel.UNKNOWN]),
        "parts": parts,
        "columns": [_("Cách nộp"), _("Hồ sơ"), _("Tỷ lệ")],
        "rows": [
            [part["name"], words.number(one.dossiers), part["words"]]
            for part, one in zip(parts, found, strict=True)
        ],
        "files": here.files("kenh", "kenh-nop", trong=within),
    }


def _said(own: float | None, unknown: float | None) -> str:
    """Say how many did it themselves, and of how many nobody knows."""
    if own is None:
        return _("Chưa có hồ sơ nào trong kỳ này.")
    if unknown:
        return _(
            "Người dân tự làm %(share)s; %(unknown)s không rõ ai nhập; phần còn lại có người khác "
            "làm hộ hoặc nhập từ giấy."
        ) % {"share": words.percent(own), "unknown": words.percent(unknown)}
    return _("Người dân tự làm %(share)s; phần còn lại có người khác làm hộ hoặc nhập từ giấy.") % {
        "share": words.percent(own)
    }


def satisfaction(found: Interval, here: Here, *, within: str) -> dict[str, Any] | None:
    """Draw the share of satisfied people with what chance may have done to it."""
    if found.share is None or found.low is None or found.high is None:
        return None
    told = {
        "share": words.percent(found.share),
        "low": words.percent(found.low),
        "high": words.percent(found.high),
    }
    answered = words.percent(found.rated / found.asked) if found.asked else words.NONE
    return {
        "id": "hai-long",
        "title": _("Người dân hài lòng đến đâu?"),
        "said": _(
            "%(share)s người đánh giá nói hài lòng. Nếu ai trả lời là ngẫu nhiên, con số thật nằm "
            "trong khoảng %(low)s đến %(high)s (tin cậy 95 %%); người không trả lời có thể nghĩ "
            "khác."
        )
        % told
        + " "
        + _("Trả lời: %(n)s.") % {"n": answered},
        "low": found.low * 100,
        "point": found.share * 100,
        "high": found.high * 100,
        "words": told["share"],
        "columns": [_("Ai"), _("Số người")],
        "rows": [
            [_("Được hỏi"), words.number(found.asked) if found.asked else words.NONE],
            [_("Đã đánh giá"), words.number(found.rated)],
            [_("Hài lòng"), words.number(found.satisfied)],
        ],
        "files": here.files("hai-long", "hai-long", trong=within),
        "target": TARGET_OF_SATISFACTION * 100,
        "target_words": _("Mục tiêu %(value)s")
        % {"value": words.percent(TARGET_OF_SATISFACTION, 0)},
    }


def waits(found: Waits, here: Here, **asked: str) -> dict[str, Any] | None:
    """Draw how long settled dossiers lay with the authority."""
    marks = [
        (_("Một nửa số hồ sơ"), found.p50),
        (_("3 trong 4 hồ sơ"), found.p75),
        (_("9 trong 10 hồ sơ"), found.p90),
        (_("19 trong 20 hồ sơ"), found.p95),
    ]
    known = [(name, hours) for name, hours in marks if hours is not None]
    if not known:
        return None
    longest = max(hours for _name, hours in known) or 1
    return {
        "id": "cho",
        "title": _("Phải chờ bao lâu?"),
        "said": _("Một nửa xong trong %(half)s; 9 trong 10 hồ sơ xong trong %(most)s.")
        % {"half": words.hours(found.p50), "most": words.hours(found.p90)},
        "marks": [
            {"name": name, "x": hours / longest * 100, "words": words.hours(hours)}
            for name, hours in known
        ],
        "columns": [_("Phần hồ sơ"), _("Xong trong")],
        "rows": [[name, words.hours(hours)] for name, hours in known]
        + [[_("Số hồ sơ đã xong"), words.number(found.dossiers)]],
        "files": here.files("cho", "thoi-gian", **asked),
        "note": _("Chỉ tính giờ làm việc tại cơ quan, không tính lúc chờ người nộp bổ sung."),
    }


def funnel(found: Funnel, here: Here, **asked: str) -> dict[str, Any] | None:
    """Draw how many go on from step to step of a form."""
    first = found.steps[0].entered if found.steps else 0
    if not first:
        return None
    steps = [
        {
            "name": words.form_step(step.name),
            "width": min(step.entered / first, 1.0) * 100,
            "words": words.number(step.entered),
            "lost": _("dừng ở đây %(n)s") % {"n": words.percent(step.share_left)}
            if step.share_left
            else "",
        }
        for step in found.steps
    ]
    worst = found.gives_up
    return {
        "id": "pheu",
        "title": _("Người làm tờ khai dừng ở đâu?"),
        "said": _("Nhiều người dừng nhất ở bước “%(step)s”.")
        % {"step": words.form_step(worst.name)}
        if worst
        else _("Không bước nào có người bỏ dở."),
        "steps": steps,
        "columns": [_("Bước"), _("Lượt mở"), _("Đi tiếp")],
        "rows": [
            [words.form_step(s.name), words.number(s.entered), words.number(s.went_on)]
            for s in found.steps
        ],
        "files": here.files("pheu", "to-khai", **asked),
    }


def causes(found: tuple[CauseCount, ...], here: Here, *, within: str) -> dict[str, Any] | None:
    """Draw why people could not go on, with the files of it."""
    drawn = caused(found)
    return drawn and {**drawn, "files": here.files("nguyen-nhan", "nguyen-nhan", trong=within)}


def caused(
    found: tuple[CauseCount, ...], *, days: tuple[date, date] | None = None
) -> dict[str, Any] | None:
    """Draw why people could not go on, beside the survey of 2023; None where nothing was counted.

    `days` are said where the page itself is not about them.
    """
    every = sum(one.number for one in found)
    if not every:
        return None
    ordered = sorted(found, key=lambda one: -one.number)
    most = max(max(one.share or 0.0, one.printed) for one in found) or 1.0
    return {
        "id": "nguyen-nhan",
        "title": _("Vì sao có người không làm tiếp được?"),
        "said": _("Nhiều nhất: %(cause)s (%(share)s).")
        % {
            "cause": say(words.CAUSES[ordered[0].cause]).lower(),
            "share": words.percent(ordered[0].share or 0.0),
        },
        "lines": [
            {
                "name": say(words.CAUSES[one.cause]),
                "width": (one.share or 0.0) / most * 100,
                "other": one.printed / most * 100,
                "words": words.NONE if one.share is None else words.percent(one.share),
            }
            for one in ordered
        ],
        "columns": [_("Nguyên nhân"), _("Máy ghi"), _("Người dân nói"), _("Tỷ lệ"), _("Năm 2023")],
        "rows": [
            [
                say(words.CAUSES[one.cause]),
                words.number(one.telemetry),
                words.number(one.told),
                words.NONE if one.share is None else words.percent(one.share),
                words.percent(one.printed, 0),
            ]
            for one in ordered
        ],
        "files": (),
        "note": _("Số liệu đo lường, %(first)s – %(last)s.")
        % {"first": day(days[0]), "last": day(days[1])}
        if days
        else "",
        "other": (_("Kỳ này"), _("Khảo sát năm 2023")),
    }


def consistency(found: Consistency, here: Here) -> dict[str, Any]:
    """Show what pages and dossier events say of each other, month by month."""
    most = max((max(m.pages, m.dossiers) for m in found.months), default=0) or 1
    return {
        "found": found,
        "pages": words.number(found.pages),
        "dossiers": words.number(found.dossiers),
        "batched": words.number(found.batched),
        "lines": [
            {
                "name": f"{month.month:%m/%Y}",
                "fed": month.dossiers / most * 100,
                "true": month.pages / most * 100,
                "words": f"{words.number(month.dossiers)} → {words.number(month.pages)}",
            }
            for month in found.months
        ],
        "rows": [
            [
                f"{month.month:%m/%Y}",
                words.number(month.dossiers),
                words.number(month.pages),
                words.number(month.batched),
            ]
            for month in found.months
        ],
        "files": here.files("doi-chieu", "doi-chieu", trong=found.agency),
    }
