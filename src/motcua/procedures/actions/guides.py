"""Publishing guides: a guide that changed is kept beside what it said before."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from motcua.identity.values import SYSTEM
from motcua.journal.actions import record
from motcua.journal.values import Actor
from motcua.kernel.definitions import DefinitionRefused, Problem
from motcua.procedures.events import GuidePublished
from motcua.procedures.models.guides import PublishedGuide
from motcua.procedures.queries import library as on_disk
from motcua.procedures.queries.guides import current_guides


@transaction.atomic
def publish_guides(
    *, at: datetime, by: Actor = SYSTEM.actor, library: Path | None = None
) -> tuple[str, ...]:
    """Publish every `guide.yaml` that says something new; give the codes of those.

    Raises DefinitionRefused with the problems of all of them.
    """
    kept = {(row.code, row.version): row.digest for row in current_guides()}
    problems: list[Problem] = []
    done: list[str] = []
    for one in on_disk.guides(library or settings.LIBRARY):
        try:
            guide = one.read()
        except DefinitionRefused as refused:
            problems += refused.problems
            continue
        if kept.get((guide.code, guide.version)) == guide.digest:
            continue
        PublishedGuide.objects.create(
            code=guide.code,
            version=guide.version,
            digest=guide.digest,
            text=one.text,
            published_at=at,
        )
        event = GuidePublished(
            subject=f"procedure:{guide.code}", code=guide.code, version=guide.version
        )
        record(event=event, by=by, at=at)
        done.append(guide.code)
    if problems:
        raise DefinitionRefused(tuple(problems))
    return tuple(done)
