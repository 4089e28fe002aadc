"""The words in force, read from the library once a process."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from motcua.kernel.definitions import DefinitionRefused, Problem
from motcua.notifications.rules import templates as rules
from motcua.notifications.rules.templates import MessageTemplate


class TemplateUnknown(Exception):
    """No words of this name hold on this day."""


def template(code: str, *, on: date) -> MessageTemplate:
    """Give the words that hold on a day (in Hà Nội); raises TemplateUnknown."""
    for found in templates():
        if found.code == code and found.holds(on):
            return found
    raise TemplateUnknown(f"No message template {code!r} holds on {on:%Y-%m-%d}.")


def templates() -> tuple[MessageTemplate, ...]:
    """Give every template of the library; raises DefinitionRefused with all problems of all."""
    return _read(Path(settings.LIBRARY) / "notifications")


@lru_cache(maxsize=4)
def _read(folder: Path) -> tuple[MessageTemplate, ...]:
    found: list[MessageTemplate] = []
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.yaml")):
        try:
            found.append(rules.load(file.read_text(encoding="utf-8"), name=file.name))
        except DefinitionRefused as refusal:
            problems += refusal.problems
    if problems:
        raise DefinitionRefused(tuple(problems))
    return tuple(found)
