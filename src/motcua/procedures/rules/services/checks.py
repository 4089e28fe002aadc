"""What the five files must agree on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from motcua.forms.values import FormDefinition
from motcua.kernel.definitions import Document, Path, Problem
from motcua.kernel.words import Sentence
from motcua.procedures.rules.services.bundle_checks import bundle_problems
from motcua.procedures.rules.services.files import FeesFile, ProcedureFile, ScenariosFile
from motcua.workflow.values import Form, WorkflowDefinition

_PLACES = {"administrative_unit", "address"}


@dataclass(frozen=True, slots=True)
class Parts:
    """The five files, read; `code` is the one the folder is named by."""

    code: str
    procedure: tuple[ProcedureFile, Document]
    fees: tuple[FeesFile, Document]
    scenarios: tuple[ScenariosFile, Document]
    form: FormDefinition
    workflow: WorkflowDefinition


def cross_check(parts: Parts) -> Iterator[Problem]:
    """Tell every disagreement."""
    yield from _identity(parts)
    yield from _validity(parts)
    yield from _paths(parts)
    yield from _cases(parts)
    yield from bundle_problems(*parts.procedure)
    yield from _components(parts)
    yield from _fees(parts)
    yield from _scenarios(parts)


def _identity(parts: Parts) -> Iterator[Problem]:
    file, document = parts.procedure
    if file.code != parts.code:
        yield document.problem(
            ("code",),
            Sentence(
                f"mã “{file.code}” khác tên thư mục “{parts.code}”",
                f"code “{file.code}” differs from the folder “{parts.code}”",
            ),
            Sentence(f"hãy viết code: {parts.code}", f"write code: {parts.code}"),
        )


def _validity(parts: Parts) -> Iterator[Problem]:
    file, document = parts.procedure
    profile = parts.workflow.profile
    if file.valid_to and file.valid_to < file.valid_from:
        yield document.problem(
            ("valid_to",),
            Sentence("hết hiệu lực trước khi có hiệu lực", "it ends before it begins"),
            Sentence(
                f"hãy viết ngày từ {file.valid_from} trở đi", f"write {file.valid_from} or later"
            ),
        )
    if file.valid_from < profile.valid_from or (
        profile.valid_to and file.valid_from > profile.valid_to
    ):
        until = profile.valid_to or "…"
        yield document.problem(
            ("valid_from",),
            Sentence(
                f"ngày {file.valid_from} nằm ngoài hiệu lực của {profile.code}",
                f"{file.valid_from} lies outside the validity of {profile.code}",
            ),
            Sentence(
                f"{profile.code} có hiệu lực {profile.valid_from} – {until}",
                f"{profile.code} holds {profile.valid_from} – {until}",
            ),
        )


def _paths(parts: Parts) -> Iterator[Problem]:
    file, document = parts.procedure
    for key, path in file.applicant.model_dump(exclude_none=True).items():
        if path not in parts.form.fields:
            yield _no_field(document, ("applicant", key), path)
    yield from _stated(parts)
    place = parts.form.fields.get(file.competent.path)
    if place is None:
        yield _no_field(document, ("competent", "path"), file.competent.path)
    elif place.type not in _PLACES:
        yield document.problem(
            ("competent", "path"),
            Sentence(
                f"“{place.path}” kiểu {place.type} không chỉ ra một đơn vị hành chính",
                f"“{place.path}” of type {place.type} names no administrative unit",
            ),
            Sentence(
                "hãy chọn trường kiểu administrative_unit hoặc address",
                "choose a field of type administrative_unit or address",
            ),
        )


def _stated(parts: Parts) -> Iterator[Problem]:
    file, document = parts.procedure
    for index, result in enumerate(file.results):
        for number, section in enumerate(result.sections):
            for line, row in enumerate(section.rows):
                at = ("results", index, "sections", number, "rows", line)
                for key, path in (("value", row.value), ("otherwise", row.otherwise)):
                    if path and path not in parts.form.fields:
                        yield _no_field(document, (*at, key), path)


def _no_field(document: Document, at: Path, path: str) -> Problem:
    return document.problem(
        at,
        Sentence(f"tờ khai không có trường “{path}”", f"the form has no field “{path}”"),
        Sentence("hãy viết đúng tên trường trong form.yaml", "name a field of form.yaml"),
    )


def _cases(parts: Parts) -> Iterator[Problem]:
    file, document = parts.procedure
    codes = [case.code for case in file.cases]
    yield from _twice(document, "cases", codes)
    before: set[str | None] = set()
    for index, case in enumerate(file.cases):
        if None in before or case.when in before:
            yield document.problem(
                ("cases", index),
                Sentence(
                    f"không bao giờ đến trường hợp “{case.code}”: một trường hợp trước đã nhận hết",
                    f"case “{case.code}” is never reached: an earlier one takes everything",
                ),
                Sentence(
                    "chỉ trường hợp cuối được bỏ “when”; hai trường hợp không có cùng điều kiện",
                    "only the last may do without “when”; no two have the same condition",
                ),
            )
        before.add(case.when)
    limited = [limit.case for limit in parts.workflow.limits]
    yield from _unknown(document, ("cases",), named=limited, known=codes)


def _components(parts: Parts) -> Iterator[Problem]:
    file, document = parts.procedure
    codes = [paper.code for paper in file.components]
    yield from _twice(document, "components", codes)
    uploads = {
        str(getattr(placed.field, "component", "")): placed
        for placed in parts.form.fields.values()
        if placed.type == "file"
    }
    for code, placed in uploads.items():
        if code not in codes:
            yield Problem(
                parts.form.name,
                placed.line,
                Sentence(
                    f"thành phần “{code}” không có trong procedure.yaml",
                    f"component “{code}” is not in procedure.yaml",
                ),
                Sentence("hãy khai thành phần đó", "declare that component"),
            )
    for index, paper in enumerate(file.components):
        asked = paper.required is not False
        if paper.available_in_database and asked and paper.originals + paper.certified:
            yield document.problem(
                ("components", index),
                Sentence(
                    f"“{paper.code}” đã có trong cơ sở dữ liệu mà vẫn bắt nộp bản giấy",
                    f"“{paper.code}” stands in a database but is asked on paper",
                ),
                Sentence(
                    "hãy bỏ originals, certified hoặc viết required: false",
                    "take originals and certified away, or write required: false",
                ),
            )
        elif asked and not paper.available_in_database and paper.code not in uploads:
            yield document.problem(
                ("components", index),
                Sentence(
                    f"tờ khai không có chỗ nộp “{paper.code}”",
                    f"the form has no place for “{paper.code}”",
                ),
                Sentence(
                    f"hãy thêm trường kiểu file với component: {paper.code}",
                    f"add a field of type file with component: {paper.code}",
                ),
            )


def _fees(parts: Parts) -> Iterator[Problem]:
    file, document = parts.fees
    codes = [fee.code for fee in file.fees]
    yield from _twice(document, "fees", codes)
    yield from _twice(document, "exemptions", [one.code for one in file.exemptions])
    for index, one in enumerate(file.exemptions):
        yield from _unknown(document, ("exemptions", index, "fees"), named=one.fees, known=codes)


def _scenarios(parts: Parts) -> Iterator[Problem]:
    file, document = parts.scenarios
    fields, steps = parts.form.fields, [step.code for step in parts.workflow.steps]
    for path in file.answers:
        if path not in fields:
            yield _no_field(document, ("answers", path), path)
    for index, one in enumerate(file.scenarios):
        here = ("scenarios", index)
        for path in one.change:
            if path not in fields:
                yield _no_field(document, (*here, "change", path), path)
        expect = (*here, "expect")
        yield from _unknown(
            document, (*expect, "forms"), named=one.expect.forms or (), known=list(Form)
        )
        yield from _unknown(document, (*expect, "path"), named=one.expect.path or (), known=steps)
        if one.expect.case:
            codes = [case.code for case in parts.procedure[0].cases]
            yield from _unknown(document, expect, named=[one.expect.case], known=codes)
        papers = [paper.code for paper in parts.procedure[0].components]
        yield from _unknown(
            document, (*expect, "components"), named=one.expect.components or (), known=papers
        )
    yield from _twice(document, "scenarios", [one.name for one in file.scenarios])


def _twice(document: Document, key: str, codes: Sequence[str]) -> Iterator[Problem]:
    for index, code in enumerate(codes):
        if code in codes[:index]:
            yield document.problem(
                (key, index),
                Sentence(f"“{code}” có hai lần", f"“{code}” stands twice"),
                Sentence("hãy đặt tên khác hoặc bỏ một", "rename one or take it away"),
            )


def _unknown(
    document: Document, at: Path, *, named: Iterable[str], known: Sequence[str]
) -> Iterator[Problem]:
    listed = ", ".join(known)
    for index, name in enumerate(named):
        if name not in known:
            yield document.problem(
                (*at, index),
                Sentence(f"không có “{name}”", f"there is no “{name}”"),
                Sentence(f"hãy chọn một trong: {listed}", f"choose one of: {listed}"),
            )
