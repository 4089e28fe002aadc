"""Answers checked: what is shown, what stands, and what is to be mended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.forms.rules.programme import Programme, Resolution, programme, resolve
from motcua.forms.rules.reading import Around, Mend, read_answer
from motcua.forms.rules.schema import shape
from motcua.forms.values import AnswerSet, Checked, FieldError, FormDefinition, Placed, Units
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence

_MISSING = {
    "choice": ("bạn hãy chọn một câu trả lời", "choose an answer"),
    "select": ("bạn hãy chọn một câu trả lời", "choose an answer"),
    "choices": ("bạn hãy chọn ít nhất một câu trả lời", "choose at least one answer"),
    "yes_no": ("bạn hãy chọn Có hoặc Không", "choose Yes or No"),
    "declaration": ("bạn hãy đánh dấu vào ô này để đồng ý", "tick this box to agree"),
    "file": ("bạn hãy tải lên ít nhất một tệp", "upload at least one file"),
    "nationality": ("bạn hãy chọn quốc tịch", "choose a nationality"),
    "ethnicity": ("bạn hãy chọn dân tộc", "choose an ethnic group"),
    "administrative_unit": ("bạn hãy chọn địa phương", "choose a place"),
    "repetition": ("bạn hãy thêm ít nhất một mục", "add at least one"),
}
_MISSING_TEXT = ("bạn hãy nhập câu trả lời", "enter an answer")


def check(
    form: FormDefinition,
    answers: Mapping[str, Any],
    *,
    at: datetime,
    page: str | None = None,
    units: Units | None = None,
) -> Checked:
    """Check what was typed, on one page or (page None) on all of them; never raises on answers.

    Hidden fields and what cannot stand are not in the AnswerSet; the draft keeps them. Rows are
    addressed `children.0.full_name`. `units` lets places be checked and named."""
    reading = _Reading(form, Around(local_day(at), form.library, units))
    reading.read(answers)
    errors = reading.errors(page)
    stand = reading.resolution.values
    values = {path: stand[path] for path in form.fields if path in stand}
    for path, sentence in shape(form, values):
        if path not in reading.refused:
            values.pop(path, None)
            placed = form.fields.get(path)
            if placed and page in {None, placed.page}:
                errors.append(_error(placed, path, sentence))
    return Checked(AnswerSet(values), tuple(errors))


def standing(form: FormDefinition, answers: Mapping[str, Any], *, at: datetime) -> Resolution:
    """Give what is shown with these answers, and the values that stand, computed ones too."""
    reading = _Reading(form, Around(local_day(at), form.library))
    reading.read(answers)
    return reading.resolution


def visible(form: FormDefinition, answers: Mapping[str, Any], *, at: datetime) -> frozenset[str]:
    """Give the paths of the fields that are shown with these answers."""
    return standing(form, answers, at=at).visible


def computed(form: FormDefinition, answers: Mapping[str, Any], *, at: datetime) -> dict[str, Any]:
    """Give the computed values by path; those that cannot be worked out yet are not there."""
    rules = programme(form).computed
    values = standing(form, answers, at=at).values
    return {path: value for path, value in values.items() if path in rules}


def pages_shown(
    form: FormDefinition, answers: Mapping[str, Any], *, at: datetime
) -> tuple[str, ...]:
    """Give the names of the pages that are shown with these answers, in order."""
    shown = visible(form, answers, at=at)
    return tuple(
        page.name for page in form.pages if any(placed.path in shown for placed in page.fields)
    )


@dataclass
class _Reading:
    """One pass over the answers of a form."""

    form: FormDefinition
    around: Around
    refused: dict[str, Sentence] = field(default_factory=dict)
    resolution: Resolution = field(default_factory=lambda: Resolution(frozenset(), {}))
    rows: dict[str, list[tuple[int, dict[str, Any], dict[str, Sentence]]]] = field(
        default_factory=dict
    )
    unfinished: dict[str, list[FieldError]] = field(default_factory=dict)

    @property
    def programme(self) -> Programme:
        return programme(self.form)

    def read(self, answers: Mapping[str, Any]) -> None:
        typed: dict[str, Any] = {}
        for path, placed in self.form.fields.items():
            if placed.rows:
                value: Any = self._read_rows(placed, answers.get(path))
            else:
                value = self._one(placed, answers.get(path), path=path, refused=self.refused)
            if value is not None:
                typed[path] = value
        outer = {"today": self.around.today.isoformat()}
        self.resolution = resolve(self.programme, typed, outer=outer)
        values = dict(self.resolution.values)
        for path in self.rows:
            if path in self.resolution.visible:
                values[path] = self._resolve_rows(self.form.fields[path], {**outer, **values})
        self.resolution = Resolution(
            self.resolution.visible, {path: v for path, v in values.items() if v != []}
        )

    def _one(self, placed: Placed, raw: Any, *, path: str, refused: dict[str, Sentence]) -> Any:
        try:
            return read_answer(placed, raw, self.around)
        except Mend as mend:
            refused[path] = mend.sentence
            return None

    def _read_rows(self, placed: Placed, raw: Any) -> list[dict[str, Any]] | None:
        if raw is None:
            return None
        found = self.rows.setdefault(placed.path, [])
        most = getattr(placed.field, "max", 10)
        if not isinstance(raw, list) or not all(isinstance(row, Mapping) for row in raw):
            self.refused[placed.path] = Sentence("bạn hãy nhập lại mục này", "enter this again")
            return None
        for index, row in enumerate(raw[:200]):
            refused: dict[str, Sentence] = {}
            values = {
                inner.path: value
                for inner in placed.rows
                if (
                    value := self._one(inner, row.get(inner.path), path=inner.path, refused=refused)
                )
                is not None
            }
            if values or refused:
                found.append((index, values, refused))
        if len(found) > most:
            self.refused[placed.path] = Sentence(
                f"bạn hãy giữ lại nhiều nhất {most} mục", f"keep at most {most}"
            )
            return None
        return [values for _, values, _ in found] or None

    def _resolve_rows(self, placed: Placed, outer: dict[str, Any]) -> list[dict[str, Any]]:
        compiled = self.programme.rows[placed.path]
        rows: list[dict[str, Any]] = []
        errors = self.unfinished.setdefault(placed.path, [])
        for index, values, refused in self.rows[placed.path]:
            within = {**outer, "row": True}
            resolution = resolve(compiled, values, outer=within)
            scope = within | {f"row.{path}": v for path, v in resolution.values.items()}
            for inner in placed.rows:
                path = f"{placed.path}.{index}.{inner.path}"
                if inner.path not in resolution.visible:
                    continue
                if inner.path in refused:
                    errors.append(_error(inner, path, refused[inner.path]))
                elif inner.path not in resolution.values and _needed(compiled, inner.path, scope):
                    errors.append(_error(inner, path, _missing(inner)))
            if resolution.values:
                rows.append(dict(resolution.values))
        return rows

    def errors(self, page: str | None) -> list[FieldError]:
        scope = {"today": self.around.today.isoformat(), **self.resolution.values}
        found: list[FieldError] = []
        for path, placed in self.form.fields.items():
            if page not in {None, placed.page} or path not in self.resolution.visible:
                continue
            if path in self.refused:
                found.append(_error(placed, path, self.refused[path]))
                continue
            found += self.unfinished.get(path, ())
            given = self.resolution.values.get(path)
            if not _needed(self.programme, path, scope):
                continue
            least = getattr(placed.field, "min", 1) if placed.rows else 1
            if given is None and least:
                found.append(_error(placed, path, _missing(placed)))
            elif placed.rows and len(given or ()) < least:
                few = Sentence(f"bạn hãy thêm đủ {least} mục", f"add at least {least}")
                found.append(_error(placed, path, few))
        return found


def _needed(compiled: Programme, path: str, scope: Mapping[str, Any]) -> bool:
    rule = compiled.required[path]
    return rule if isinstance(rule, bool) else rule.holds(scope)


def _missing(placed: Placed) -> Sentence:
    return Sentence(*_MISSING.get(placed.type, _MISSING_TEXT))


def _error(placed: Placed, path: str, sentence: Sentence) -> FieldError:
    label: Sentence = getattr(placed.field, "label", Sentence("", ""))
    return FieldError(
        path, Sentence(f"{label.vi}: {sentence.vi}", f"{label.en}: {sentence.en}"), placed.page
    )
