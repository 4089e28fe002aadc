"""The town of a burst: `python -m tests.bench.burst_town prepare N|waiting|drain SECONDS|report`.

Citizens, drafts and sessions beyond the first are copied, each with a name, a telephone number and
a commune of its own. What is found is written as JSON.
"""

import json
import sys
import time
from collections import Counter
from copy import deepcopy
from datetime import timedelta
from uuid import uuid4

import tests.django_ready  # noqa: F401 -- must come before models
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import call_command
from tests.factories import dossiers, people

from motcua.agencies import queries as agencies
from motcua.agencies.actions import load_library
from motcua.dossiers.models import Dossier, Draft
from motcua.identity.models import Account
from motcua.identity.values import SYSTEM
from motcua.journal.models import Delivery, Entry, Job
from motcua.journal.queries import lag, verify
from motcua.notifications.models import Message
from motcua.web import clock

PROVINCE = "01"
AT_A_TIME = 500


def prepare(number):
    """Make the country, one service, and a filled-in draft with a logged-in owner, so many times.

    The communes of one city are gone through in turn; the first of them gets every second one.
    """
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    at = clock.now()
    load_library(library=settings.LIBRARY, by=SYSTEM.actor, at=at)
    dossiers.services()
    first = people.citizen(email="nguoi@example.vn", at=at)
    draft = Draft.objects.get(key=dossiers.draft(first, at=at))
    session = people.logged_in(first)
    communes = [one.code for one in agencies.communes(PROVINCE)][:100]
    places = [communes[0] if n % 2 else communes[n // 2 % len(communes)] for n in range(number)]
    sessions = []
    for begun in range(0, number, AT_A_TIME):
        numbers = range(begun, min(begun + AT_A_TIME, number))
        sessions += _copies(numbers, places, draft=draft, said=dict(session.session.items()))
    draft.delete()
    return sessions


def _copies(numbers, places, *, draft, said):
    """Copy owner, draft and session; gives pairs of a session's key and a draft's."""
    owner = Account.objects.get(key=draft.owner_id)
    accounts, drafts = [], []
    for number in numbers:
        account = Account(
            key=uuid4(),
            username=f"cd-dot-{number}",
            full_name=f"Người thứ {number}",
            email=f"nguoi{number}@example.vn",
            password=owner.password,
            created_at=owner.created_at,
        )
        account.phone = f"+8491{number:07}"
        accounts.append(account)
        paper = deepcopy(draft)
        paper.pk, paper.key, paper.owner_id = None, uuid4(), account.key
        place = {"province": PROVINCE, "commune": places[number]}
        paper.answers |= {"competent.commune": place, "applicant.email": account.email}
        drafts.append(paper)
    Account.objects.bulk_create(accounts)
    Draft.objects.bulk_create(drafts)
    sessions = _logged_in(accounts, said)
    return [[session, str(paper.key)] for session, paper in zip(sessions, drafts, strict=True)]


def _logged_in(accounts, said):
    """Open a session for each account like the one that is `said`; give their keys."""
    ends, store, whose = clock.now() + timedelta(days=1), SessionStore(), _owner_of(said)
    rows = [
        Session(
            session_key=uuid4().hex,
            session_data=store.encode({**said, **dict.fromkeys(whose, str(one.pk))}),
            expire_date=ends,
        )
        for one in accounts
    ]
    Session.objects.bulk_create(rows)
    return [row.session_key for row in rows]


def _owner_of(said):
    """Name what a session says about whose it is, by the number of the account."""
    return [name for name, value in said.items() if value == said[SESSION_KEY]]


def waiting():
    """Say how much work waits and for how long the oldest has."""
    found = lag(clock.now())
    return {"pending": found.pending, "oldest": found.oldest_seconds, "dead": found.dead}


def drain(patience):
    """Wait until nothing waits any more, at most so many seconds; say what waits then."""
    end = time.monotonic() + patience
    while (left := waiting())["pending"] and time.monotonic() < end:
        time.sleep(0.2)
    return left


def report():
    """Say what stands: codes, drafts, journal, notices, and whether the codes have no gaps."""
    code_of = {f"dossier:{key}": code for key, code in Dossier.objects.values_list("key", "code")}
    said = Entry.objects.filter(kind="dossier.submitted").values_list("subject", flat=True)
    told = Message.objects.filter(template="dossier.submitted")
    drafts = Draft.objects.exclude(submitted_as=None).values_list("key", "submitted_as__code")
    return {
        "drafts": {str(key): code for key, code in drafts},
        "codes": sorted(code_of.values()),
        "series": _series(code_of.values()),
        "recorded": Counter(code_of[subject] for subject in said),
        "told": Counter(code_of[about] for about in told.values_list("about", flat=True)),
        "notices": Counter(told.values_list("state", flat=True)),
        "undone": sum(rows.objects.exclude(state="done").count() for rows in (Delivery, Job)),
        "intact": verify().ok,
    }


def _series(codes):
    """Give the numbers of each agency's day, in order."""
    found = {}
    for code in codes:
        agency_and_day, _, number = code.rpartition("-")
        found.setdefault(agency_and_day, []).append(int(number))
    return {name: sorted(numbers) for name, numbers in found.items()}


if __name__ == "__main__":
    verb, *numbers = sys.argv[1:]
    known = {"prepare": prepare, "waiting": waiting, "drain": drain, "report": report}
    sys.stdout.write(json.dumps(known[verb](*map(int, numbers))))
