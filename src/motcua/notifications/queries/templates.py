"""The words in force: the library's, read once a process, or a newer approved edition."""

import logging
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from pydantic import ValidationError

from motcua.kernel.definitions import DefinitionRefused, Problem
from motcua.notifications.models import TemplateEdition
from motcua.notifications.rules import templates as rules
from motcua.notifications.rules.templates import MessageTemplate
from motcua.notifications.rules.wording import PLACES, worded
from motcua.notifications.values import EditionStatus, EditionView

_log = logging.getLogger(__name__)


class TemplateUnknown(Exception):
    """No words of this name hold on this day."""


def template(code: str, *, on: date) -> MessageTemplate:
    """Give the words that hold on a day (in Hà Nội); raises TemplateUnknown.

    The newest approved edition of that day, else the library's.
    """
    for found in templates():
        if found.code == code and found.holds(on):
            approved = TemplateEdition.objects.filter(
                code=code, valid_from__lte=on, approved_at__isnull=False
            )
            newest = approved.order_by("-valid_from").first()
            return _instead(found, newest) if newest else found
    raise TemplateUnknown(f"No message template {code!r} holds on {on:%Y-%m-%d}.")


def in_force(on: date) -> tuple[MessageTemplate, ...]:
    """Give every template with the words that hold on a day, by code."""
    approved = TemplateEdition.objects.filter(valid_from__lte=on, approved_at__isnull=False)
    newest = {row.code: row for row in approved.order_by("valid_from")}
    held = sorted((found for found in templates() if found.holds(on)), key=lambda one: one.code)
    return tuple(
        _instead(found, newest[found.code]) if found.code in newest else found for found in held
    )


def editions(code: str | None = None) -> tuple[EditionView, ...]:
    """Give the written versions of one template, or of all, the latest written first."""
    rows = TemplateEdition.objects.order_by("-written_at", "-id")
    return tuple(_view(row) for row in (rows.filter(code=code) if code else rows))


def templates() -> tuple[MessageTemplate, ...]:
    """Give every template of the library; raises DefinitionRefused with all problems of all."""
    return _read(Path(settings.LIBRARY) / "notifications")


def _instead(found: MessageTemplate, row: TemplateEdition) -> MessageTemplate:
    """Put an edition's words in place; the library's stay where a fact they name is no more."""
    try:
        dated = found.model_copy(update={"valid_from": row.valid_from, "valid_to": None})
        return worded(dated, _places(row))
    except ValidationError:
        _log.warning("Edition %s of %s no longer fits its facts.", row.key, row.code)
        return found


def _places(row: TemplateEdition) -> dict[str, str]:
    places = (place.split(".") for place in PLACES)
    return {f"{field}.{language}": row.words[field][language] for field, language in places}


def _view(row: TemplateEdition) -> EditionView:
    status = EditionStatus.PROPOSED
    if row.approved_at:
        status = EditionStatus.APPROVED
    elif row.returned_at:
        status = EditionStatus.RETURNED
    return EditionView(
        key=row.key,
        code=row.code,
        valid_from=row.valid_from,
        words=_places(row),
        written_by=row.written_by,
        written_by_name=row.written_by_name,
        written_at=row.written_at,
        status=status,
        decided_by=row.approved_by_name or row.returned_by_name,
        decided_at=row.approved_at or row.returned_at,
        comment=row.comment,
    )


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
