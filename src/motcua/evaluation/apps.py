"""Evaluation as a Django application."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.conf import settings

if TYPE_CHECKING:
    from motcua.evaluation.ports import Beat, Now
    from motcua.evaluation.values.campaigns import RunTicket
    from motcua.evaluation.values.facts import FactCard


class EvaluationConfig(AppConfig):
    """Keeps campaigns of evaluation."""

    name = "motcua.evaluation"
    label = "evaluation"

    def ready(self) -> None:
        """Register what the worker does; sign with a key file; look by child processes."""
        from motcua.evaluation import ports, tasks  # noqa: F401, PLC0415 -- after the registry
        from motcua.evaluation.adapters.signing import FileSigner  # noqa: PLC0415 -- as above

        ports.use(
            signer=FileSigner(Path(settings.EVALUATION) / "signing"),
            looker=_Looker(),
            facts=_facts,
        )


class _Looker:
    """Loads the engine at the first look: pages and commands that look at nothing do without."""

    def look(self, ticket: "RunTicket", *, folder: Path, beat: "Beat", now: "Now") -> Path:
        from motcua.evaluation.probes.for_campaigns import ChildLooker  # noqa: PLC0415 -- slow import

        return ChildLooker().look(ticket, folder=folder, beat=beat, now=now)


def _facts() -> "Mapping[str, FactCard]":
    from motcua.evaluation.probes.registry import facts  # noqa: PLC0415 -- slow import

    return facts()
