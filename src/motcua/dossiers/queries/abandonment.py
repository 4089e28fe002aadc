"""Where people give up: forms begun, forms submitted, and the page that the others were left on.

Numbers only, so no viewer is asked for. Forms that their owner threw away are gone and not counted.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from motcua.dossiers.models import Draft


@dataclass(frozen=True, slots=True)
class Funnel:
    """How far people came with one service: forms `begun`, of which `submitted`.

    `left` names the page an unfinished form was last on and how many stopped there.
    """

    begun: int
    submitted: int
    left: tuple[tuple[str, int], ...]

    @property
    def abandoned(self) -> float | None:
        """The share not submitted (0…1); None where nothing was begun."""
        return 1 - self.submitted / self.begun if self.begun else None


def funnels(*, since: datetime, until: datetime) -> dict[str, Funnel]:
    """Give the funnel of every service by code, of forms begun from `since` and left by `until`.

    A form that was touched after `until` is still under way and not counted.
    """
    rows = Draft.objects.filter(begun_at__gte=since, dossier=None).filter(
        Q(submitted_as__isnull=False) | Q(saved_at__lte=until)
    )
    grouped = (
        rows.values_list("service_code", "page")
        .annotate(n=Count("pk"), done=Count("submitted_as"))
        .order_by("service_code")
    )
    found: dict[str, list[tuple[str, int, int]]] = {}
    for code, page, number, done in grouped:
        found.setdefault(code, []).append((page, number, done))
    return {code: _funnel(parts) for code, parts in found.items()}


def _funnel(parts: list[tuple[str, int, int]]) -> Funnel:
    left = sorted(
        ((page, number - done) for page, number, done in parts if number > done),
        key=lambda one: (-one[1], one[0]),
    )
    return Funnel(
        begun=sum(number for _, number, _ in parts),
        submitted=sum(done for _, _, done in parts),
        left=tuple(left),
    )
