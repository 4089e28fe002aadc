"""An audit and what was made of it: what every report tells, in whatever form."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from motcua.evaluation.values.audits import Audit
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.facts import FactCard
from motcua.evaluation.values.findings import Finding
from motcua.evaluation.values.leagues import Comparison
from motcua.evaluation.values.scores import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A portal judged by one set; `since` compares with an earlier audit judged by that set."""

    criteria_set: CriteriaSet
    result: Result
    since: Comparison | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """Faults by how they stand to an earlier audit: keys `fact` or `fact:rule`."""

    mended: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    still: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An audit, its judgements (the first gives the grade), its faults, the five to mend first.

    facts  the card of every fact that was looked for, by its code
    """

    audit: Audit
    judgements: tuple[Judgement, ...]
    findings: tuple[Finding, ...]
    first: tuple[Finding, ...]
    facts: Mapping[str, FactCard] = field(default_factory=dict)
    since: Since | None = None
