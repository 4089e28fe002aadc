"""What a bundle may get wrong: within its own file, and against the services that it opens."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from motcua.kernel.definitions import Document, Path, Problem
from motcua.kernel.words import Sentence
from motcua.procedures.rules.services.files import BundlePartFile, ProcedureFile
from motcua.procedures.values.services import ServiceVersion

FACTS = ("number", "date")
"""What of a predecessor's result may be taken over besides the lines that it states."""


def bundle_problems(file: ProcedureFile, document: Document) -> Iterator[Problem]:
    """Check the order of a bundle's parts, and that results are taken from what comes before."""
    codes = [part.service for part in file.bundle]
    for index, part in enumerate(file.bundle):
        here: Path = ("bundle", index)
        if part.service in codes[:index]:
            yield _told(document, (*here, "service"), _TWICE, named=part.service)
        if part.service == file.code:
            yield _told(document, (*here, "service"), _ITSELF, named=part.service)
        for place, before in enumerate(part.after):
            if before not in codes:
                yield _told(document, (*here, "after", place), _NO_PART, named=before)
        for path, taken in part.results.items():
            service = taken.partition(":")[0]
            if service not in part.after:
                yield _told(document, (*here, "results", path), _NOT_AFTER, named=service)
    try:
        TopologicalSorter({part.service: part.after for part in file.bundle}).prepare()
    except CycleError as circle:
        yield _told(document, ("bundle",), _CIRCLE, named=" → ".join(circle.args[1]))


def children_problems(
    file: ProcedureFile, document: Document, children: Mapping[str, ServiceVersion]
) -> Iterator[Problem]:
    """Check a bundle against the services that it opens (`children`, by code)."""
    for index, part in enumerate(file.bundle):
        child = children.get(part.service)
        here: Path = ("bundle", index)
        if child is None:
            yield _told(document, (*here, "service"), _NO_SERVICE, named=part.service)
            continue
        for key, paths in (("answers", part.answers), ("results", part.results)):
            for path in paths:
                if path not in child.form.fields:
                    yield _told(
                        document, (*here, key, path), _NO_FIELD, named=f"{part.service}: {path}"
                    )
        yield from _taken(document, here, part, children=children)


def _taken(
    document: Document,
    here: Path,
    part: BundlePartFile,
    *,
    children: Mapping[str, ServiceVersion],
) -> Iterator[Problem]:
    for path, taken in part.results.items():
        service, _, what = taken.partition(":")
        before = children.get(service)
        stated = {
            row.path
            for result in (before.results[:1] if before else ())
            for section in result.sections
            for row in section.rows
        }
        if before is not None and what not in {*FACTS, *stated}:
            yield _told(document, (*here, "results", path), _NOT_STATED, named=taken)


def _told(document: Document, at: Path, words: tuple[Sentence, Sentence], *, named: str) -> Problem:
    what, remedy = words
    said = Sentence(f"“{named}”: {what.vi}", f"“{named}”: {what.en}")
    return document.problem(at, said, remedy)


_TWICE = (
    Sentence("thủ tục này có hai lần trong nhóm liên thông", "it stands twice in the bundle"),
    Sentence("hãy bỏ một lần", "take one away"),
)
_ITSELF = (
    Sentence("nhóm liên thông không thể chứa chính nó", "a bundle cannot open itself"),
    Sentence("hãy chọn thủ tục thành phần", "name another service"),
)
_NO_PART = (
    Sentence("không phải thủ tục trong nhóm liên thông", "it is no part of the bundle"),
    Sentence("hãy viết mã của một thủ tục trong nhóm", "name a service of the bundle"),
)
_NOT_AFTER = (
    Sentence("lấy kết quả của thủ tục không đứng trước", "its result is taken, but not waited for"),
    Sentence("hãy thêm mã này vào “after”", "add it to “after”"),
)
_CIRCLE = (
    Sentence("các thủ tục chờ nhau thành vòng tròn", "the parts wait for each other in a circle"),
    Sentence("hãy bỏ một dòng “after”", "take one “after” away"),
)
_NO_SERVICE = (
    Sentence("thư viện không có thủ tục này", "the library has no such service"),
    Sentence("hãy thêm thư mục của thủ tục này vào thư viện", "add its folder to the library"),
)
_NO_FIELD = (
    Sentence("tờ khai của thủ tục thành phần không có trường này", "its form has no such field"),
    Sentence("hãy viết đúng tên trường trong form.yaml của thủ tục đó", "name a field of its form"),
)
_NOT_STATED = (
    Sentence("kết quả của thủ tục đó không nêu điều này", "its result does not state this"),
    Sentence(
        "hãy viết number, date hoặc một “value” trong results của thủ tục đó",
        "write number, date or a “value” of its results",
    ),
)
