"""Fields of a page as a template needs them to draw, what was typed in their inputs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from motcua.forms.rules.checking import standing
from motcua.forms.rules.posting import to_inputs
from motcua.forms.rules.programme import programme
from motcua.forms.rules.reading import options_of
from motcua.forms.rules.showing import NO, YES, shown
from motcua.forms.values import Choice, Control, FieldError, FormDefinition, Placed
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence

_ATTRIBUTES = {
    "integer": {"inputmode": "numeric"},
    "money": {"inputmode": "numeric"},
    "citizen_id": {"inputmode": "numeric", "spellcheck": "false"},
    "tax_code": {"inputmode": "numeric", "spellcheck": "false"},
    "phone": {"type": "tel", "inputmode": "tel"},
    "email": {"type": "email", "inputmode": "email", "spellcheck": "false"},
    "person_name": {"spellcheck": "false"},
}


def controls(
    form: FormDefinition,
    page: str,
    draft: Mapping[str, Any],
    *,
    at: datetime,
    language: str = "vi",
    errors: Sequence[FieldError] = (),
) -> tuple[Control, ...]:
    """Give every field of a page as a template needs it, what was typed in its inputs."""
    now = standing(form, draft, at=at)
    worked_out = programme(form).computed
    told: dict[str, str] = {}
    for error in errors:
        told.setdefault(error.path, error.message.in_(language))
    today = {"today": local_day(at).isoformat()}
    draw = _Drawing(form, language, told, values={**today, **now.values})
    return tuple(
        draw.control(
            placed,
            (now.values if placed.path in worked_out else draft).get(placed.path),
            placed.path,
            is_shown=placed.path in now.visible,
        )
        for placed in form.page(page).fields
    )


class _Drawing:
    """What all controls of one page share."""

    def __init__(
        self,
        form: FormDefinition,
        language: str,
        told: Mapping[str, str],
        *,
        values: Mapping[str, Any],
    ) -> None:
        self.form = form
        self.language = language
        self.told = told
        self.values = values
        self.programme = programme(form)

    def control(self, placed: Placed, raw: Any, name: str, *, is_shown: bool) -> Control:
        one: Any = placed.field
        rows: tuple[tuple[Control, ...], ...] = ()
        given = raw if isinstance(raw, list) else ()
        if placed.rows:
            rows = tuple(self._row(placed, row, index) for index, row in enumerate(given or ({},)))
        return Control(
            path=name,
            type=placed.type,
            label=self._words(getattr(one, "label", None)),
            hint=self._words(getattr(one, "hint", None) or getattr(one, "text", None)),
            why=self._words(getattr(one, "why", None)),
            required=self._required(placed),
            visible=is_shown,
            inputs=self._inputs(placed, raw, name),
            choices=self._choices(placed, raw),
            files=tuple(raw) if placed.type == "file" and isinstance(raw, list) else (),
            rows=rows,
            error=self.told.get(name, ""),
            attributes=self._attributes(placed),
        )

    def _required(self, placed: Placed) -> bool:
        if self.form.fields.get(placed.path) is not placed:  # in a row, where the server decides
            return getattr(placed.field, "required", False) is True
        rule = self.programme.required[placed.path]
        return rule if isinstance(rule, bool) else rule.holds(self.values)

    def _row(self, placed: Placed, row: Any, index: int) -> tuple[Control, ...]:
        given = row if isinstance(row, Mapping) else {}
        return tuple(
            self.control(
                inner, given.get(inner.path), f"{placed.path}.{index}.{inner.path}", is_shown=True
            )
            for inner in placed.rows
        )

    def _inputs(self, placed: Placed, raw: Any, name: str) -> dict[str, str]:
        if placed.type in {"note", "repetition", "choices", "file"}:
            return {}
        if placed.type == "computed":
            return {name: shown(placed, raw, self.form.library, language=self.language)}
        return to_inputs(placed, raw, name=name)

    def _words(self, words: Sentence | None) -> str:
        return words.in_(self.language) if words else ""

    def _choices(self, placed: Placed, raw: Any) -> tuple[Choice, ...]:
        if placed.type == "yes_no":
            chosen = ("yes" if raw else "no") if isinstance(raw, bool) else raw
            return (
                Choice("yes", YES.in_(self.language), "", chosen == "yes"),
                Choice("no", NO.in_(self.language), "", chosen == "no"),
            )
        if placed.type not in {"choice", "select", "choices", "nationality", "ethnicity"}:
            return ()
        given = raw if isinstance(raw, list) else [raw]
        return tuple(
            Choice(
                option.value,
                option.label.in_(self.language),
                self._words(option.hint),
                option.value in given,
            )
            for option in options_of(placed.field, self.form.library)
        )

    def _attributes(self, placed: Placed) -> dict[str, str]:
        one: Any = placed.field
        found = dict(_ATTRIBUTES.get(placed.type, {}))
        for name in ("autocomplete", "inputmode"):
            if value := getattr(one, name, None):
                found[name] = str(value)
        if placed.type == "file":
            found |= {
                "accept": ",".join(f".{kind}" for kind in one.accept),
                "data-component": one.component,
                "data-max": str(one.max),
            }
        if placed.type == "repetition":
            least = one.min if one.required is True else 0
            found |= {"data-item": self._words(one.item)}
            found |= {"data-min": str(least), "data-max": str(one.max)}
        if placed.type == "administrative_unit":
            found["data-level"] = one.level
        if unit := getattr(one, "unit", None):
            found["data-unit"] = self._words(unit)
        return found
