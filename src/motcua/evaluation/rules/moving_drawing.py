"""The states of a campaign as a page for those who read the repository."""

from collections.abc import Iterator

from motcua.evaluation.rules.moving import TABLE, Step
from motcua.evaluation.values.campaigns import STATE_TITLES, CampaignState


def page() -> str:
    """Draw the table of a campaign's states: its drawing and its rows."""
    return "\n".join(
        [
            "# States of a campaign",
            "",
            "<!-- Made by `motcua library draw`. Change the table, not this page. -->",
            "",
            "One table, `src/motcua/evaluation/rules/moving.py`, says when each verb may be said.",
            "Who may say it is another (`permitting.py`), and so is what hinders it although it",
            "may be said (`queries/hindrances.py`).",
            "",
            "```mermaid",
            *_diagram(),
            "```",
            "",
            "| State | In English | In Vietnamese |",
            "|---|---|---|",
            *(f"| `{one}` | {title.en} | {title.vi} |" for one, title in STATE_TITLES.items()),
            "",
            "| Verb | While | Leads to | In Vietnamese |",
            "|---|---|---|---|",
            *(_row(step) for step in TABLE),
            "",
        ]
    )


def _diagram() -> Iterator[str]:
    yield "stateDiagram-v2"
    yield f"  [*] --> {CampaignState.DRAFT}"
    for step in TABLE:
        if step.to is not None:
            for state in step.when:
                yield f"  {state} --> {step.to}: {step.verb}"
    for state in CampaignState:
        if not any(step.to is not None and state in step.when for step in TABLE):
            yield f"  {state} --> [*]"


def _row(step: Step) -> str:
    while_ = ", ".join(f"`{state}`" for state in step.when)
    to = f"`{step.to}`" if step.to is not None else "–"
    return f"| `{step.verb}`: {step.title.en} | {while_} | {to} | {step.title.vi} |"
