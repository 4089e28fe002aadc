"""One rule of ours: what is told of a place, and which success criteria it fails."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from motcua.kernel.words import Sentence


@dataclass(frozen=True, slots=True)
class Rule:
    """`criteria` is empty for a fault that WCAG 2.2 AA does not ask to mend."""

    says: Sentence
    criteria: tuple[str, ...] = ()

    def filled(self, measured: Mapping[str, object]) -> Sentence:
        """Put what was measured into the sentence; what is missing becomes an ellipsis."""
        words = defaultdict(lambda: "…", {name: shown(value) for name, value in measured.items()})
        return Sentence(self.says.vi.format_map(words), self.says.en.format_map(words))


def rule(vi: str, en: str, criteria: str = "") -> Rule:
    """Write a rule; `criteria` are numbers of success criteria with spaces between."""
    return Rule(Sentence(vi, en), tuple(criteria.split()))


def shown(value: object) -> str:
    """Write what was measured: numbers plainly, text as it is."""
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)
