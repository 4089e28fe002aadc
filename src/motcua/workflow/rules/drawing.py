"""Drawings made from the tables: Mermaid and Markdown, so that no picture is drawn by hand."""

from motcua.kernel.words import Sentence
from motcua.workflow.rules.states import TRANSITIONS, Stage, Transition
from motcua.workflow.values import (
    Form,
    Function,
    HandOver,
    Limit,
    Move,
    Source,
    State,
    Step,
    WorkflowDefinition,
)

_GENERATED = "<!-- Made by `motcua library draw`. Change the table or the YAML, not this page. -->"


def states_page() -> str:
    """Give the page of the state table: its drawing and its rows."""
    return "\n".join(
        [
            "# States of a dossier",
            "",
            _GENERATED,
            "",
            "One table, `src/motcua/workflow/rules/states.py`, decides every move. Being overdue",
            "is no state: it is read off the clock and refuses nothing.",
            "",
            "```mermaid",
            *_state_diagram(),
            "```",
            "",
            "| State | National code | In Vietnamese |",
            "|---|---|---|",
            *(f"| `{s}` | {s.national_code or '–'} | {s.label.vi} |" for s in State),
            "",
            "| From | Move | To | By | Must hold | Form | Clock | Told |",
            "|---|---|---|---|---|---|---|---|",
            *(_row(row) for row in TRANSITIONS if row.move is not Move.MESSAGE),
            "",
            "`message` is possible in every state but `draft`, for everybody, and changes nothing.",
            "`by the step` means: whoever has the step, if the procedure lists the move there.",
            "",
        ]
    )


def procedure_page(*, code: str, name: Sentence, definition: WorkflowDefinition) -> str:
    """Give the page of one procedure's internal process."""
    return "\n".join(
        [
            f"# {code} {name.vi}",
            "",
            _GENERATED,
            "",
            f"{name.en}. Profile `{definition.profile.code}`: {definition.profile.title.vi}.",
            "",
            *_limits(definition),
            "",
            "```mermaid",
            mermaid(definition),
            "```",
            "",
            "| Step | Who | State | Budget | May |",
            "|---|---|---|---|---|",
            *(_step_row(step) for step in definition.steps),
            "",
        ]
    )


def mermaid(definition: WorkflowDefinition) -> str:
    """Draw the process as a Mermaid flowchart: the desk, the steps, the ends that are used."""
    lines = ["flowchart TD", f'  start(["{Move.SUBMIT.label.vi}"]) --> desk']
    lines.append(f'  desk{{"{Function.RECEPTION.label.vi}"}}')
    lines.append(f'  desk -- "{Move.ACCEPT.label.vi}" --> {definition.intake.first_step}')
    for row in definition.intake.moves:
        if row.move is Move.REFUSE:
            label = (row.label or row.move.label).vi
            lines.append(f'  desk -- "{label}" --> refused(["{State.REFUSED.label.vi}"])')
        if row.move is Move.REQUEST_SUPPLEMENT:
            lines.append(f'  desk -. "{row.move.label.vi}" .-> desk')
    for step in definition.steps:
        lines += _step_lines(definition, step)
    return "\n".join(lines)


def _step_lines(definition: WorkflowDefinition, step: Step) -> list[str]:
    title = f"{step.title.vi}<br/>{step.function.label.vi}"
    if step.budget.amount:
        title += f"<br/>{step.budget.text('vi')}"
    lines = [f'  {step.code}["{_quoted(title)}"]']
    for row in step.moves:
        label = _quoted((row.label or row.move.label).vi)
        if row.to:
            automatic = (
                row.move is Move.HAND_OVER
                and definition.intake.hand_over is HandOver.AUTOMATIC
                and step.code == definition.intake.first_step
            )
            label += " (tự động)" if automatic else ""
            back = row.move is Move.SEND_BACK
            arrow = f'-. "{label}" .->' if back else f'-- "{label}" -->'
            lines.append(f"  {step.code} {arrow} {row.to}")
        elif row.move is Move.RETURN_RESULT:
            lines.append(f'  {step.code} -- "{label}" --> returned(["{State.RETURNED.label.vi}"])')
        elif row.move is Move.STOP:
            lines.append(f'  {step.code} -- "{label}" --> stopped(["{State.STOPPED.label.vi}"])')
        else:
            lines.append(f'  {step.code} -. "{label}" .-> {step.code}')
    return lines


def _quoted(text: str) -> str:
    return text.replace('"', "'")


def _limits(definition: WorkflowDefinition) -> list[str]:
    lines = [
        "| Limit | How long | Received after | Legal basis |",
        "|---|---|---|---|",
    ]
    for limit in (definition.limit, *definition.alternatives):
        cutoff = f"{limit.cutoff:%H:%M} → next working day" if limit.cutoff else "–"
        basis = "; ".join(limit.legal_basis) or "–"
        if limit.source is Source.UNCONFIRMED:
            basis += " (unconfirmed)"
        lines.append(f"| {limit.title.vi} | {_length(limit)} | {cutoff} | {basis} |")
    return lines


def _length(limit: Limit) -> str:
    return "trong ngày" if limit.same_day else limit.duration.text("vi")


def _step_row(step: Step) -> str:
    budget = step.budget.text("vi") if step.budget.amount else "–"
    moves = ", ".join(f"{row.move}{f' → `{row.to}`' if row.to else ''}" for row in step.moves)
    return (
        f"| {step.title.vi} (`{step.code}`) | {step.function} | {step.state} | {budget} | {moves} |"
    )


def _state_diagram() -> list[str]:
    lines = ["stateDiagram-v2", f"  [*] --> {State.DRAFT}"]
    for row in TRANSITIONS:
        if row.move is Move.MESSAGE:
            continue
        lines += [f"  {row.source} --> {target}: {_edge(row)}" for target in sorted(row.targets)]
    lines += [f"  {state} --> [*]" for state in State if state.is_end]
    return lines


def _edge(row: Transition) -> str:
    form = f", form {Form(row.form).number}" if row.form else ""
    return f"{row.move}{form}{_stage(row)}"


def _stage(row: Transition) -> str:
    return "" if row.stage is Stage.ANY else f" ({row.stage.replace('_', ' ')})"


def _row(row: Transition) -> str:
    by = ", ".join(f for f in Function if f in row.by) or "by the step"
    cells = (
        f"`{row.source}`{_stage(row)}",
        f"`{row.move}`",
        ", ".join(f"`{state}`" for state in sorted(row.targets)),
        by,
        ", ".join(row.guards) or "–",
        f"{row.form.number} {row.form}" if row.form else "–",
        row.turn,
        ", ".join(row.notify) or "–",
    )
    return "| " + " | ".join(cells) + " |"
