"""A process with one listener that writes the number of each entry into a file, slowly.

`python -m tests.journal.ear prepare [N] | work [NAME] | report`
"""

import json
import os
import sys
import time
from pathlib import Path

import tests.django_ready  # noqa: F401 -- must come before models
from django.core.management import call_command
from django.db import transaction
from tests.journal.kettle import SOMEBODY, START, KettleBoiled

from motcua.cli.worker import command
from motcua.journal import actions, ports, queries
from motcua.journal.models import Delivery, Entry

FILE = Path(os.environ["MOTCUA_HOME"], "heard")


@ports.listener("test.ear", kinds=("test.kettle_boiled",))
def hear(entry):
    time.sleep(0.004)
    with FILE.open("a") as heard:
        heard.write(f"{entry.number}\n")


def report():
    found = queries.verify()
    return {
        "entries": list(Entry.objects.order_by("pk").values_list("pk", flat=True)),
        "states": list(Delivery.objects.values_list("state", flat=True).distinct()),
        "unsealed": found.unsealed,
        "ok": found.ok,
    }


def record(number):
    for cups in range(number):
        with transaction.atomic():
            actions.record(event=KettleBoiled(subject="kettle:1", cups=cups), by=SOMEBODY, at=START)


def main(verb, *rest):
    if verb == "prepare":
        call_command("migrate", "journal", verbosity=0)
        record(int(rest[0]) if rest else 0)
    elif verb == "report":
        sys.stdout.write(json.dumps(report()))
    else:
        command(["--name", *(rest or ["ear"])])


if __name__ == "__main__":
    main(*sys.argv[1:])
