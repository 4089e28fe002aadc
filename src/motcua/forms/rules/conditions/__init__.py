"""Conditions and computed values: CEL expressions over the answers.

One rule for what is not answered: an expression that needs an answer that is not there has no
value. A condition without a value does not hold; a computed field without a value is empty. CEL's
own `&&` and `||` look past a missing side where the other decides. `has(path)` asks whether there
is an answer, and forms must ask it of what need not be answered (`rules.lint`)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cel_expr_python import cel

from motcua.forms.rules.conditions.functions import FUNCTIONS
from motcua.forms.rules.conditions.translate import (
    ConditionRefused,
    Kind,
    Translation,
    Variable,
    translate,
    wire_name,
)
from motcua.kernel.words import Sentence

__all__ = [
    "Condition",
    "ConditionRefused",
    "Environment",
    "Kind",
    "Variable",
    "compile",
    "wire_name",
]

_TYPES: dict[str, Any] = {
    Kind.TEXT: cel.Type.STRING,
    Kind.INTEGER: cel.Type.INT,
    Kind.BOOLEAN: cel.Type.BOOL,
    Kind.TEXTS: cel.Type.List(cel.Type.STRING),
    Kind.ROWS: cel.Type.List(cel.Type.Map(cel.Type.STRING, cel.Type.DYN)),
}
_RESULTS = {"STRING": Kind.TEXT, "INT": Kind.INTEGER, "BOOL": Kind.BOOLEAN}
_OVERLOAD = re.compile(r"no matching overload for '([^']*)' applied to '\(([^)]*)\)'")
_CALLED = {
    "int": "số nguyên", "string": "chữ", "bool": "đúng/sai", "list(string)": "danh sách chữ",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Condition:
    """A compiled expression. `wire` is what the browser runs; `uses` what it needs answered."""

    source: str
    translation: Translation
    returns: Kind | None
    expression: Any

    @property
    def wire(self) -> str:
        """The flat expression."""
        return self.translation.wire

    @property
    def uses(self) -> tuple[str, ...]:
        """Paths whose value is needed."""
        return self.translation.uses

    @property
    def tests(self) -> tuple[str, ...]:
        """Paths asked about with `has()`."""
        return self.translation.tests

    def evaluate(self, answers: Mapping[str, Any]) -> Any:
        """Give the value over answers by path, or None where a needed answer is missing.

        Never raises: overflow, division by zero and a text that is no date have no value too."""
        result = self.expression.eval(data=self.given(answers))
        value = result.plain_value()
        return None if result.type().name() == "ERROR" else value

    def given(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Give the flat variables that this expression needs, as both engines get them."""
        given: dict[str, Any] = {}
        for path in self.uses:
            value = find(answers, path)
            if value is not None:
                given[wire_name(path)] = value
        for path in self.tests:
            given[f"has__{wire_name(path)}"] = find(answers, path) is not None
        return given

    def holds(self, answers: Mapping[str, Any]) -> bool:
        """Whether the value is true; false where there is none."""
        return self.evaluate(answers) is True


class Environment:
    """Variables that expressions may speak of; compiles them, each once."""

    def __init__(self, variables: Mapping[str, Variable]) -> None:
        self.variables = dict(variables)
        declared = {wire_name(path): _TYPES[v.kind] for path, v in self.variables.items()}
        declared |= {f"has__{wire_name(path)}": cel.Type.BOOL for path in self.variables}
        self._env = cel.NewEnv(variables=declared, extensions=[_extension()])
        self._compiled: dict[str, Condition] = {}

    def compile(self, expression: str, *, returns: Iterable[Kind] = ()) -> Condition:
        """Compile `expression`, or raise `ConditionRefused`; `returns` are the kinds accepted."""
        condition = self._compiled.get(expression)
        if condition is None:
            condition = self._compiled[expression] = self._new(expression)
        accepted = tuple(returns)
        if accepted and condition.returns is not None and condition.returns not in accepted:
            wanted, wanted_en = _names(accepted)
            given, given_en = _names((condition.returns,))
            raise ConditionRefused(
                Sentence(f"biểu thức cho ra {given}", f"the expression gives {given_en}"),
                Sentence(f"ở đây cần {wanted}", f"{wanted_en} is expected here"),
            )
        return condition

    def _new(self, expression: str) -> Condition:
        translation = translate(expression, self.variables)
        try:
            compiled = self._env.compile(translation.wire)
        except RuntimeError as error:
            raise _explained(str(error)) from None
        return Condition(
            expression, translation, _RESULTS.get(compiled.return_type().name()), compiled
        )


def compile(expression: str, variables: Mapping[str, Variable]) -> Condition:  # noqa: A001 -- the verb of the contract
    """Compile one expression over `variables`, or raise `ConditionRefused`."""
    return Environment(variables).compile(expression)


def find(answers: Mapping[str, Any], path: str) -> Any:
    """Give the answer at `path`, or part of one; None where there is none or an empty one."""
    value = answers.get(path)
    if value is None and "." in path:
        base, _, part = path.rpartition(".")
        whole = answers.get(base)
        value = whole.get(part) if isinstance(whole, Mapping) else None
    if isinstance(value, str | list | tuple) and not value:
        return None
    return plain(value) if isinstance(value, tuple) else value


def plain(value: Any) -> Any:
    """Give frozen rows and lists as the dicts and lists that CEL takes."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value


@lru_cache(maxsize=1)
def _extension() -> Any:
    return cel.CelExtension(
        "motcua",
        [
            cel.FunctionDecl(
                name,
                [
                    cel.Overload(
                        f"{name}_{'_'.join(function.parameters)}",
                        _TYPES[function.returns],
                        [_TYPES[parameter] for parameter in function.parameters],
                        False,
                        function.call,
                    )
                ],
            )
            for name, function in FUNCTIONS.items()
        ],
    )


def _names(kinds: Iterable[Kind]) -> tuple[str, str]:
    return " / ".join(_CALLED.get(kind, kind) for kind in kinds), " / ".join(kinds)


def _explained(message: str) -> ConditionRefused:
    if found := _OVERLOAD.search(message):
        sign = found[1].strip("_").replace("_", " ").strip()
        given = [part.strip() for part in found[2].split(",")]
        called = " và ".join(_CALLED.get(part, part) for part in given)
        return ConditionRefused(
            Sentence(
                f"không dùng được “{sign}” với {called}", f"“{sign}” does not go with {found[2]}"
            ),
            Sentence("hãy so sánh hai vế cùng kiểu", "compare two sides of one kind"),
        )
    reason = message.removeprefix("INVALID_ARGUMENT: ").partition("\n")[0]
    reason = re.sub(r"^ERROR: <input>:\d+:\d+: ", "", reason)
    return ConditionRefused(
        Sentence(f"không đọc được biểu thức ({reason})", f"an unreadable expression ({reason})"),
        Sentence("hãy viết lại theo ví dụ child.age < 14", "write it like child.age < 14"),
    )
