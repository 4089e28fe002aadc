"""From the shapes of the files to frozen values."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from motcua.forms.rules.conditions import Condition
from motcua.kernel.calendar import HANOI
from motcua.kernel.definitions import Document, Path
from motcua.procedures.rules.services.expressions import Expressions
from motcua.procedures.rules.services.files import (
    BundlePartFile,
    ComponentFile,
    ExemptionFile,
    FeesFile,
    ProcedureFile,
    ResultSectionFile,
    ScenarioFile,
    ScenariosFile,
)
from motcua.procedures.values.services import (
    BundlePart,
    Case,
    Component,
    Exemption,
    Expected,
    FeeRule,
    FeeSchedule,
    Result,
    ResultRow,
    ResultSection,
    Scenario,
    ScenarioMove,
)


def cases(file: ProcedureFile, expressions: Expressions) -> tuple[Case, ...]:
    """Make the list of cases."""
    return tuple(
        Case(one.code, one.name, expressions.condition(one.when, ("cases", index, "when")))
        for index, one in enumerate(file.cases)
    )


def bundle(
    file: ProcedureFile, expressions: Expressions, *, paths: Collection[str]
) -> tuple[BundlePart, ...]:
    """Make the parts of a bundle; what is one of `paths` is copied, all else is an expression."""
    return tuple(
        _part(part, ("bundle", index), expressions, paths=paths)
        for index, part in enumerate(file.bundle)
    )


def _part(
    part: BundlePartFile, at: Path, expressions: Expressions, *, paths: Collection[str]
) -> BundlePart:
    filled: dict[str, str | Condition] = {}
    for path, text in part.answers.items():
        value = text if text in paths else expressions.value(text, (*at, "answers", path))
        if value is not None:
            filled[path] = value
    return BundlePart(
        service=part.service,
        answers=filled,
        after=part.after,
        when=expressions.condition(part.when, (*at, "when")),
        results={path: _taken(text) for path, text in part.results.items()},
    )


def _taken(text: str) -> tuple[str, str]:
    service, _, what = text.partition(":")
    return service, what


def components(file: ProcedureFile, expressions: Expressions) -> tuple[Component, ...]:
    """Make the list of papers."""
    return tuple(
        _component(paper, index, expressions) for index, paper in enumerate(file.components)
    )


def _component(paper: ComponentFile, index: int, expressions: Expressions) -> Component:
    asked = paper.required if isinstance(paper.required, str) else None
    return Component(
        code=paper.code,
        name=paper.name,
        originals=paper.originals,
        certified=paper.certified,
        copies=paper.copies,
        available_in_database=paper.available_in_database,
        required=expressions.condition(asked, ("components", index, "required")),
        optional=paper.required is False,
        note=paper.note,
        source=paper.source,
    )


def results(file: ProcedureFile, expressions: Expressions) -> tuple[Result, ...]:
    """Make the list of results with what each states."""
    return tuple(
        Result(
            code=result.code or "",
            name=result.name,
            layout=result.layout,
            sections=tuple(
                _result_section(section, ("results", index, "sections", number), expressions)
                for number, section in enumerate(result.sections)
            ),
        )
        for index, result in enumerate(file.results)
    )


def _result_section(
    section: ResultSectionFile, at: Path, expressions: Expressions
) -> ResultSection:
    rows = (
        ResultRow(
            label=row.label,
            path=row.value,
            otherwise=row.otherwise or "",
            when=expressions.condition(row.when, (*at, "rows", line, "when")),
        )
        for line, row in enumerate(section.rows)
    )
    return ResultSection(title=section.title, rows=tuple(rows))


def schedule(file: FeesFile, expressions: Expressions) -> FeeSchedule:
    """Make the schedule of fees."""
    exemptions = (_exemption(one, index, expressions) for index, one in enumerate(file.exemptions))
    return FeeSchedule(
        rules=tuple(
            FeeRule(
                code=fee.code,
                name=fee.name,
                kind=fee.kind,
                amount=expressions.number(fee.amount, ("fees", index, "amount")),
                quantity=expressions.number(fee.quantity, ("fees", index, "quantity")),
                when=expressions.condition(fee.when, ("fees", index, "when")),
                legal_basis=fee.legal_basis,
                source=fee.source,
            )
            for index, fee in enumerate(file.fees)
        ),
        exemptions=tuple(one for one in exemptions if one),
        note=file.note,
    )


def _exemption(file: ExemptionFile, index: int, expressions: Expressions) -> Exemption | None:
    when = expressions.condition(file.when, ("exemptions", index, "when"))
    if when is None:
        return None
    return Exemption(
        code=file.code,
        name=file.name,
        when=when,
        fees=file.fees,
        legal_basis=file.legal_basis,
        source=file.source,
    )


def scenarios(file: ScenariosFile, document: Document) -> tuple[Scenario, ...]:
    """Lay every scenario's change over the common answers."""
    return tuple(
        _scenario(one, file.answers, document.line(("scenarios", index)))
        for index, one in enumerate(file.scenarios)
    )


def _scenario(file: ScenarioFile, common: dict[str, Any], line: int) -> Scenario:
    answers = {**common, **file.change}
    expect = file.expect
    return Scenario(
        name=file.name,
        at=_utc(file.at),
        channel=file.channel,
        answers={path: value for path, value in answers.items() if value is not None},
        moves=tuple(
            ScenarioMove(row.move, _utc(row.at), row.by, row.reason, row.alternative)
            for row in file.moves
        ),
        through=file.through,
        expect=Expected(
            due=_utc(expect.due) if expect.due else None,
            fee=expect.fee,
            forms=expect.forms,
            path=expect.path,
            state=expect.state,
            components=expect.components,
            errors=expect.errors,
            refused=expect.refused,
            case=expect.case,
            opened=expect.opened,
        ),
        line=line,
    )


def _utc(hanoi: datetime) -> datetime:
    return hanoi.replace(tzinfo=HANOI).astimezone(UTC)
