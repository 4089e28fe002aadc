"""Answers: what was typed, what was made of it, and what is to be mended."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeAlias

from motcua.kernel.words import Sentence

Json: TypeAlias = "bool | int | float | str | list[Any] | dict[str, Any] | None"


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return MappingProxyType({key: _frozen(inner) for key, inner in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value


def _thawed(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _thawed(inner) for key, inner in value.items()}
    return [_thawed(inner) for inner in value] if isinstance(value, list | tuple) else value


@dataclass(frozen=True)
class AnswerSet:
    """Checked answers by path (`child.born_on`); only what was shown, nothing unanswered.

    Dates are `2026-01-31`, amounts whole đồng, units `{edition, province, …}`, rows mappings."""

    values: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", _frozen(self.values))

    def get(self, path: str, default: Any = None) -> Any:
        """Give the answer at `path`; also a part of one, such as `child.birthplace.province`."""
        if path in self.values:
            return self.values[path]
        base, _, part = path.rpartition(".")
        whole = self.values.get(base)
        return whole.get(part, default) if isinstance(whole, Mapping) else default

    def __contains__(self, path: str) -> bool:
        return self.get(path) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def to_json(self) -> dict[str, Any]:
        """Give plain JSON values; `AnswerSet.from_json` gives the same set back."""
        return {path: _thawed(value) for path, value in self.values.items()}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "AnswerSet":
        """Read what `to_json` wrote."""
        return cls(values)


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing to mend. `path` of a row's field is `children.0.full_name`."""

    path: str
    message: Sentence
    page: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Outcome of a check: the answers that stand, and what is to be mended."""

    answers: AnswerSet
    errors: tuple[FieldError, ...] = ()

    @property
    def right(self) -> bool:
        """Nothing is to be mended."""
        return not self.errors


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page on which answers are confirmed."""

    path: str
    label: str
    value: str
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The answers of one page."""

    title: str
    page: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer offered in a control."""

    value: str
    label: str
    hint: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Control:
    """Everything a template needs to draw one field.

    `inputs` are the texts of the HTML inputs by name (a date has three, an address three)."""

    path: str
    type: str
    label: str
    hint: str
    why: str
    required: bool
    visible: bool
    inputs: Mapping[str, str]
    choices: tuple[Choice, ...]
    files: tuple[str, ...]
    rows: tuple[tuple["Control", ...], ...]
    error: str
    attributes: Mapping[str, str]
