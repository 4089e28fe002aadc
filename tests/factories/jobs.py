"""The worker's part of a test: do what waits under a name, and nothing else."""

from motcua.journal import ports
from motcua.journal.models import Job, WorkState


def drained(at, *, prefix="dossiers."):
    """Do every waiting job whose name begins so, and what these ask for; give how many."""
    number = 0
    while row := Job.objects.filter(state=WorkState.WAITING, name__startswith=prefix).first():
        ports.handlers[row.name].do(row.payload, at)
        Job.objects.filter(pk=row.pk).update(state=WorkState.DONE, done_at=at)
        number += 1
    return number
