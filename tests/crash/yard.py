"""Processes around a crash: `python -m tests.crash.yard prepare N PEOPLE|accept N|drain S|report`.

Each writes what it found to standard output as JSON.
"""

import json
import sys
import time
from collections import Counter

import tests.django_ready  # noqa: F401 -- must come before models
from django.core.management import call_command
from tests.factories import dossiers, people

from motcua.documents.actions import printed
from motcua.documents.models import IssuedDocument
from motcua.dossiers import actions, queries
from motcua.dossiers.actions import drafting
from motcua.dossiers.models import Dossier
from motcua.identity import queries as accounts
from motcua.journal.models import Delivery, Entry, Job
from motcua.journal.queries import verify
from motcua.notifications.models import Message
from motcua.web import clock
from motcua.workflow.values import Move


def prepare(number, people_there):
    """Make the ward, people with mail addresses, a filled-in draft for each submission to come."""
    drafting.MOST_DRAFTS = number
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    dossiers.country()
    dossiers.services()
    people.officer(username="tiepnhan", at=clock.now())
    return [
        _person(f"nguoi{n}@example.vn", range(n, number, people_there)) for n in range(people_there)
    ]


def _person(email, submissions):
    viewer = people.citizen(email=email, at=clock.now())
    answers = dossiers.birth_answers(**{"applicant.email": email})
    drafts = [dossiers.draft(viewer, answers=answers, at=clock.now()) for _ in submissions]
    session = people.logged_in(viewer).cookies["motcua"].value
    return {"session": session, "drafts": [str(draft) for draft in drafts]}


def accept(number):
    """Accept whatever waits at the desk until so many are accepted, or none came for a minute."""
    key = accounts.account_named("tiepnhan").key
    done, last = 0, time.monotonic()
    while done < number and time.monotonic() - last < 60:
        at = clock.now()
        viewer = accounts.viewer_of(key, at=at, second_factor=True)
        lines = queries.inbox(viewer=viewer, wanted=queries.InboxFilter(state="submitted")).lines
        for line in lines:
            actions.perform(code=line.code, move=Move.ACCEPT, by=viewer, at=at)
        done += len(lines)
        if lines:
            last = time.monotonic()
        else:
            time.sleep(0.2)
    return done


def drain(seconds):
    """Wait until the worker has done and sealed everything; give what it has not."""
    end = time.monotonic() + seconds
    while _undone() and time.monotonic() < end:
        time.sleep(0.2)
    return _undone()


def _undone():
    waiting = sum(rows.objects.exclude(state="done").count() for rows in (Delivery, Job))
    return waiting + Entry.objects.filter(seal=None).count()


def report():
    """Say what stands in the store, by dossier."""
    code_of = {f"dossier:{key}": code for key, code in Dossier.objects.values_list("key", "code")}
    submitted = Entry.objects.filter(kind="dossier.submitted").values_list("subject", flat=True)
    told = Message.objects.filter(state="sent", template="dossier.submitted")
    forms = IssuedDocument.objects.filter(layout="receipt_appointment")
    return {
        "codes": sorted(code_of.values()),
        "states": Counter(Dossier.objects.values_list("state", flat=True)),
        "recorded": Counter(code_of[subject] for subject in submitted),
        "mails": [[code_of[about], mail] for about, mail in told.values_list("about", "reference")],
        "forms": Counter(code_of[form.subject] for form in forms),
        "printed": sum(bool(form.sha256) for form in forms),
        "pdfs": sum(printed(key=form.key).startswith(b"%PDF-") for form in forms),
        "undone": {
            rows.__name__: Counter(
                rows.objects.exclude(state="done").values_list("state", flat=True)
            )
            for rows in (Delivery, Job)
        },
        "twice": sum(row.attempts > 1 for rows in (Delivery, Job) for row in rows.objects.all()),
        "intact": verify().ok,
    }


if __name__ == "__main__":
    verb, *numbers = sys.argv[1:]
    known = {"prepare": prepare, "accept": accept, "drain": drain, "report": report}
    sys.stdout.write(json.dumps(known[verb](*map(int, numbers))))
