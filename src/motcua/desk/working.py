"""How people share the work on a dossier: what its page shows beside its own process."""

from dataclasses import dataclass

from motcua.desk.showing import TONES
from motcua.dossiers import queries
from motcua.dossiers.values import DossierView
from motcua.dossiers.values.bundles import BundleView
from motcua.identity.values import Viewer
from motcua.workflow.values import State


@dataclass(frozen=True, slots=True)
class Working:
    """What the panels of a dossier's page show."""

    bundle: BundleView | None
    tones: dict[State, str]


def working(found: DossierView, *, viewer: Viewer) -> Working:
    """Gather the panels of a dossier's page."""
    return Working(bundle=queries.bundle(viewer=viewer, code=found.code), tones=TONES)
