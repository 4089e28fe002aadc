"""`motcua accounts`: officers' accounts, their roles, and one-time codes of a demonstration."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from motcua.cli import start_django

if TYPE_CHECKING:
    from motcua.identity.values import Role

out = Console(highlight=False, soft_wrap=True)


@click.group()
def command() -> None:
    """Open officers' accounts, give and take roles."""
    start_django()


@command.command()
@click.argument("name")
def totp(name: str) -> None:
    """Print the current one-time code of the demonstration account NAME."""
    from motcua.identity import queries  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    with _in_words():
        out.print(queries.one_time_code(name, at=clock.now()))


@command.command()
def roles() -> None:
    """List the roles and what people in them do."""
    from motcua.identity.values import Role  # noqa: PLC0415 -- needs Django set up

    table = Table("role", "vai trò", "làm gì")
    for role in Role:
        table.add_row(role.value, role.title.vi, role.description.vi)
    out.print(table)


@command.command()
@click.argument("name")
@click.option("--full-name", required=True, help="Họ và tên.")
@click.option("--email", default="", help="For a forgotten password.")
@click.option("--role", help="A first role; `motcua accounts roles` lists them.")
@click.option("--agency", help="The code of the agency where the role is held, as H26.00070.")
@click.password_option(help="Asked for where it is not given.")
def create_officer(
    *, name: str, full_name: str, email: str, role: str | None, agency: str | None, password: str
) -> None:
    """Open an account for an officer, NAME; the second factor is set up at the first log-in."""
    from django.db import transaction  # noqa: PLC0415 -- needs Django set up

    from motcua.identity import actions  # noqa: PLC0415 -- needs Django set up
    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    if bool(role) != bool(agency):
        raise click.UsageError("--role and --agency go together.")
    at = clock.now()
    with _in_words(), transaction.atomic():
        key = actions.create_officer(
            username=name, full_name=full_name, password=password, email=email, by=SYSTEM, at=at
        )
        if role and agency:
            actions.grant(account_key=key, role=_role(role), agency_code=agency, by=SYSTEM, at=at)
    out.print(f"{name} can log in now.")


@command.command()
@click.argument("name")
@click.argument("role")
@click.argument("agency")
def grant(name: str, role: str, agency: str) -> None:
    """Give NAME a ROLE in AGENCY and below."""
    _change("grant", name, role=role, agency=agency)


@command.command()
@click.argument("name")
@click.argument("role")
@click.argument("agency")
def revoke(name: str, role: str, agency: str) -> None:
    """Take a ROLE in AGENCY from NAME."""
    _change("revoke", name, role=role, agency=agency)


def _change(verb: str, name: str, *, role: str, agency: str) -> None:
    from motcua.identity import actions, queries  # noqa: PLC0415 -- needs Django set up
    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- needs Django set up
    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    do = actions.grant if verb == "grant" else actions.revoke
    with _in_words():
        changed = do(
            account_key=queries.account_named(name).key,
            role=_role(role),
            agency_code=agency,
            by=SYSTEM,
            at=clock.now(),
        )
    out.print("done" if changed else "nothing to change")


def _role(text: str) -> "Role":
    from motcua.identity.values import Role  # noqa: PLC0415 -- needs Django set up

    try:
        return Role(text)
    except ValueError:
        known = ", ".join(role.value for role in Role)
        raise click.UsageError(f"{text!r} is no role; roles are {known}.") from None


@contextmanager
def _in_words() -> Iterator[None]:
    """Print a refusal as its sentence, exit 1."""
    from motcua.identity.rules.profiles import AccountRefused  # noqa: PLC0415 -- slow import
    from motcua.kernel.words import Refused  # noqa: PLC0415 -- slow import

    try:
        yield
    except AccountRefused as refused:
        for field, sentence in refused.problems.items():
            click.echo(f"{field}: {sentence.vi}\n    {sentence.en}", err=True)
        sys.exit(1)
    except Refused as refused:
        click.echo(f"{refused.sentence.vi}\n{refused.sentence.en}", err=True)
        sys.exit(1)
