"""What a procedure costs those who go through it, read from its definition."""

from motcua.forms.values import Placed
from motcua.kernel.words import Sentence
from motcua.procedures.values.review import Burden
from motcua.procedures.values.services import Component, ServiceVersion

_SAME_DAY = Sentence("trong ngày", "the same day")
_NOT_ASKED = frozenset({"computed", "note", "declaration"})


def burden(service: ServiceVersion) -> Burden:
    """Count steps, papers and questions of a service."""
    asked = [placed for placed in service.form.fields.values() if placed.type not in _NOT_ASKED]
    limit = service.workflow.limit
    return Burden(
        code=service.code,
        name=service.name,
        steps=len(service.workflow.steps),
        papers=len(service.components),
        in_database=sum(component.available_in_database for component in service.components),
        demanded=sum(map(_demanded, service.components)),
        questions=len(asked),
        always=sum(not placed.conditions for placed in asked),
        prefilled=sum(map(_prefilled, asked)),
        limit=_SAME_DAY
        if limit.same_day
        else Sentence(limit.duration.text("vi"), limit.duration.text("en")),
    )


def _demanded(component: Component) -> bool:
    return not component.available_in_database


def _prefilled(placed: Placed) -> bool:
    field = placed.field
    return bool(getattr(field, "prefill", None) or getattr(field, "map_to", None))
