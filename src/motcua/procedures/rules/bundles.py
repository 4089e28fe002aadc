"""Bundles (liên thông): one form, from which the dossiers of several services are filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.forms import rules as forms
from motcua.forms.rules.conditions import plain
from motcua.forms.rules.programme import PARTS
from motcua.forms.values import FieldError, Units
from motcua.procedures.rules import cases
from motcua.procedures.values.services import BundlePart, ServiceVersion


@dataclass(frozen=True, slots=True)
class Settled:
    """What a part's result gives to those after it; `stated` are its lines, by path."""

    number: str = ""
    date: str = ""
    stated: Mapping[str, Any] = field(default_factory=dict)

    def get(self, what: str) -> Any:
        """Give the number, the date, or what is stated at a path."""
        return {"number": self.number, "date": self.date}.get(what) or self.stated.get(what)


def parts_of(
    service: ServiceVersion, answers: Mapping[str, Any], *, channel: str
) -> tuple[BundlePart, ...]:
    """Give the parts that these answers ask for, in order."""
    known = _known(service, answers, channel=channel)
    return tuple(part for part in service.bundle if part.when is None or part.when.holds(known))


def filled_in(
    part: BundlePart,
    child: ServiceVersion,
    *,
    bundle: ServiceVersion,
    answers: Mapping[str, Any],
    channel: str,
    settled: Mapping[str, Settled] | None = None,
) -> dict[str, Any]:
    """Fill in the form of a part from the answers of the bundle and from results before it."""
    known = _known(bundle, answers, channel=channel)
    given: dict[str, Any] = {}
    for path, source in part.answers.items():
        value = known.get(source) if isinstance(source, str) else source.evaluate(known)
        if value is not None and path in child.form.fields:
            given[path] = _fitted(plain(value), child.form.fields[path].type)
    for path, (service, what) in part.results.items():
        value = settled[service].get(what) if settled and service in settled else None
        if value:
            given[path] = value
    return given


def errors_of(
    part: BundlePart,
    child: ServiceVersion,
    given: Mapping[str, Any],
    *,
    at: datetime,
    units: Units | None = None,
    waiting: bool,
) -> tuple[FieldError, ...]:
    """Check a part's form; while it is `waiting`, what results will fill in is not missed yet."""
    found = forms.check(child.form, given, at=at, units=units).errors
    return tuple(error for error in found if not (waiting and error.path in part.results))


def _known(service: ServiceVersion, answers: Mapping[str, Any], *, channel: str) -> dict[str, Any]:
    case = cases.case_code(service, answers, channel=channel)
    return cases.given(answers, channel=channel, case=case)


def _fitted(value: Any, kind: str) -> Any:
    """Leave out of an address what an administrative unit does not have."""
    if kind == "administrative_unit" and isinstance(value, Mapping):
        return {key: one for key, one in value.items() if key in PARTS[kind]}
    return value
