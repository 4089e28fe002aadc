"""What is owed for a dossier, worked out from its answers."""

from datetime import datetime

from motcua.dossiers.actions.turning import subject_of
from motcua.dossiers.models import Dossier
from motcua.forms.values import AnswerSet
from motcua.identity.values import Viewer
from motcua.payments import actions as payments
from motcua.payments import queries as bills
from motcua.payments.values import Line
from motcua.procedures.rules import fees
from motcua.procedures.values.services import ServiceVersion


def charge(
    row: Dossier, service: ServiceVersion, *, answers: AnswerSet, by: Viewer, at: datetime
) -> None:
    """Raise what the answers make owed, where it is not raised just so already.

    In the caller's transaction. What has been paid stays as it is.
    """
    owed = owed_for(row, service, answers)
    if tuple(owed) != bills.bill(subject_of(row)).lines:
        payments.raise_charges(subject=subject_of(row), lines=owed, by=by.actor, at=at)


def owed_for(row: Dossier, service: ServiceVersion, answers: AnswerSet) -> list[Line]:
    """Work out what is owed for a dossier that came in by its channel."""
    return [
        Line(
            code=line.code,
            name=line.name.vi,
            kind=line.kind.value,
            quantity=line.quantity,
            amount=line.amount,
            legal_basis=line.legal_basis,
        )
        for line in fees.owed(service, answers.values, channel=row.channel)
    ]
