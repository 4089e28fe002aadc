"""What a form should not have though it can be loaded; told like every other problem."""

from collections.abc import Iterator
from typing import Any

from motcua.forms.rules.programme import Programme, programme
from motcua.forms.values import FormDefinition, Placed
from motcua.kernel.definitions import Problem
from motcua.kernel.words import Sentence

_ASKED = frozenset({"note", "computed"})


def lint(form: FormDefinition) -> tuple[Problem, ...]:
    """Give what to mend before publishing, by line; empty for a form that is fit."""
    compiled = programme(form)
    found: list[Problem] = []
    for page in form.pages:
        if all(placed.type in _ASKED for placed in page.fields):
            found.append(
                Problem(
                    form.name,
                    page.line,
                    Sentence(
                        f"trang “{page.name}” không hỏi gì", f"page “{page.name}” asks nothing"
                    ),
                    Sentence("hãy thêm câu hỏi hoặc gộp trang", "add a question or merge the page"),
                )
            )
        if len(page.fields) > 40:
            found.append(
                Problem(
                    form.name,
                    page.line,
                    Sentence(
                        f"trang “{page.name}” có {len(page.fields)} trường",
                        f"page “{page.name}” has {len(page.fields)} fields",
                    ),
                    Sentence("hãy chia thành nhiều trang", "split the page"),
                )
            )
    for placed in form.fields.values():
        found += _field(form, placed)
        found += _guards(form, placed, compiled)
        for inner in placed.rows:
            found += _field(form, inner)
            found += _guards(form, inner, compiled.rows[placed.path])
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: problem.line))


def _field(form: FormDefinition, placed: Placed) -> Iterator[Problem]:
    one: Any = placed.field
    path = placed.path
    if getattr(one, "sensitive", False):
        if not one.why:
            yield Problem(
                form.name,
                placed.line,
                Sentence(
                    f"“{path}” nhạy cảm mà không nói vì sao hỏi",
                    f"sensitive “{path}” does not say why it is asked",
                ),
                Sentence("hãy thêm “why: …”", "add “why: …”"),
            )
        if not one.retention:
            yield Problem(
                form.name,
                placed.line,
                Sentence(
                    f"“{path}” nhạy cảm mà không có thời hạn lưu",
                    f"sensitive “{path}” has no retention",
                ),
                Sentence("hãy thêm “retention: 5 years”", "add “retention: 5 years”"),
            )
    if getattr(one, "prefill", None) and not one.map_to:
        yield Problem(
            form.name,
            placed.line,
            Sentence(
                f"“{path}” điền sẵn mà không gắn từ điển dữ liệu",
                f"“{path}” is prefilled but not mapped to the dictionary",
            ),
            Sentence("hãy thêm “map_to: …”", "add “map_to: …”"),
        )
    if placed.type == "text" and one.pattern and not one.pattern_hint:
        yield Problem(
            form.name,
            placed.line,
            Sentence(
                f"“{path}” có mẫu mà không có lời giải thích",
                f"“{path}” has a pattern without words for it",
            ),
            Sentence("hãy thêm “pattern_hint: …”", "add “pattern_hint: …”"),
        )


def _guards(form: FormDefinition, placed: Placed, compiled: Programme) -> Iterator[Problem]:
    conditions = [*compiled.visible[placed.path]]
    if placed.path in compiled.computed:
        conditions.append(compiled.computed[placed.path])
    need = compiled.required[placed.path]
    if not isinstance(need, bool):
        conditions.append(need)
    for condition in conditions:
        for path in condition.uses:
            base = path if path in form.fields else path.rpartition(".")[0]
            asked = form.fields.get(base)
            guarded = {path, base} & set(condition.tests)
            if asked and _may_be_missing(asked) and not guarded:
                yield Problem(
                    form.name,
                    placed.line,
                    Sentence(
                        f"“{condition.source}” dùng “{path}” có thể không được trả lời",
                        f"“{condition.source}” uses “{path}”, which may not be answered",
                    ),
                    Sentence(f"hãy viết has({base}) && …", f"write has({base}) && …"),
                )


def _may_be_missing(placed: Placed) -> bool:
    if placed.type in _ASKED:
        return False
    return getattr(placed.field, "required", True) is not True or bool(placed.conditions)
