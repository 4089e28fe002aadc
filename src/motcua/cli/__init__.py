"""The motcua command: one module a topic, loaded only when it is asked for."""

import importlib
import os
import sys

import click

TOPICS = {
    "calendar": "Working days and due dates",
    "catalogue": "Import and inspect the catalogue of procedures",
    "agencies": "Agencies and territory",
    "accounts": "Accounts and one-time codes",
    "emulate": "Stand in for gateways of SMS and Zalo",
    "journal": "Verify and inspect the journal",
    "library": "Check, draw and publish the definitions under library/",
    "measure": "Measure how digital services are supplied and used",
    "prepare": "Make the store ready: schema, library, demonstration",
    "lists": "Make the lists of dossiers anew",
    "serve": "Start web and worker as one process tree",
    "worker": "Drain deliveries and jobs",
    "simulate": "Make a synthetic nation",
}


class Topics(click.Group):
    """A group whose commands live in modules of the same name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the topics."""
        return sorted(TOPICS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the topic's module and return its `command`."""
        if cmd_name not in TOPICS:
            return None
        command = importlib.import_module(f"motcua.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None


@click.group(cls=Topics)
def main() -> None:
    """One door to public services."""


def start_django() -> None:
    """Set Django up for a command that needs the store."""
    import django  # noqa: PLC0415 -- slow import

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()


if __name__ == "__main__":
    sys.exit(main())
