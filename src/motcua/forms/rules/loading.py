"""A form file into a form, or every problem in it with its line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from motcua.forms.rules.programme import build, keep
from motcua.forms.values import (
    CodeList,
    Dictionary,
    FormDefinition,
    FormSource,
    Library,
    Page,
    Placed,
)
from motcua.forms.values.fields import GroupField, RepetitionField
from motcua.kernel.definitions import (
    DefinitionRefused,
    Document,
    Problem,
    decode,
    nearest,
    parse,
    read,
)
from motcua.kernel.definitions import load as load_definition
from motcua.kernel.words import Sentence

NOTHING = Library()
_WORDS = (
    "today row has in true false null as break const continue else for function if import let loop "
    "package namespace return var void while size string int bool list map type"
)
_RESERVED = frozenset(_WORDS.split())
_RETENTION = re.compile(r"permanent|\d+ (years?|months?|days?)")


def load(text: str, *, name: str, library: Library = NOTHING) -> FormDefinition:
    """Read a form from YAML text; raise `DefinitionRefused` with everything wrong in it.

    `name` is the file's name in messages; `library` the lists and data elements it may refer to."""
    document = read(text, name=name)
    source = parse(document, FormSource)
    placing = _Placing(document, library)
    pages = tuple(placing.page(page, index) for index, page in enumerate(source.pages))
    form = FormDefinition(name, source.title, pages, placing.fields, library)
    compiled, refused = build(form)
    problems = [*placing.problems, *refused]
    if problems:
        raise DefinitionRefused(tuple(sorted(problems, key=lambda problem: problem.line)))
    keep(form, compiled)
    return form


def load_bytes(content: bytes, *, name: str, library: Library = NOTHING) -> FormDefinition:
    """Read a form from the bytes of its file (UTF-8), as `load` does."""
    return load(decode(content, name=name), name=name, library=library)


def library(files: Mapping[str, str]) -> Library:
    """Read code lists and the dictionary from the texts of their files, by file name."""
    lists: dict[str, CodeList] = {}
    elements = None
    for name, text in files.items():
        if "dictionary/" in name:
            dictionary = load_definition(text, name=name, model=Dictionary)
            elements = {element.code: element for element in dictionary.elements}
        else:
            codes = load_definition(text, name=name, model=CodeList)
            lists[codes.code] = codes
    return Library(lists, elements)


@dataclass
class _Placing:
    """Gives each field its full path and finds what a single field cannot know of itself."""

    document: Document
    library: Library
    fields: dict[str, Placed] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def page(self, source: Any, index: int) -> Page:
        at = ("pages", index)
        line = self.document.line(at)
        if source.name in self.pages:
            first = self.pages[source.name]
            self._note(
                (*at, "name"),
                f"tên trang “{source.name}” dùng hai lần (lần đầu ở dòng {first})",
                f"page name “{source.name}” is used twice (first in line {first})",
            )
        self.pages.setdefault(source.name, line)
        above = self._lines(source, at, ("visible",))
        placed = tuple(
            self._place(source.fields, (*at, "fields"), page=source.name, over=("", above))
        )
        for one in placed:
            self._keep(one)
        return Page(source.name, source.title, source.intro, source.visible, placed, line)

    def _place(
        self,
        fields: Sequence[Any],
        at: tuple[str | int, ...],
        *,
        page: str,
        over: tuple[str, dict[str, int]],
    ) -> Iterator[Placed]:
        prefix, above = over
        for index, one in enumerate(fields):
            here = (*at, index)
            path = prefix + one.name
            conditions = above | self._lines(one, here, ("visible",))
            if isinstance(one, GroupField):
                inside = (f"{path}.", conditions)
                yield from self._place(one.fields, (*here, "fields"), page=page, over=inside)
                continue
            rows: tuple[Placed, ...] = ()
            if isinstance(one, RepetitionField):
                rows = tuple(self._place(one.fields, (*here, "fields"), page=page, over=("", {})))
                self._check_rows(rows)
            lines = conditions | self._lines(one, here, ("required", "value"))
            line = self.document.line(here)
            placed = Placed(path, one, page, tuple(conditions), here, line, rows, lines)
            self._check(placed)
            yield placed

    def _lines(self, one: Any, at: tuple[str | int, ...], keys: tuple[str, ...]) -> dict[str, int]:
        found = ((key, getattr(one, key, None)) for key in keys)
        return {
            text: self.document.line((*at, key)) for key, text in found if isinstance(text, str)
        }

    def _keep(self, placed: Placed) -> None:
        first = self.fields.setdefault(placed.path, placed)
        if first is not placed:
            self._note(
                (*placed.at, "name"),
                f"tên trường “{placed.path}” dùng hai lần (lần đầu ở dòng {first.line})",
                f"field “{placed.path}” stands twice (first in line {first.line})",
            )
        if placed.path.partition(".")[0] in _RESERVED:
            self._note(
                (*placed.at, "name"),
                f"tên “{placed.path}” là từ dành riêng",
                f"name “{placed.path}” is reserved",
            )

    def _check_rows(self, rows: tuple[Placed, ...]) -> None:
        seen: dict[str, Placed] = {}
        for row in rows:
            if row.type in {"repetition", "computed"}:
                self._note(
                    row.at,
                    f"trường kiểu “{row.type}” không đứng trong trường lặp",
                    f"a field of type “{row.type}” cannot stand in a repetition",
                    remedy=("hãy đặt nó ở ngoài", "put it outside"),
                )
            if seen.setdefault(row.path, row) is not row:
                self._note(
                    (*row.at, "name"),
                    f"tên trường “{row.path}” dùng hai lần (lần đầu ở dòng {seen[row.path].line})",
                    f"field “{row.path}” stands twice (first in line {seen[row.path].line})",
                )

    def _check(self, placed: Placed) -> None:
        self._check_options(placed)
        self._check_limits(placed)
        element = getattr(placed.field, "map_to", None)
        known = self.library.elements
        if element and known is not None and element not in known:
            near = nearest(element, known)
            self._note(
                (*placed.at, "map_to"),
                f"từ điển không có dữ liệu “{element}”",
                f"the dictionary has no element “{element}”",
                remedy=(f"có phải “{near}”?", f"did you mean “{near}”?") if near else _ADD,
            )
        elif element and known is not None and placed.type not in known[element].types:
            listed = ", ".join(known[element].types)
            self._note(
                (*placed.at, "map_to"),
                f"“{element}” không phải kiểu “{placed.type}”",
                f"“{element}” is not of type “{placed.type}”",
                remedy=(f"hãy dùng kiểu: {listed}", f"use one of: {listed}"),
            )

    def _check_options(self, placed: Placed) -> None:
        if placed.type not in {"choice", "choices", "select"}:
            return
        options = getattr(placed.field, "options", ())
        code = getattr(placed.field, "list", None)
        if bool(options) == bool(code):
            self._note(
                placed.at,
                f"“{placed.path}” cần options hoặc list, đúng một trong hai",
                f"“{placed.path}” takes options or list, exactly one",
                remedy=("hãy giữ lại một", "keep one"),
            )
        if code and code not in self.library.lists:
            near = nearest(code, self.library.lists)
            self._note(
                (*placed.at, "list"),
                f"không có danh sách “{code}”",
                f"there is no list “{code}”",
                remedy=(f"có phải “{near}”?", f"did you mean “{near}”?") if near else _ADD,
            )
        values = [option.value for option in options]
        for index, value in enumerate(values):
            if value in values[:index]:
                self._note(
                    (*placed.at, "options", index),
                    f"lựa chọn “{value}” có hai lần",
                    f"option “{value}” stands twice",
                    remedy=("hãy giữ lại một", "keep one"),
                )

    def _check_limits(self, placed: Placed) -> None:
        one = placed.field
        for low, high in (("min", "max"), ("min_length", "max_length")):
            least, most = getattr(one, low, None), getattr(one, high, None)
            if least is not None and most is not None and least > most:
                key = low if (*placed.at, low) in self.document.lines else high
                self._note(
                    (*placed.at, key),
                    f"{low} ({least}) lớn hơn {high} ({most})",
                    f"{low} ({least}) is more than {high} ({most})",
                    remedy=("hãy đổi một trong hai", "change one of them"),
                )
        if pattern := getattr(one, "pattern", None):
            try:
                re.compile(pattern)
            except re.error as error:
                self._note(
                    (*placed.at, "pattern"),
                    f"biểu thức “{pattern}” sai ({error})",
                    f"pattern “{pattern}” is wrong ({error})",
                    remedy=("hãy sửa biểu thức", "mend the pattern"),
                )
        retention = getattr(one, "retention", None)
        if retention and not _RETENTION.fullmatch(retention):
            self._note(
                (*placed.at, "retention"),
                f"thời hạn lưu “{retention}” không rõ",
                f"retention “{retention}” is unclear",
                remedy=("ví dụ “5 years” hoặc “permanent”", "such as “5 years” or “permanent”"),
            )

    def _note(
        self,
        at: Sequence[str | int],
        what: str,
        what_en: str,
        *,
        remedy: tuple[str, str] = ("hãy đặt tên khác", "choose another name"),
    ) -> None:
        self.problems.append(self.document.problem(at, Sentence(what, what_en), Sentence(*remedy)))


_ADD = ("hãy thêm vào thư viện hoặc sửa lại mã", "add it to the library or mend the code")
