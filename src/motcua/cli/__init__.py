"""The motcua command: one module a topic, loaded only when it is asked for."""

import importlib
import os
import sys
from collections.abc import Mapping
from typing import Any

import click

TOPICS = {
    "audit": "Look at portals by their addresses and judge them",
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
    """A group whose commands live in modules of their own names, loaded only when asked for."""

    def __init__(
        self,
        *args: Any,
        topics: Mapping[str, str],
        package: str,
        modules: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        """Take names with what they are about, and where names that are no module's lead."""
        super().__init__(*args, **kwargs)
        self._topics, self._package, self._modules = topics, package, modules or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the topics."""
        return sorted(self._topics)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the topic's module and return its `command`."""
        if cmd_name not in self._topics:
            return None
        name = self._modules.get(cmd_name, cmd_name)
        command = importlib.import_module(f"{self._package}.{name}").command
        return command if isinstance(command, click.Command) else None


@click.group(cls=Topics, topics=TOPICS, package="motcua.cli")
def main() -> None:
    """One door to public services."""


def start_django() -> None:
    """Set Django up for a command that needs the store."""
    import django  # noqa: PLC0415 -- slow import

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()


if __name__ == "__main__":
    sys.exit(main())
