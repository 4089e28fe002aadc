"""Cases (trường hợp) of a procedure, and what its expressions know beside the answers."""

from collections.abc import Mapping
from typing import Any

from motcua.procedures.values.services import Case, Channel, ServiceVersion
from motcua.workflow.values import Limit


def given(answers: Mapping[str, Any], *, channel: Channel | str, case: str = "") -> dict[str, Any]:
    """Give the answers with `case` and the facts of the channel, as papers and fees see them."""
    return {**answers, **Channel(channel).facts, "case": case}


def case_of(
    service: ServiceVersion, answers: Mapping[str, Any], *, channel: Channel | str
) -> Case | None:
    """Give the first case whose condition holds; None where the procedure has none that does."""
    known = {**answers, **Channel(channel).facts}
    return next(
        (case for case in service.cases if case.when is None or case.when.holds(known)), None
    )


def case_code(
    service: ServiceVersion, answers: Mapping[str, Any], *, channel: Channel | str
) -> str:
    """Give the code of the case, empty where there is none."""
    case = case_of(service, answers, channel=channel)
    return case.code if case else ""


def limit_of(service: ServiceVersion, *, case: str, channel: Channel | str) -> Limit:
    """Give the time limit that a dossier of this case and channel has."""
    return service.workflow.limit_for(case, online=Channel(channel).is_online)
