"""The groups of each section of an edition."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from motcua.desk.views.editor.outline import Group, Lines, Row, period
from motcua.kernel.money import dong
from motcua.kernel.words import Sentence
from motcua.procedures.rules.editing.boxes import Known
from motcua.procedures.rules.editing.questions import TYPES
from motcua.procedures.rules.editing.trees import found, parsed, rows_of, said, written
from motcua.procedures.values.editing import EditionView, Fault, Place, Section
from motcua.web import formats
from motcua.workflow.values import Function, Move


def groups(
    section: Section, edition: EditionView, *, faults: tuple[Fault, ...], known: Known
) -> list[Group]:
    """Give the groups of a section; faults that no row shows stand at its head."""
    found_groups = list(_SECTIONS[section](Lines(edition, faults, known)))
    shown = {id(one) for group in found_groups for one in _shown(group)}
    rest = [one for one in faults if one.section is section and id(one) not in shown]
    if rest:
        first = found_groups[0]
        found_groups[0] = replace(first, faults=(*first.faults, *rest))
    return found_groups


def _shown(group: Group) -> Iterator[Fault]:
    yield from group.faults
    for row in (*group.rows, *((group.own,) if group.own else ())):
        yield from row.faults


def general(on: Lines) -> Iterator[Group]:
    """Give the groups of the section."""
    procedure = on.trees.get("procedure", {})
    named = ("name", "field", "level", "audiences", "channels", "code")
    yield Group(
        "chung",
        _("Thủ tục"),
        (
            on.fixed(
                "procedure",
                _("Tên, lĩnh vực, ai nộp, nộp bằng cách nào"),
                said(procedure.get("name")),
                keys=named,
            ),
            on.fixed("procedure.competent", _("Cơ quan giải quyết")),
            on.fixed("procedure.applicant", _("Người nộp là ai trong tờ khai")),
        ),
    )
    rows: list[Row] = []
    for row in on.rows(("procedure", "results"), "name"):
        rows.append(row)
        inside: Place = (*parsed(row.place), "sections")
        rows += [
            Row(
                written((*inside, index)),
                said(one.get("title")),
                _("%(n)s dòng") % {"n": len(rows_of(one.get("rows")))},
                depth=1,
            )
            for index, one in on.at(inside)
        ]
    yield Group("ket-qua", _("Kết quả"), tuple(rows), "procedure.results", _("Thêm kết quả"))


def questions(on: Lines) -> Iterator[Group]:
    """Give the groups of the section."""
    yield Group(
        "to-khai",
        _("Tờ khai"),
        (on.fixed("form", _("Tên tờ khai"), said(found(on.trees, ("form", "title")))),),
    )
    for index, page in on.at(("form", "pages")):
        place: Place = ("form", "pages", index)
        when = on.when(page.get("visible"))
        own = Row(
            written(place),
            said(page.get("title"), formats.language()) or _("(trang chưa đặt tên)"),
            _("Hiện khi %(when)s") % {"when": when} if when else "",
            faults=on.about(place, whole=False),
        )
        yield Group(
            f"trang-{index}",
            _("Trang %(n)s: %(title)s") % {"n": index + 1, "title": own.title},
            tuple(_fields(on, (*place, "fields"), 0)),
            written((*place, "fields")),
            _("Thêm câu hỏi"),
            _("Trang này chưa hỏi gì."),
            own=own,
        )


def _fields(on: Lines, place: Place, depth: int) -> Iterator[Row]:
    for index, one in on.at(place):
        here = (*place, index)
        kind = str(one.get("type", ""))
        inside = (*here, "fields") if kind in {"group", "repetition"} else ()
        yield Row(
            written(here),
            said(one.get("label") or one.get("text"), formats.language())
            or _("(chưa viết câu hỏi)"),
            _about_field(on, one, kind),
            depth,
            faults=on.about(here, whole=not inside) if not inside else _own(on, here),
            adds=written(inside) if inside else "",
            adds_words=_("Thêm câu hỏi trong nhóm"),
        )
        if inside:
            yield from _fields(on, inside, depth + 1)


def _own(on: Lines, place: Place) -> tuple[Fault, ...]:
    inside = (*place, "fields")
    return tuple(
        one
        for one in on.about(place)
        if not (one.at[: len(inside)] == inside and len(one.at) > len(inside))
    )


def _about_field(on: Lines, one: Mapping[str, Any], kind: str) -> str:
    told = [formats.say(TYPES[kind][0]) if kind in TYPES else kind]
    if one.get("required", True) is not True and kind not in {"note", "group", "computed"}:
        told.append(
            _("không bắt buộc")
            if one["required"] is False
            else _("bắt buộc khi %(when)s") % {"when": on.when(one["required"])}
        )
    if when := on.when(one.get("visible")):
        told.append(_("hiện khi %(when)s") % {"when": when})
    return " · ".join(told)


def papers(on: Lines) -> Iterator[Group]:
    """Give the groups of the section."""

    def note(one: Mapping[str, Any]) -> str:
        counts = [
            f"{one[key]} {words}"
            for key, words in (
                ("originals", _("bản chính")),
                ("certified", _("bản chứng thực")),
                ("copies", _("bản sao")),
            )
            if one.get(key)
        ]
        if one.get("available_in_database"):
            counts.append(_("đã có trong cơ sở dữ liệu"))
        if when := on.when(one.get("required")):
            counts.append(_("khi %(when)s") % {"when": when})
        return " · ".join(counts)

    rows = on.rows(("procedure", "components"), "name", note=note)
    yield Group(
        "giay-to",
        _("Giấy tờ"),
        rows,
        "procedure.components",
        _("Thêm giấy tờ"),
        _("Thủ tục này không đòi giấy tờ nào."),
    )


def cases(on: Lines) -> Iterator[Group]:
    """Give the groups of the section."""
    rows = on.rows(("procedure", "cases"), "name", note=lambda one: on.when(one.get("when")))
    yield Group(
        "truong-hop",
        _("Trường hợp"),
        rows,
        "procedure.cases",
        _("Thêm trường hợp"),
        _(
            "Thủ tục này không chia trường hợp. Chỉ cần chia khi giấy tờ, phí hoặc thời hạn "
            "khác nhau."
        ),
    )


def fees(on: Lines) -> Iterator[Group]:
    """Give the groups of the section."""

    def note(one: Mapping[str, Any]) -> str:
        amount = one.get("amount")
        shown = dong(amount) if isinstance(amount, int) else str(amount)
        times = f" × {one['quantity']}" if one.get("quantity") else ""
        when = on.when(one.get("when"))
        return shown + times + (f" · {when}" if when else "")

    yield Group(
        "khoan-thu",
        _("Khoản thu"),
        on.rows(("fees", "fees"), "name", note=note),
        "fees.fees",
        _("Thêm khoản thu"),
        _("Không thu gì."),
    )
    yield Group(
        "mien",
        _("Ai được miễn"),
        on.rows(("fees", "exemptions"), "name", note=lambda one: on.when(one.get("when"))),
        "fees.exemptions",
        _("Thêm diện miễn"),
        _("Chưa ghi ai được miễn."),
    )


def process(on: Lines) -> Iterator[Group]:
    """Give the groups of the section."""
    limit = found(on.trees, ("workflow", "limit", "duration"), "")
    yield Group(
        "thoi-han",
        _("Thời hạn"),
        (
            on.fixed("workflow.limit", _("Thời hạn giải quyết"), period(limit)),
            *on.rows(
                ("workflow", "alternatives"),
                "title",
                note=lambda one: period(one.get("duration")),
            ),
        ),
        "workflow.alternatives",
        _("Thêm thời hạn dài hơn cho lý do riêng"),
    )
    if found(on.trees, ("procedure", "cases"), []):
        yield Group(
            "thoi-han-truong-hop",
            _("Thời hạn theo trường hợp"),
            on.rows(("workflow", "limits"), "case", note=lambda one: period(one.get("duration"))),
            "workflow.limits",
            _("Thêm thời hạn của một trường hợp"),
        )
    rows: list[Row] = []
    names = dict(on.known.picks.get("steps", ()))
    for index, step in on.at(("workflow", "steps")):
        place: Place = ("workflow", "steps", index)
        rows.append(_step(on, place, step))
        for number, move in on.at((*place, "moves")):
            here = (*place, "moves", number)
            rows.append(Row(written(here), _move(move, names), depth=1, faults=on.about(here)))
    yield Group("cac-buoc", _("Các bước"), tuple(rows), "workflow.steps", _("Thêm bước"))


def _step(on: Lines, place: Place, step: Mapping[str, Any]) -> Row:
    who = str(step.get("function", ""))
    label = formats.say(Function(who).label) if who in list(Function) else who
    note = " · ".join(part for part in (label, period(step.get("budget"))) if part)
    own = tuple(
        one for one in on.about(place) if "moves" not in one.at[len(place) : len(place) + 1]
    )
    return Row(
        written(place),
        said(step.get("title"), formats.language()) or _("(chưa đặt tên)"),
        note,
        faults=own,
        adds=written((*place, "moves")),
        adds_words=_("Thêm việc ở bước này"),
    )


def dates(on: Lines) -> Iterator[Group]:
    """Give the groups of the section."""
    procedure = on.trees.get("procedure", {})
    yield Group(
        "hieu-luc",
        _("Hiệu lực"),
        (
            on.fixed(
                "dates",
                _("Ngày có hiệu lực, bộ quy định"),
                str(procedure.get("valid_from", "")),
                keys=("valid_from", "valid_to", "profile", "unconfirmed"),
            ),
        ),
    )
    yield Group(
        "can-cu",
        _("Căn cứ pháp lý"),
        on.rows(
            ("procedure", "legal_basis"),
            "title",
            note=lambda one: " · ".join(
                str(one[key]) for key in ("number", "article") if one.get(key)
            ),
        ),
        "procedure.legal_basis",
        _("Thêm văn bản"),
        _("Chưa có văn bản nào."),
    )


def guide(on: Lines) -> Iterator[Group]:
    """Give the groups of the section."""
    summary = found(on.trees, ("guide", "summary"), "")
    yield Group(
        "tom-tat",
        _("Tóm tắt"),
        (on.fixed("guide", _("Tóm tắt và bản dễ đọc"), said(summary)),),
    )
    yield Group(
        "cac-viec",
        _("Người dân làm gì?"),
        on.rows(("guide", "steps"), "title"),
        "guide.steps",
        _("Thêm việc cần làm"),
        _("Chưa viết. Phần này không bắt buộc."),
    )
    yield Group(
        "hoi-dap",
        _("Hỏi và đáp"),
        on.rows(("guide", "questions"), "question"),
        "guide.questions",
        _("Thêm câu hỏi thường gặp"),
        _("Chưa có câu hỏi nào."),
    )


def scenarios(on: Lines) -> Iterator[Group]:
    """Give the groups of the section."""
    rows = on.rows(
        ("scenarios", "scenarios"),
        "name",
        note=lambda one: str(one.get("at", "")).replace("T", " "),
    )
    yield Group(
        "kich-ban",
        _("Kịch bản"),
        rows,
        empty=_(
            "Chưa có kịch bản. Bạn mở “Xem thử”, điền tờ khai như người dân rồi bấm “Lưu thành "
            "kịch bản”."
        ),
    )


def _move(move: Mapping[str, Any], names: Mapping[str, Sentence]) -> str:
    kind = str(move.get("move", ""))
    label = said(move.get("label"), formats.language())
    if not label:
        label = formats.say(Move(kind).label) if kind in list(Move) else kind
    to = str(move.get("to") or "")
    return f"{label} → {formats.say(names[to]) if to in names else to}" if to else label


_SECTIONS: Mapping[Section, Callable[[Lines], Iterator[Group]]] = {
    Section.GENERAL: general,
    Section.QUESTIONS: questions,
    Section.PAPERS: papers,
    Section.CASES: cases,
    Section.FEES: fees,
    Section.PROCESS: process,
    Section.DATES: dates,
    Section.GUIDE: guide,
    Section.SCENARIOS: scenarios,
}
