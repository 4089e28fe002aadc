"""`motcua prepare`: make the store ready, doing only what changed since the last time."""

import fcntl
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click

import motcua
from motcua.cli import start_django
from motcua.kernel.definitions import DefinitionRefused
from motcua.kernel.words import Refused

PACKAGE = Path(motcua.__file__).parent


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to make ready, and the files whose change makes it due again."""

    name: str
    title: str
    files: tuple[str, ...]
    do: Callable[[Path], None]
    beside: tuple[str, ...] = ()
    """A `motcua` command that needs no database, run in a process beside the steps before."""


@click.command()
@click.option("--again", is_flag=True, help="Do every step, whether or not anything changed.")
def command(again: bool) -> None:  # noqa: FBT001 -- click passes flags by name
    """Make the store ready: schema, words, static files, library, demonstration."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    from django.conf import settings  # noqa: PLC0415 -- slow import

    home = settings.HOME
    home.mkdir(parents=True, exist_ok=True)
    with _alone(home):
        done = {} if again else _done(home, settings.DATABASES["default"])
        marks = {step: _fingerprint(step, settings.LIBRARY) for step in STEPS}
        due = {step: mark for step, mark in marks.items() if done.get(step.name) != mark}
        if due:
            start_django()
        beside = {step: _begin(step.beside) for step in due if step.beside}
        for step, mark in due.items():
            began = time.monotonic()
            if step in beside:
                _finish(beside[step])
            step.do(home)
            click.echo(f"{step.title}: {time.monotonic() - began:.1f} s")
            done[step.name] = mark
            _write(home / "prepared.json", json.dumps(done))


def _begin(words: Sequence[str]) -> "subprocess.Popen[str]":
    whole = [sys.executable, "-m", "motcua.cli", *words]
    return subprocess.Popen(whole, stderr=subprocess.PIPE, text=True)  # noqa: S603 -- our own command


def _finish(running: "subprocess.Popen[str]") -> None:
    _, said = running.communicate()
    if running.returncode:
        raise click.ClickException(said.strip())


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    with (home / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _done(home: Path, database: dict[str, object]) -> dict[str, str]:
    """Give what was done to this store, nothing where the store is gone."""
    file = home / "prepared.json"
    if not file.exists() or not _stands(database):
        return {}
    found = json.loads(file.read_text(encoding="utf-8"))
    return found if isinstance(found, dict) else {}


def _stands(database: dict[str, object]) -> bool:
    if "sqlite" in str(database["ENGINE"]):
        return Path(str(database["NAME"])).exists()
    start_django()
    from django.db import connection  # noqa: PLC0415 -- needs Django set up

    return "django_migrations" in connection.introspection.table_names()


def _fingerprint(step: Step, library: Path) -> str:
    """Hash names, sizes and times of the files a step depends on, and which store it fills."""
    digest = hashlib.sha256(os.environ.get("MOTCUA_DATABASE_URL", "").encode())
    for pattern in step.files:
        root, _, glob = pattern.partition("/")
        base = library if root == "library" else PACKAGE
        for path in sorted(base.glob(glob)):
            if path.is_file():
                stat = path.stat()
                digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _write(path: Path, text: str) -> None:
    draft = path.with_suffix(".draft")
    draft.touch(mode=0o600)
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def _schema(_home: Path) -> None:
    from django.core.management import call_command  # noqa: PLC0415 -- needs Django set up

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)


def compile_words(_home: Path) -> None:
    """Compile the catalogues of words; only those whose text is newer than what is compiled."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 -- slow import
    from babel.messages.pofile import read_po  # noqa: PLC0415 -- slow import

    for source in PACKAGE.glob("**/locale/*/LC_MESSAGES/*.po"):
        compiled_one = source.with_suffix(".mo")
        if compiled_one.exists() and compiled_one.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as written:
            catalogue = read_po(written, locale=source.parts[-3])
        draft = source.with_suffix(f".mo.{os.getpid()}")
        with draft.open("wb") as compiled:
            write_mo(compiled, catalogue)
        draft.replace(compiled_one)


def _static(_home: Path) -> None:
    from django.core.management import call_command  # noqa: PLC0415 -- needs Django set up

    call_command("collectstatic", interactive=False, verbosity=0)


def _library(_home: Path) -> None:
    from django.conf import settings  # noqa: PLC0415 -- slow import

    from motcua.agencies.actions import load_library  # noqa: PLC0415 -- needs Django set up
    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- as above
    from motcua.procedures.actions import (  # noqa: PLC0415 -- as above
        load_library_catalogue,
        publish_guides,
        publish_library,
    )
    from motcua.web import clock  # noqa: PLC0415 -- as above

    at = clock.now()
    try:
        load_library(library=settings.LIBRARY, by=SYSTEM.actor, at=at)
        load_library_catalogue(by=SYSTEM.actor, at=at)
        publish_library(by=SYSTEM.actor, at=at)
        publish_guides(by=SYSTEM.actor, at=at)
    except DefinitionRefused as refusal:
        raise click.ClickException(f"the library cannot be used:\n{refusal}") from None
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None


def _search(_home: Path) -> None:
    from motcua.procedures.actions.index import rebuild  # noqa: PLC0415 -- needs Django set up

    rebuild()


def _sites(_home: Path) -> None:
    from django.conf import settings  # noqa: PLC0415 -- slow import

    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- needs Django set up
    from motcua.measurement.actions import register_own_site  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- as above

    host = urlsplit(settings.BASE_URL).netloc.lower()
    register_own_site(host=host, agency=settings.AGENCY, by=SYSTEM.actor, at=clock.now())


def _demonstration(home: Path) -> None:
    from motcua.identity.actions import load_demonstration  # noqa: PLC0415 -- needs Django set up
    from motcua.simulation.demonstration import demonstration  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    accounts = [
        {
            "role": account.role.value,
            "title": account.role.title.vi,
            "name": account.name,
            "username": account.username,
            "password": account.password,
        }
        for account in load_demonstration(at=clock.now())
    ]
    _write(home / "demonstration.json", json.dumps(accounts, ensure_ascii=False))
    demonstration(at=clock.now())


def _compiled(_home: Path) -> None:
    """Nothing is left to do: indicators are compiled by the process beside."""


def _measured(_home: Path) -> None:
    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- needs Django set up
    from motcua.simulation.measured import filling  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- as above

    filling.register_demonstrated(by=SYSTEM.actor, at=clock.now())


def _judged(_home: Path) -> None:
    from motcua.simulation.judged import campaigns  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- as above

    campaigns(at=clock.now())


STEPS = (
    Step("schema", "schema", ("src/*/migrations/*.py",), _schema),
    Step("words", "words", ("src/**/*.po",), compile_words),
    Step("static", "static files", ("src/**/static/**/*",), _static),
    Step(
        "library",
        "library",
        (
            "library/**/*",
            "src/agencies/**/*.py",
            "src/procedures/**/*.py",
            "src/kernel/**/*.py",
            "src/forms/**/*.py",
            "src/workflow/**/*.py",
        ),
        _library,
    ),
    Step(
        "search",
        "search",
        (
            "library/search/*",
            "src/kernel/text*",
            "src/procedures/rules/search*.py",
            "src/procedures/actions/index.py",
        ),
        _search,
    ),
    Step("sites", "sites", ("src/measurement/actions/sites.py",), _sites),
    Step(
        "demonstration",
        "demonstration",
        ("src/identity/**/*.py", "src/simulation/**/*.py"),
        _demonstration,
    ),
    Step(
        "indicators",
        "indicators",
        (
            "src/measurement/indicators/**/*.py",
            "src/measurement/queries/compiling.py",
            "src/measurement/values/schemas.py",
        ),
        _compiled,
        beside=("measure", "indicators", "--compile"),
    ),
    Step(
        "measured",
        "simulated measurements",
        ("src/simulation/measured/**/*.py",),
        _measured,
        beside=("simulate", "demonstration"),
    ),
    Step("judged", "simulated evaluation", ("src/simulation/judged/**/*.py",), _judged),
)
