"""Compiling the expressions of a procedure over its form's answers, problems told by line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from motcua.forms.rules.conditions import (
    Condition,
    ConditionRefused,
    Environment,
    Kind,
    Variable,
)
from motcua.kernel.definitions import Document, Path, Problem
from motcua.kernel.words import Sentence

CIRCUMSTANCES = {"channel": Variable(Kind.TEXT), "online": Variable(Kind.BOOLEAN)}
"""What may be asked beside the answers: how the dossier comes in (`Channel.facts`)."""


@dataclass
class Expressions:
    """Compiles expressions of one file; `problems` collects what was refused."""

    document: Document
    environment: Environment
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def over(
        cls, variables: Mapping[str, Variable], document: Document, *, cases: bool = True
    ) -> "Expressions":
        """Speak of every answer of the form, of how the dossier comes in and of its `case`.

        What decides on the case knows of none (`cases=False`).
        """
        case = {"case": Variable(Kind.TEXT)} if cases else {}
        return cls(document, Environment({**variables, **CIRCUMSTANCES, **case}))

    def condition(self, text: str | None, at: Path) -> Condition | None:
        """Compile what must be true or false; None where nothing is written or it is refused."""
        return None if text is None else self._compile(text, at, Kind.BOOLEAN)

    def value(self, text: str, at: Path) -> Condition | None:
        """Compile what gives a text, a number, or yes or no; None where it is refused."""
        return self._compile(text, at, Kind.TEXT, Kind.INTEGER, Kind.BOOLEAN)

    def number(self, value: int | str, at: Path) -> int | Condition:
        """Give a plain number, or compile what works one out; 0 where it is refused."""
        if isinstance(value, int):
            return value
        return self._compile(value, at, Kind.INTEGER) or 0

    def _compile(self, text: str, at: Path, *kinds: Kind) -> Condition | None:
        try:
            return self.environment.compile(text, returns=kinds)
        except ConditionRefused as refused:
            what = Sentence(f"“{text}”: {refused.what.vi}", f"“{text}”: {refused.what.en}")
            self.problems.append(self.document.problem(at, what, refused.remedy))
            return None
