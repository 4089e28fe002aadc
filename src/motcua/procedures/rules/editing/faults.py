"""Faults of an edition: every problem the library's linter tells, at the place it is about."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from motcua.kernel.definitions import DefinitionRefused, Problem, read
from motcua.kernel.words import Sentence
from motcua.procedures.rules.editing.shapes import Shape, shape_of
from motcua.procedures.rules.editing.trees import found, rows_of, said, sentence, to_lines, to_text
from motcua.procedures.rules.services import Folder
from motcua.procedures.values.editing import NAMES, Fault, Place, Section, Trees

_OF_PROCEDURE = {
    "components": Section.PAPERS,
    "cases": Section.CASES,
    "legal_basis": Section.DATES,
    "valid_from": Section.DATES,
    "valid_to": Section.DATES,
    "profile": Section.DATES,
    "unconfirmed": Section.DATES,
}
_OF_FILE = {
    "procedure": Section.GENERAL,
    "form": Section.QUESTIONS,
    "workflow": Section.PROCESS,
    "fees": Section.FEES,
    "scenarios": Section.SCENARIOS,
    "guide": Section.GUIDE,
}
_CALLED = {
    "why": "Vì sao hỏi",
    "retention": "Lưu trong bao lâu",
    "map_to": "Mục trong từ điển dữ liệu",
    "pattern_hint": "Lời giải thích mẫu",
    "legal_basis": "Căn cứ pháp lý",
    "required": "Bắt buộc",
    "budget": "Thời gian của bước",
    "component": "Giấy tờ",
    "scenarios": "Kịch bản",
    "results": "Kết quả",
    "fields": "Câu hỏi",
    "options": "Các lựa chọn",
    "label": "Câu hỏi",
    "amount": "Mức thu",
    "pages": "Trang",
    "answers": "Câu trả lời mẫu",
}
_DATES = {box.key: box.label for box in (shape_of(("dates",), {}) or Shape("", ())).boxes}
_KEY = re.compile(r"“(\w+)(?::[^”]*)?”")


def folder_of(
    trees: Trees, *, code: str, version: int, profiles: Mapping[str, str], lined: bool = False
) -> Folder:
    """Give the folder that the trees are: as it is kept, or `lined`, a line for every place."""
    return Folder(
        name=f"{code}/v{version}",
        code=code,
        version=version,
        texts={
            f"{name}.yaml": to_lines(trees[name]) if lined else to_text(trees[name])
            for name in NAMES
            if name in trees
        },
        profiles=profiles,
    )


def placed(problems: Iterable[Problem], trees: Trees) -> tuple[Fault, ...]:
    """Turn problems of a lined folder into faults; each told once."""
    places: dict[str, dict[int, Place]] = {}
    faults: dict[tuple[Place, str], Fault] = {}
    for problem in problems:
        name = problem.file.rpartition("/")[2].removesuffix(".yaml")
        if name not in places:
            places[name] = _by_line(trees, name)
        place: Place = (name, *places[name].get(problem.line, ()))
        fault = fault_at(trees, place, what=problem.what, remedy=problem.remedy)
        faults.setdefault((place, fault.what.vi), fault)
    return tuple(sorted(faults.values(), key=lambda one: list(Section).index(one.section)))


def _by_line(trees: Trees, name: str) -> dict[int, Place]:
    if name not in trees:
        return {}
    try:
        document = read(to_lines(trees[name]), name=name)
    except DefinitionRefused:
        return {}
    places: dict[int, Place] = {}
    for place, line in document.lines.items():
        if len(place) >= len(places.get(line, ())):
            places[line] = place
    return places


def fault_at(trees: Trees, place: Place, *, what: Sentence, remedy: Sentence) -> Fault:
    """Say a fault in the words of the editor instead of those of the files."""
    if found(trees, place) == "" and place:
        label = label_at(trees, place)
        what = Sentence(f"Chưa điền “{label.vi}”", f"“{label.en}” is not filled in")
        remedy = Sentence("Hãy điền ô này", "Fill it in")
    return Fault(
        at=place,
        section=section_of(place),
        what=_in_words(what),
        remedy=_in_words(remedy),
        title=title_at(trees, place),
    )


def label_at(trees: Trees, place: Place) -> Sentence:
    """Name a key as the editor's boxes name it."""
    for length in range(len(place) - 1, 0, -1):
        thing = found(trees, place[:length])
        shape = shape_of(place[:length], thing) if isinstance(thing, Mapping) else None
        key = ".".join(str(step) for step in place[length:])
        for box in shape.boxes if shape else ():
            if box.key == key:
                return box.label
    return _DATES.get(str(place[-1]), Sentence(str(place[-1]), str(place[-1])))


def _in_words(told: Sentence) -> Sentence:
    def called(match: re.Match[str]) -> str:
        return f"“{_CALLED[match[1]]}”" if match[1] in _CALLED else match[0]

    vi = _KEY.sub(called, told.vi).replace("không đúng kiểu", "chưa có hoặc chưa đúng")
    vi = vi.replace("khóa “", "“").replace("dòng “", "“")
    vi = vi.replace("trong form.yaml", "trong tờ khai").replace("trong procedure.yaml", "")
    return Sentence(vi[:1].upper() + vi[1:], told.en[:1].upper() + told.en[1:])


def section_of(place: Place) -> Section:
    """Give the section in which a place is edited."""
    if not place:
        return Section.GENERAL
    if place[0] == "procedure" and len(place) > 1:
        return _OF_PROCEDURE.get(str(place[1]), Section.GENERAL)
    return _OF_FILE.get(str(place[0]), Section.GENERAL)


def own_title(thing: Any) -> Sentence | None:
    """Give the name for people that a thing has itself."""
    for key in ("label", "title", "name", "text", "question"):
        if (
            isinstance(thing, Mapping)
            and said(thing.get(key))
            and not (key == "name" and "type" in thing)
        ):
            return sentence(thing[key])
    return None


def title_at(trees: Trees, place: Place) -> Sentence:
    """Name the thing that a place lies in: the innermost row that has a name for people."""
    for length in range(len(place), 0, -1):
        if title := own_title(found(trees, place[:length])):
            return title
    return Sentence("", "")


def thing_at(trees: Trees, place: Place) -> Place:
    """Give the innermost mapping a fault's place lies in: what is opened to mend it."""
    for length in range(len(place), 1, -1):
        whole = isinstance(found(trees, place[:length]), Mapping)
        if whole and isinstance(place[length - 1], int):
            return place[:length]
    return place[:1]


def timing(trees: Trees, today: date) -> Iterator[Fault]:
    """Tell what the files cannot know: a version may not begin to hold in the past."""
    begins = str(found(trees, ("procedure", "valid_from"), ""))
    if begins and begins < today.isoformat():
        yield fault_at(
            trees,
            ("procedure", "valid_from"),
            what=Sentence("Ngày có hiệu lực đã qua", "The day it takes effect is over"),
            remedy=Sentence("Hãy chọn hôm nay hoặc một ngày sau", "Choose today or a later day"),
        )


def prints(trees: Trees, layouts: Collection[str]) -> Iterator[Fault]:
    """Tell every result whose print has no layout."""
    for index, result in enumerate(rows_of(found(trees, ("procedure", "results")))):
        if isinstance(result, Mapping) and str(result.get("layout")) not in layouts:
            yield fault_at(
                trees,
                ("procedure", "results", index, "layout"),
                what=Sentence("Không có mẫu in này", "There is no such layout"),
                remedy=Sentence("Hãy chọn một mẫu trong danh sách", "Choose one from the list"),
            )
