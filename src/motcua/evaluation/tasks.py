"""What the worker does for evaluation: looks at portals, each in a process of its own."""

import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from motcua.evaluation import ports
from motcua.evaluation.actions import running
from motcua.evaluation.models import store
from motcua.evaluation.rules.recording import NotRead
from motcua.evaluation.values.campaigns import RunTicket
from motcua.identity.values import SYSTEM
from motcua.journal.actions import hold
from motcua.journal.ports import job, periodic
from motcua.journal.values import Json
from motcua.kernel.words import Sentence


@job(running.RUN, lane="long", lease=running.SILENT, attempts=20)
def run(payload: Mapping[str, Json], at: datetime) -> None:
    """Look at a portal; killed at any moment, it is gone on with where it was.

    The lane's lease may be an hour; this job holds a short one and moves it while it shows life.
    """
    key = UUID(str(payload["run"]))
    held_as = running.job_key(key, int(str(payload["turn"])))
    with store.alone(key) as alone:
        ticket = running.take_run(key=key, at=at, alone=alone)
        if ticket is not None:
            _look(ticket, held_as, at=at)


def _look(ticket: RunTicket, held_as: str, *, at: datetime) -> None:
    began = time.monotonic()

    def now() -> datetime:
        return at + timedelta(seconds=time.monotonic() - began)

    hold(job=running.RUN, key=held_as, until=at + running.SILENT)

    def beat(pages: int) -> bool:
        moment = now()
        hold(job=running.RUN, key=held_as, until=moment + running.SILENT)
        return running.beat_run(ticket=ticket, pages=pages, at=moment)

    try:
        folder = ports.looker().look(
            ticket, folder=store.run_folder(ticket.key), beat=beat, now=now
        )
        running.record_run(ticket=ticket, folder=folder, by=SYSTEM, at=now())
    except ports.LookLost:
        return
    except ports.LookFailed as failure:
        running.put_off_run(ticket=ticket, problem=failure.sentence, at=now())
    except (NotRead, OSError) as failure:
        said = f"{type(failure).__name__}: {failure}"
        problem = Sentence(f"Không lưu được kết quả ({said}).", f"Nothing could be kept ({said}).")
        running.put_off_run(ticket=ticket, problem=problem, at=now())


@periodic("evaluation.mind_runs", every=timedelta(minutes=2))
def mind_runs(at: datetime) -> None:
    """Ask again for runs that nobody shows life of."""
    running.mind_runs(at=at)
