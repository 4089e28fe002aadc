"""What is looked at again and again: deadlines that come near, and those that have passed."""

from datetime import datetime, timedelta

from motcua.dossiers import actions
from motcua.dossiers.actions.reminding import remind_of_supplement
from motcua.journal.ports import periodic


@periodic("dossiers.remind", every=timedelta(minutes=5))
def remind(at: datetime) -> None:
    """Remind the desk of what waits for acceptance, and everybody of what is due tomorrow."""
    actions.remind_of_intake(at=at)
    actions.remind_of_due(at=at)
    remind_of_supplement(at=at)


@periodic("dossiers.close_unanswered", every=timedelta(minutes=15))
def close(at: datetime) -> None:
    """Close what the applicant did not supplement in time."""
    actions.close_unanswered(at=at)
