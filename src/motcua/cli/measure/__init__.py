"""`motcua measure`: one module a topic, loaded only when it is asked for."""

import click

from motcua.cli import Topics

TOPICS = {
    "collect": "Take facts from portals, in a process of its own",
    "sites": "Portals that send facts",
    "compact": "Write the spool to the lake and bring roll-ups up to date",
    "import": "Read access logs of web servers",
    "supply": "Declare which services an agency offers, and how far online",
    "indicators": "List indicators and compute one",
    "reproduce": "Show a published table as it was printed",
    "report": "Write an agency's or the nation's report as PDF",
}
MODULES = {"import": "import_logs"}


@click.group(cls=Topics, topics=TOPICS, package="motcua.cli.measure", modules=MODULES)
def command() -> None:
    """Measure how much digital service is supplied and used."""
