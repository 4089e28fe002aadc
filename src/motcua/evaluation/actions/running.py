"""Automatic runs: asked for, taken by a worker, kept alive, recorded.

One worker holds a run by a token and shows life; one that died is taken over by the next, which
goes on in the same folder. The database lets one run at a time look at a host, whichever workers
there are.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet

from motcua.evaluation.actions.reaching import campaign_for, outdate
from motcua.evaluation.events import about
from motcua.evaluation.events.runs import RunFailed, RunRecorded, RunsAsked
from motcua.evaluation.models import Campaign, Run, Subject, store
from motcua.evaluation.queries.viewing import manner_of
from motcua.evaluation.rules import recording
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.subject_lists import host_of
from motcua.evaluation.values.audits import Audit
from motcua.evaluation.values.campaigns import CampaignRefused, RunState, RunTicket
from motcua.identity.values import SYSTEM, Viewer
from motcua.journal.actions import enqueue, record
from motcua.kernel.words import Sentence

RUN = "evaluation.run"
SILENT = timedelta(minutes=4)
"""After this long without a sign of life a run is anybody's."""
MOST_ATTEMPTS = 5
REST = timedelta(seconds=20)
"""How long a run waits for another one that looks at the same host."""
AFTER_TROUBLE = timedelta(minutes=2)
BUSY = (RunState.WAITING.value, RunState.RUNNING.value)


def start_runs(*, code: str, by: Viewer, at: datetime, agencies: Iterable[str] = ()) -> int:
    """Ask for portals to be looked at; give how many.

    Without `agencies`: those that were never seen whole. Named ones are looked at again. What
    waits or is under way already is not asked for twice.
    """
    with transaction.atomic():
        campaign = campaign_for(Verb.START_RUNS, code=code, by=by)
        named = tuple(agencies)
        rows = campaign.subjects.exclude(address="").exclude(runs__state__in=BUSY)
        if named:
            rows = rows.filter(agency_code__in=named)
        else:
            rows = rows.exclude(runs__state=RunState.DONE.value)
        subjects = list(rows.order_by("agency_code"))
        for subject in subjects:
            ask_run(subject, at=at)
        if subjects:
            event = RunsAsked(
                subject=about(campaign.code), agencies=tuple(one.agency_code for one in subjects)
            )
            record(event=event, by=by.actor, at=at)
    return len(subjects)


def ask_run(subject: Subject, *, at: datetime, retest: bool = False) -> Run:
    """Make a run of a portal and ask for it to be done; within the caller's transaction."""
    if not subject.address:
        raise CampaignRefused(
            "dia-chi",
            Sentence(
                f"Chưa có địa chỉ cổng của {subject.agency_name}.",
                f"No address is known of the portal of {subject.agency_name}.",
            ),
        )
    row = Run.objects.create(
        subject=subject,
        number=subject.runs.count() + 1,
        url=subject.address,
        host=host_of(subject.address)[:253],
        retest=retest,
        asked_at=at,
    )
    _ask(row, due_at=at)
    return row


def take_run(*, key: UUID, at: datetime, alone: bool = False) -> RunTicket | None:
    """Take a run that waits, or that its worker left; None where there is nothing to do now.

    `alone`: nobody else holds its folder, so that a run that says it is running has lost its
    worker. Where another run looks at the same host, this one is put off.
    """
    left = Q(state=RunState.RUNNING.value)
    free = Q(state=RunState.WAITING.value) | (left if alone else left & Q(seen_at__lt=at - SILENT))
    row = Run.objects.filter(free, key=key).select_related("subject__campaign").first()
    if row is None:
        _come_again(key)
        return None
    if row.attempts >= MOST_ATTEMPTS:
        _give_up(row, at=at)
        return None
    token = uuid4()
    try:
        with transaction.atomic():
            won = Run.objects.filter(free, pk=row.pk).update(
                state=RunState.RUNNING.value,
                token=token,
                seen_at=at,
                begun_at=row.begun_at or at,
                attempts=F("attempts") + 1,
            )
    except IntegrityError:
        _free_host(row.host, at=at)
        _put_off(row, due_at=at + REST)
        return None
    if not won:
        return None
    return RunTicket(
        key=row.key,
        token=token,
        url=row.url,
        seeds=tuple(row.subject.others),
        manner=manner_of(row.subject.campaign.manner),
    )


def _come_again(key: UUID) -> None:
    """Look once more when the worker of a run that is under way may have died."""
    row = Run.objects.filter(key=key, state=RunState.RUNNING.value).first()
    if row is not None and row.seen_at is not None:
        _put_off(row, due_at=row.seen_at + SILENT)


def beat_run(*, ticket: RunTicket, pages: int, at: datetime) -> bool:
    """Show that a run goes on; False where somebody else has taken it over."""
    return bool(_held(ticket).update(seen_at=at, pages=pages))


def record_run(*, ticket: RunTicket, folder: Path, by: Viewer, at: datetime) -> bool:
    """Keep what a run found: the audit and every piece of evidence, each under its digest.

    False where somebody else has taken the run over. Raises `recording.NotRead` for a folder that
    holds no audit.
    """
    content = (folder / "audit.json").read_bytes()
    audit = recording.from_json(recording.loads(content))
    store.keep_evidence(folder)
    digest = store.keep(content)
    with transaction.atomic():
        done = _held(ticket).update(
            state=RunState.DONE.value,
            token=None,
            seen_at=at,
            ended_at=at,
            pages=len(audit.pages),
            audit_digest=digest,
            evidence=_evidence(audit),
            problem_vi="",
            problem_en="",
        )
        if not done:
            return False
        row = Run.objects.select_related("subject__campaign").get(key=ticket.key)
        outdate(row.subject.campaign)
        event = RunRecorded(
            subject=_about(row),
            run=row.key,
            url=row.url,
            pages=row.pages,
            audit=digest,
            attempts=row.attempts,
        )
        record(event=event, by=by.actor, at=at)
        transaction.on_commit(lambda: store.drop_run(ticket.key))
    return True


def put_off_run(*, ticket: RunTicket, problem: Sentence, at: datetime) -> None:
    """Try a run again later; after the last attempt it has failed, with what went wrong."""
    with transaction.atomic():
        row = _held(ticket).select_related("subject__campaign").first()
        if row is None:
            return
        row.state, row.token = RunState.WAITING.value, None
        row.problem_vi, row.problem_en = problem.vi[:1000], problem.en[:1000]
        row.save(update_fields=["state", "token", "problem_vi", "problem_en"])
        if row.attempts >= MOST_ATTEMPTS:
            _fail(row, at=at)
        else:
            _put_off(row, due_at=at + AFTER_TROUBLE)


def mind_runs(*, at: datetime) -> int:
    """Ask again for runs that nobody shows life of; give how many."""
    rows = Run.objects.filter(state=RunState.RUNNING.value, seen_at__lt=at - 3 * SILENT)
    left = list(rows.order_by("pk")[:100])
    for row in left:
        with transaction.atomic():
            freed = Run.objects.filter(pk=row.pk, token=row.token).update(
                state=RunState.WAITING.value, token=None
            )
            if freed:
                _put_off(row, due_at=at)
    return len(left)


def _held(ticket: RunTicket) -> QuerySet[Run]:
    return Run.objects.filter(key=ticket.key, token=ticket.token, state=RunState.RUNNING.value)


def _ask(row: Run, *, due_at: datetime) -> None:
    enqueue(
        job=RUN,
        payload={"run": str(row.key), "turn": row.turns},
        due_at=due_at,
        key=job_key(row.key, row.turns),
    )


def job_key(run: UUID, turn: int) -> str:
    """Give the key under which a run was asked for."""
    return f"{run}/{turn}"


def _put_off(row: Run, *, due_at: datetime) -> None:
    with transaction.atomic():
        Run.objects.filter(pk=row.pk).update(turns=F("turns") + 1)
        row.refresh_from_db(fields=["turns"])
        _ask(row, due_at=due_at)


def _free_host(host: str, *, at: datetime) -> None:
    """Let go of a run of a host that nobody shows life of."""
    Run.objects.filter(host=host, state=RunState.RUNNING.value, seen_at__lt=at - SILENT).update(
        state=RunState.WAITING.value, token=None
    )


def _give_up(row: Run, *, at: datetime) -> None:
    with transaction.atomic():
        if not row.problem_vi:
            row.problem_vi = "Các lần kiểm tra đều dừng đột ngột."
            row.problem_en = "Every attempt ended of a sudden."
        _fail(row, at=at)


def _fail(row: Run, *, at: datetime) -> None:
    row.state, row.token, row.ended_at = RunState.FAILED.value, None, at
    row.save(update_fields=["state", "token", "ended_at", "problem_vi", "problem_en"])
    outdate(Campaign.objects.get(pk=row.subject.campaign_id))
    event = RunFailed(
        subject=_about(row),
        run=row.key,
        url=row.url,
        attempts=row.attempts,
        problem=row.problem_vi,
    )
    record(event=event, by=SYSTEM.actor, at=at)


def _evidence(audit: Audit) -> list[dict[str, object]]:
    return [
        {"digest": one.digest, "type": one.media_type, "title": one.title, "size": one.size}
        for one in audit.evidence
    ]


def _about(row: Run) -> str:
    return about(row.subject.campaign.code, row.subject.agency_code)
