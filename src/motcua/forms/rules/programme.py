"""A form's conditions compiled once, in the order in which they can be worked out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Any
from weakref import WeakKeyDictionary

from motcua.forms.rules.conditions import (
    Condition,
    ConditionRefused,
    Environment,
    Kind,
    Variable,
)
from motcua.forms.values import FormDefinition, Placed
from motcua.kernel.definitions import Problem
from motcua.kernel.words import Sentence

_KINDS = {
    "integer": Kind.INTEGER, "money": Kind.INTEGER, "yes_no": Kind.BOOLEAN,
    "declaration": Kind.BOOLEAN, "choices": Kind.TEXTS, "file": Kind.TEXTS, "repetition": Kind.ROWS,
}  # fmt: skip
_COMPUTED = {
    "integer": Kind.INTEGER, "money": Kind.INTEGER, "yes_no": Kind.BOOLEAN,
    "text": Kind.TEXT, "date": Kind.TEXT,
}  # fmt: skip
PARTS = {
    "address": ("province", "commune", "detail"),
    "administrative_unit": ("province", "commune"),
}


@dataclass(frozen=True, eq=False)
class Programme:
    """Compiled conditions by path, and the paths in order of dependence."""

    order: tuple[str, ...]
    visible: Mapping[str, tuple[Condition, ...]]
    required: Mapping[str, bool | Condition]
    computed: Mapping[str, Condition]
    variables: Mapping[str, Variable]
    rows: Mapping[str, "Programme"] = field(default_factory=dict)


_PROGRAMMES: "WeakKeyDictionary[FormDefinition, Programme]" = WeakKeyDictionary()


def programme(form: FormDefinition) -> Programme:
    """Give the compiled conditions of a loaded form."""
    found = _PROGRAMMES.get(form)
    if found is None:
        found, problems = build(form)
        if problems:
            raise ValueError(str(problems[0]))
        _PROGRAMMES[form] = found
    return found


def keep(form: FormDefinition, compiled: Programme) -> None:
    """Remember what loading has compiled."""
    _PROGRAMMES[form] = compiled


def kind_of(placed: Placed) -> Kind:
    """Give the kind of value that the conditions see."""
    if placed.type == "computed":
        return _COMPUTED[str(getattr(placed.field, "as_", "integer"))]
    return _KINDS.get(placed.type, Kind.TEXT)


def variables_of(fields: Mapping[str, Placed]) -> dict[str, Variable]:
    """Give every variable that conditions may use: fields, their parts, and `today`."""
    found = {"today": Variable(Kind.TEXT)}
    for path, placed in fields.items():
        if placed.type == "note":
            continue
        parts = PARTS.get(placed.type, ())
        if getattr(placed.field, "level", "commune") == "province":
            parts = parts[:1]
        row = {inner.path: kind_of(inner) for inner in placed.rows}
        found[path] = Variable(kind_of(placed), row, parts)
        found |= {f"{path}.{part}": Variable(Kind.TEXT) for part in parts}
    return found


def build(form: FormDefinition) -> tuple[Programme, tuple[Problem, ...]]:
    """Compile every condition of the form; give the problems found instead of raising."""
    builder = _Builder(form)
    return builder.run(), tuple(builder.problems)


@dataclass
class _Builder:
    form: FormDefinition
    problems: list[Problem] = field(default_factory=list)

    def run(self) -> Programme:
        variables = variables_of(self.form.fields)
        environment = Environment(variables)
        rows = {
            path: self._part({inner.path: inner for inner in placed.rows}, self._within(placed))
            for path, placed in self.form.fields.items()
            if placed.rows
        }
        return self._part(self.form.fields, environment, rows)

    def _within(self, placed: Placed) -> Environment:
        inner = variables_of({row.path: row for row in placed.rows})
        inner.pop("today")
        outer = variables_of(self.form.fields)
        return Environment(outer | {f"row.{path}": v for path, v in inner.items()})

    def _part(
        self,
        fields: Mapping[str, Placed],
        environment: Environment,
        rows: Mapping[str, Programme] | None = None,
    ) -> Programme:
        visible: dict[str, tuple[Condition, ...]] = {}
        required: dict[str, bool | Condition] = {}
        computed: dict[str, Condition] = {}
        for path, placed in fields.items():
            compiled = (
                self._compiled(environment, text, line=placed.lines[text], kinds=(Kind.BOOLEAN,))
                for text in placed.conditions
            )
            visible[path] = tuple(condition for condition in compiled if condition)
            need = getattr(placed.field, "required", False)
            if isinstance(need, str):
                need = (
                    self._compiled(
                        environment, need, line=placed.lines[need], kinds=(Kind.BOOLEAN,)
                    )
                    or False
                )
            required[path] = need
            if placed.type == "computed":
                text = str(getattr(placed.field, "value", ""))
                if value := self._compiled(
                    environment, text, line=placed.lines[text], kinds=(kind_of(placed),)
                ):
                    computed[path] = value
        order = self._order(fields, visible, computed)
        return Programme(order, visible, required, computed, environment.variables, rows or {})

    def _compiled(
        self, environment: Environment, text: str, *, line: int, kinds: tuple[Kind, ...]
    ) -> Condition | None:
        try:
            return environment.compile(text, returns=kinds)
        except ConditionRefused as refused:
            what = Sentence(f"“{text}”: {refused.what.vi}", f"“{text}”: {refused.what.en}")
            problem = Problem(self.form.name, line, what, refused.remedy)
            if problem not in self.problems:
                self.problems.append(problem)
            return None

    def _order(
        self,
        fields: Mapping[str, Placed],
        visible: Mapping[str, tuple[Condition, ...]],
        computed: Mapping[str, Condition],
    ) -> tuple[str, ...]:
        graph: dict[str, list[str]] = {}
        for path in fields:
            conditions = [*visible[path], *([computed[path]] if path in computed else [])]
            graph[path] = [dep for c in conditions for dep in _needs(c, fields)]
        try:
            return tuple(TopologicalSorter(graph).static_order())
        except CycleError as error:
            self._cycle(list(reversed(error.args[1])), fields)
            return tuple(fields)

    def _cycle(self, paths: list[str], fields: Mapping[str, Placed]) -> None:
        way = " → ".join(paths)
        self.problems.append(
            Problem(
                self.form.name,
                fields[paths[0]].line,
                Sentence(f"điều kiện phụ thuộc vòng tròn: {way}", f"conditions in a circle: {way}"),
                Sentence(
                    "hãy bỏ một điều kiện để phá vòng",
                    "take one condition away to break the circle",
                ),
            )
        )


def _needs(condition: Condition, fields: Mapping[str, Placed]) -> Iterator[str]:
    for path in (*condition.uses, *condition.tests):
        name = path.removeprefix("row.") if path.startswith("row.") else path
        for candidate in (name, name.rpartition(".")[0]):
            if candidate in fields:
                yield candidate
                break


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which fields are shown, and the values that stand, computed ones among them."""

    visible: frozenset[str]
    values: Mapping[str, Any]


def resolve(
    compiled: Programme, typed: Mapping[str, Any], *, outer: Mapping[str, Any]
) -> Resolution:
    """Work out what is shown and what is computed from typed values, in order of dependence.

    The value of a hidden field counts as not given. `outer` holds `today` and, within a row, the
    answers around it."""
    values: dict[str, Any] = {}
    prefix = "row." if "row" in outer else ""
    scope = dict(outer)
    shown: set[str] = set()
    known: dict[int, bool] = {}
    for path in compiled.order:
        for condition in compiled.visible[path]:
            if id(condition) not in known:
                known[id(condition)] = condition.holds(scope)
        if not all(known[id(condition)] for condition in compiled.visible[path]):
            continue
        shown.add(path)
        rule = compiled.computed.get(path)
        value = rule.evaluate(scope) if rule else typed.get(path)
        if value is not None:
            values[path] = scope[prefix + path] = value
    return Resolution(frozenset(shown), values)
