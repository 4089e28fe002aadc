"""What a request tells: one reader for each field that makes it no page view."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from motcua.measurement.rules import addresses, privacy
from motcua.measurement.rules.wire import reading
from motcua.measurement.rules.wire.hearing import Tally
from motcua.measurement.rules.wire.reading import Unfit
from motcua.measurement.rules.wire.refusals import Reason
from motcua.measurement.values.facts import Cause, Kind

Fields = Mapping[str, str]
"""A request's fields, their values still coded as in a query."""

Told = tuple[Kind, str, float | None]
"""What a request tells: the kind of fact, its detail and its value."""

_MASKED = re.compile(r"\(([a-z_]+)\)")
_HTTP = re.compile(r"([1-5]\d\d)/URL = ")
_ANSWER = re.compile(r"[a-z0-9_-]{1,40}:[a-z0-9_-]{1,40}")
_NUMBER_OF_A_PERSON = 1e8
_STEPS = 99


@dataclass(frozen=True, slots=True)
class _Asked:
    fields: Fields
    site: int
    tally: Tally | None

    def kept(self, text: str) -> str:
        return reading.kept(text, self.site, self.tally)

    def count(self, kind: str) -> None:
        reading.count(self.tally, self.site, kind)


@lru_cache(maxsize=16_384)
def located(raw: str) -> tuple[str, str, str, tuple[str, ...]]:
    """Give page, host, procedure and what was masked of an address coded as in a query."""
    url = reading.decoded(raw)
    page = addresses.page_of(url)
    kinds = tuple(_MASKED.findall(page)) if "(" in page else ()
    return page, addresses.host_of(url), addresses.procedure_of(page), kinds


def told_by(fields: Fields, site: int, tally: Tally | None) -> Told:
    """Tell the kind of fact, as Matomo does by the fields that are there; raise Unfit."""
    if fields.get("ping") == "1":
        return Kind.PING, "", None
    for name, read in _READERS.items():
        if name in fields:
            return read(_Asked(fields, site, tally))
    if fields.get("ca") == "1":
        return Kind.EVENT, "custom", None
    if not fields.get("url") and not fields.get("action_name"):
        raise Unfit(Reason.MISSING, "url")
    title = fields.get("action_name", "")
    return _by_status(title) if title[:3].isdecimal() else (Kind.VIEW, "", None)


def _by_status(title: str) -> Told:
    """A title such as `404/URL = …` says what the server answered (log importer, error pages)."""
    found = _HTTP.match(reading.decoded(title))
    if found is None:
        return Kind.VIEW, "", None
    status = int(found[1])
    if status < 400:
        return Kind.EVENT, f"http/{status}", None
    return Kind.FAILURE, cause_of(status).value, float(status)


def cause_of(status: int) -> Cause:
    """Say whose fault an HTTP status of 400 or more is: the portal's from 500 on, else other's."""
    return Cause.PORTAL if status >= 500 else Cause.OTHER


def _dvc(asked: _Asked) -> Told:
    state = reading.decoded(asked.fields.get("state", ""))
    return Kind.DVC, asked.kept(state), None


def _step(asked: _Asked) -> Told:
    number = asked.fields["step"]
    if not (number.isdecimal() and len(number) < 3 and 0 < int(number) <= _STEPS):
        raise Unfit(Reason.VALUE, "step")
    name = reading.decoded(asked.fields.get("step_name", ""))
    return Kind.STEP, asked.kept(name), float(number)


def _failure(asked: _Asked) -> Told:
    try:
        return (
            Kind.FAILURE,
            Cause(asked.fields["cause"]).value,
            _number(asked.fields.get("status", "")),
        )
    except ValueError:
        raise Unfit(Reason.VALUE, "cause") from None


def _answer(asked: _Asked) -> Told:
    answer = reading.decoded(asked.fields["answer"])
    if privacy.names_a_person(answer):
        raise Unfit(Reason.PERSON, "answer")
    if not _ANSWER.fullmatch(answer):
        raise Unfit(Reason.VALUE, "answer")
    return Kind.ANSWER, answer, _number(asked.fields.get("score", ""))


def _event(asked: _Asked) -> Told:
    parts = []
    for name in ("e_c", "e_a"):
        text = reading.decoded(asked.fields.get(name, "")).strip()
        if not text:
            raise Unfit(Reason.MISSING, name)
        if privacy.names_a_person(text):
            raise Unfit(Reason.PERSON, name)
        parts.append(text)
    name = reading.decoded(asked.fields.get("e_n", "")).strip()
    detail = asked.kept("/".join((*parts, name) if name else parts))
    raw = asked.fields.get("e_v", "")
    value = _number(raw)
    if raw and value is None and not _is_large(raw):
        raise Unfit(Reason.VALUE, "e_v")
    if raw and value is None:
        asked.count("number")
    return Kind.EVENT, detail, value


def _search(asked: _Asked) -> Told:
    return Kind.SEARCH, "", _number(asked.fields.get("search_count", ""))


def _download(asked: _Asked) -> Told:
    page, _, _, kinds = located(asked.fields["download"][:4_000].partition("%3F")[0][:1_000])
    for kind in kinds:
        asked.count(kind)
    return Kind.DOWNLOAD, page, None


def _outlink(asked: _Asked) -> Told:
    host = addresses.host_of(reading.decoded(asked.fields["link"][:4_000]))
    return Kind.OUTLINK, privacy.masked(host), None


def _content(asked: _Asked) -> Told:
    name = reading.decoded(asked.fields["c_n"])
    what = "interaction" if asked.fields.get("c_i") else "impression"
    return Kind.EVENT, asked.kept(f"content/{what}/{name}"), None


def _goal(asked: _Asked) -> Told:
    return Kind.EVENT, asked.kept(f"goal/{reading.decoded(asked.fields['idgoal'])}"), None


def _crash(_: _Asked) -> Told:
    return Kind.FAILURE, Cause.PORTAL.value, None


_READERS: Mapping[str, Callable[[_Asked], Told]] = {
    "dvc": _dvc,
    "step": _step,
    "cause": _failure,
    "answer": _answer,
    "e_c": _event,
    "e_a": _event,
    "search": _search,
    "download": _download,
    "link": _outlink,
    "c_n": _content,
    "idgoal": _goal,
    "cra": _crash,
}


def _number(raw: str) -> float | None:
    """Read a number; None for none, and for one of nine digits and more: it could be somebody's."""
    try:
        value = float(reading.decoded(raw)) if raw else None
    except ValueError:
        return None
    fits = value is not None and math.isfinite(value) and abs(value) < _NUMBER_OF_A_PERSON
    return value if fits else None


def _is_large(raw: str) -> bool:
    try:
        return math.isfinite(float(reading.decoded(raw)))
    except ValueError:
        return False
