"""`motcua measure`: one module a topic, loaded only when it is asked for."""

import importlib

import click

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


class Topics(click.Group):
    """A group whose commands live in modules of the same name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the topics."""
        return sorted(TOPICS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the topic's module and return its `command`."""
        if cmd_name not in TOPICS:
            return None
        name = MODULES.get(cmd_name, cmd_name)
        command = importlib.import_module(f"motcua.cli.measure.{name}").command
        return command if isinstance(command, click.Command) else None


@click.group(cls=Topics)
def command() -> None:
    """Measure how much digital service is supplied and used."""
