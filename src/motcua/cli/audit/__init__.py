"""`motcua audit`: look at portals by their addresses alone, judge them, write reports."""

import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from motcua.cli.audit.asked import AREAS, DEFAULT_SET, FORMATS, Asked, asked
from motcua.cli.audit.news import news
from motcua.cli.audit.outcome import FAILED, UNSEEN, passes, summary
from motcua.kernel.words import Refused


@click.command()
@click.argument("urls", nargs=-1, metavar="URL…")
@click.option(
    "--list",
    "listed",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with one address a line; # begins a remark.",
)
@click.option(
    "--pages", type=click.IntRange(1, 500), help="Pages at most of each portal.  [default: 15]"
)
@click.option(
    "--pages-from",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Look at these pages (one a line, whole or from /), not at what is found.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("motcua-audit"),
    show_default=True,
    help="The folder for what is found and for reports.",
)
@click.option(
    "--set", "sets", multiple=True, help=f"Judge by this set of criteria.  [default: {DEFAULT_SET}]"
)
@click.option(
    "--workers",
    type=click.IntRange(1, 16),
    default=1,
    show_default=True,
    help="Portals that are looked at side by side.",
)
@click.option(
    "--pace",
    type=click.FloatRange(0, 60),
    default=1.0,
    show_default=True,
    help="Seconds between two pages of one portal at least.",
)
@click.option("--areas", default="", help=f"Only these, with commas: {', '.join(AREAS)}.")
@click.option(
    "--format",
    "formats",
    default="html,json",
    show_default=True,
    help=f"Reports to write, with commas: {', '.join(FORMATS)}.",
)
@click.option(
    "--compare",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An earlier audit.json (or report.json) of the portal.",
)
@click.option(
    "--answers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What the portal's owner says of criteria that no machine can judge (YAML).",
)
@click.option("--least", type=click.FloatRange(0, 100), help="Exit with 1 below so many per cent.")
@click.option("--least-grade", metavar="GRADE", help="Exit with 1 below this grade.")
@click.option(
    "--fail-on",
    type=click.Choice(["critical", "serious", "moderate", "minor"]),
    help="Exit with 1 if a fault is as severe as this.",
)
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True)
@click.option(
    "--resume/--fresh",
    default=None,
    help="Keep what is finished, or begin anew.  [default: go on only with what was cut off]",
)
@click.option("--load-token", default="", help="The owner's word that a load may be put on it.")
@click.option(
    "--ignore-robots", is_flag=True, help="Do not ask for robots.txt: on portals of yours only."
)
def command(**given: Any) -> None:
    """Look at portals as anybody could, judge what was seen, write reports. Nothing is submitted.

    \b
    Exit codes: 0 as asked; 1 below a threshold or not judged; 2 not understood; 3 a portal could
    not be seen, or no report be written.
    """
    try:
        wanted = asked(given)
        sys.exit(_run(wanted))
    except Refused as refused:
        _refuse(refused, str(given["language"]))


def _run(wanted: Asked) -> int:
    from motcua.cli.audit.judging import Judge  # noqa: PLC0415 -- slow import
    from motcua.evaluation.probes.auditing import audit_many  # noqa: PLC0415 -- slow import
    from motcua.web import clock  # noqa: PLC0415 -- needs Django's settings

    judge = Judge(wanted)
    wanted.clear()
    with news(wanted.language, portals=len(wanted.urls)) as tell:
        audits = audit_many(
            wanted.urls,
            manner=wanted.manner,
            folder=wanted.out,
            workers=wanted.workers,
            now=clock.now,
            tell=tell,
        )
    told = [judge.told(one) for one in audits]
    wanted.finish()
    for one in told:
        summary(one, language=wanted.language)
        for failure in one.failures:
            click.echo(f"Error: {failure.in_(wanted.language)}", err=True)
    unseen = any(all(page.problem for page in one.audit.pages) for one in told)
    if unseen or not any(one.is_reported for one in told):
        return UNSEEN
    judged = [one.judged for one in told]
    return 0 if all(one is not None and passes(one, wanted) for one in judged) else FAILED


def _refuse(refused: Refused, language: str) -> NoReturn:
    from motcua.evaluation.probes.auditing import Busy, NotDone  # noqa: PLC0415 -- as above
    from motcua.evaluation.probes.browser import NoBrowser  # noqa: PLC0415 -- only where it failed

    click.echo(f"Error: {refused.sentence.in_(language)}", err=True)
    sys.exit(
        UNSEEN if isinstance(refused, NoBrowser | Busy | NotDone) else click.UsageError.exit_code
    )
