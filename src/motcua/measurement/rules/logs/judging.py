"""Requests of a log become page facts: each distinct agent, path and visitor is judged once."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from motcua.measurement.rules import addresses, devices, privacy, robots
from motcua.measurement.rules.logs import pages
from motcua.measurement.rules.logs.lines import Left, Requests
from motcua.measurement.values import schemas
from motcua.measurement.values.facts import Source
from motcua.measurement.values.sites import Site

Ints: TypeAlias = "np.ndarray[tuple[int], np.dtype[Any]]"
Salts: TypeAlias = Callable[[date], bytes]

MOST_KNOWN = 200_000
"""How many judged paths and agents are remembered before memory is cleared."""
LONGEST_KNOWN = 1_000
"""Longer ones are judged anew each time: who asks chooses them, and could fill memory."""
_TYPES = {
    "DATE": pa.date32(), "INTEGER": pa.int32(), "VARCHAR": pa.string(), "UINTEGER": pa.uint32(),
    "FLOAT": pa.float32(), "BOOLEAN": pa.bool_(),
}  # fmt: skip
SCHEMA = pa.schema([(name, _TYPES[kind]) for name, kind in schemas.PAGES.items()])
"""The columns of `schemas.PAGES` in Arrow."""
_TAKEN_OUT = re.compile(r"\((email|identity_number|identity_card|tax_code|phone|ip)\)")
_DAY_0 = date(1970, 1, 1)


class Path(NamedTuple):
    """What a target tells: nothing of a reader; `kind` is empty for what is no page."""

    kind: str
    page: str
    procedure: str
    masked: str


class Agent(NamedTuple):
    """What an agent tells."""

    robot: bool
    device: str


@dataclass(slots=True)
class Judged:
    """Facts as an Arrow table in the columns of `schemas.PAGES`, and what was not made a fact."""

    facts: pa.Table
    robots: int = 0
    left: "Counter[str]" = field(default_factory=Counter)
    refused: "Counter[tuple[int, str]]" = field(default_factory=Counter)
    """(site, reason): reasons are words of `wire.refusals.Reason`."""
    masked: "Counter[tuple[int, str]]" = field(default_factory=Counter)
    """(site, what it was) of facts whose path named somebody; the name was taken out."""
    examples: dict[tuple[int, str], str] = field(default_factory=dict)


class Judge:
    """Judges requests of one or several sites; remembers what it judged."""

    def __init__(
        self, sites: Mapping[str, Site], *, pattern: str = pages.PROCEDURE, today: date
    ) -> None:
        """`sites` by host; the one under "" takes every host that no other has."""
        self._sites = sites
        self._pattern = pattern
        self._today = (today - _DAY_0).days
        self._paths: dict[str, Path] = {}
        self._agents: dict[str, Agent] = {}

    def judge(self, requests: Requests, *, salts: Salts) -> Judged:
        """Make facts; `salts` gives the salt of a log's day."""
        judged = Judged(SCHEMA.empty_table())
        numbers = self._site_numbers(requests, judged)
        targets = pc.dictionary_encode(requests.target)
        told = _known(targets.dictionary, self._paths, self._path)
        places = targets.indices.to_numpy()
        is_page = np.array([bool(one.kind) for one in told], dtype=np.bool_)
        kept = np.flatnonzero(self._counted(requests, numbers, is_page[places], judged=judged))
        if not len(kept):
            return judged
        agents = pc.dictionary_encode(requests.agent.take(pa.array(kept)))
        seen = _known(agents.dictionary, self._agents, _agent)
        columns = {
            **self._moments_and_sites(requests, numbers, kept),
            **_told(told, places[kept]),
            **_seen(seen, agents.indices.to_numpy()),
            "visitor": _visitors(requests, numbers, kept, agents=agents, salts=salts),
        }
        judged.facts = _table(columns, len(kept))
        judged.robots = int(pc.sum(judged.facts["robot"]).as_py())
        _note_masked(judged, told, places[kept], numbers=numbers[kept])
        return judged

    def _site_numbers(self, requests: Requests, judged: Judged) -> Ints:
        rest = self._sites.get("")
        if requests.host is None:
            return np.full(len(requests), rest.number if rest else 0, dtype=np.int32)
        hosts = pc.dictionary_encode(requests.host)
        names = [name.lower().partition(":")[0] for name in hosts.dictionary.to_pylist()]
        found = [self._sites.get(name, rest) for name in names]
        unknown = [name for name, site in zip(names, found, strict=True) if site is None and name]
        if unknown:
            judged.examples[0, "unknown_site"] = privacy.masked(unknown[0])
        numbers = np.array([site.number if site else 0 for site in found], dtype=np.int32)
        of_rows: Ints = numbers[hosts.indices.to_numpy()]
        return of_rows

    def _counted(self, requests: Requests, numbers: Ints, is_page: Ints, *, judged: Judged) -> Ints:
        """Say which requests become facts; count why the others do not."""
        judged.left[Left.ASSET.value] = int((~is_page).sum())
        future = is_page & (requests.day > self._today)
        nowhere = is_page & ~future & (numbers == 0)
        if number := int(nowhere.sum()):
            judged.refused[0, "unknown_site"] = number
        for site, number in zip(*np.unique(numbers[future], return_counts=True), strict=True):
            judged.refused[int(site), "future"] = int(number)
        kept: Ints = is_page & ~future & ~nowhere
        for site in self._sites.values():
            if site.until is not None:
                closed = kept & (numbers == site.number)
                closed &= requests.day > (site.until - _DAY_0).days
                if number := int(closed.sum()):
                    judged.refused[site.number, "closed_site"] = number
                kept &= ~closed
        return kept

    def _moments_and_sites(
        self, requests: Requests, numbers: Ints, kept: Ints
    ) -> dict[str, pa.Array]:
        known = sorted({site.number: site.agency for site in self._sites.values()}.items())
        order = np.searchsorted([number for number, _ in known], numbers[kept])
        agencies = pa.array([agency for _, agency in known], pa.string())
        tops = pa.array([agency.partition(".")[0] for _, agency in known], pa.string())
        return {
            "day": pa.array(requests.day[kept], pa.int32()).cast(pa.date32()),
            "second": pa.array(requests.second[kept], pa.int32()),
            "site": pa.array(numbers[kept], pa.int32()),
            "agency": agencies.take(pa.array(order)),
            "top": tops.take(pa.array(order)),
        }

    def _path(self, target: str) -> Path:
        # nginx writes bytes that are no letters of its own as \xE1.
        plain = target.replace("\\x", "%") if "\\x" in target else target
        kind = pages.kind_of(plain.partition("?")[0])
        if kind is None:
            return Path("", "", "", "")
        page = addresses.page_of(plain)
        return Path(kind.value, page, pages.procedure_of(plain, self._pattern), _named(page, plain))


def _named(page: str, target: str) -> str:
    """Say what a target named: the page kept names it no more, and its query is not kept."""
    found = _TAKEN_OUT.search(page)
    if found:
        return found[1]
    query = addresses.query_of(target)
    return privacy.names_a_person(query) or "" if query else ""


def _agent(agent: str) -> Agent:
    return Agent(robots.is_robot(agent), devices.device_of(agent).value)


def _known(words: pa.Array, memory: dict[str, Any], judge: Callable[[str], Any]) -> list[Any]:
    """Judge each word once for as long as memory lasts."""
    if len(memory) > MOST_KNOWN:
        memory.clear()
    found = []
    for word in words.to_pylist():
        one = memory.get(word)
        if one is None:
            one = judge(word)
            if len(word) <= LONGEST_KNOWN:
                memory[word] = one
        found.append(one)
    return found


def _told(told: list[Path], places: Ints) -> dict[str, pa.Array]:
    taken = pa.array(places)
    columns = {
        "kind": [one.kind for one in told],
        "page": [one.page for one in told],
        "procedure": [one.procedure for one in told],
    }
    return {name: pa.array(words, pa.string()).take(taken) for name, words in columns.items()}


def _seen(seen: list[Agent], places: Ints) -> dict[str, pa.Array]:
    taken = pa.array(places)
    return {
        "robot": pa.array([one.robot for one in seen], pa.bool_()).take(taken),
        "device": pa.array([one.device for one in seen], pa.string()).take(taken),
    }


def _visitors(
    requests: Requests, numbers: Ints, kept: Ints, *, agents: pa.DictionaryArray, salts: Salts
) -> pa.Array:
    """Hash each distinct (day, site, address, agent) once."""
    ips = pc.dictionary_encode(requests.ip.take(pa.array(kept)))
    who = ips.indices.to_numpy().astype(np.int64) * len(agents.dictionary)
    who += agents.indices.to_numpy()
    days, sites = requests.day[kept].astype(np.int64), numbers[kept].astype(np.int64)
    first_day, last_site = int(days.min()), int(sites.max()) + 1
    most = len(ips.dictionary) * len(agents.dictionary)
    keys = ((days - first_day) * last_site + sites) * most + who
    encoded = pc.dictionary_encode(pa.array(keys))
    distinct, places = encoded.dictionary.to_numpy(), encoded.indices.to_numpy()
    moments, pairs = np.divmod(distinct, most)
    day_numbers, site_numbers = np.divmod(moments, last_site)
    who_ips, who_agents = np.divmod(pairs, len(agents.dictionary))
    bar = pa.scalar("|", pa.large_string())
    told = pc.binary_join_element_wise(
        pa.array(site_numbers).cast(pa.large_string()),
        ips.dictionary.take(pa.array(who_ips)),
        agents.dictionary.take(pa.array(who_agents)),
        bar,
    )
    hashes = np.empty(len(distinct), dtype=np.uint32)
    for day in np.unique(day_numbers).tolist():
        here = np.flatnonzero(day_numbers == day)
        salt = salts(_DAY_0 + timedelta(days=day + first_day))
        words = told.take(pa.array(here)).cast(pa.large_binary()).to_pylist()
        hashes[here] = np.frombuffer(privacy.visitors(salt, words), dtype=">u4")
    return pa.array(hashes[places], pa.uint32())


def _table(columns: dict[str, pa.Array], number: int) -> pa.Table:
    same = {
        "detail": pa.repeat("", number),
        "value": pa.nulls(number, pa.float32()),
        "source": pa.repeat(Source.LOG.value, number),
    }
    every = columns | same
    return pa.table([every[name] for name in SCHEMA.names], schema=SCHEMA)


def _note_masked(judged: Judged, told: list[Path], places: Ints, *, numbers: Ints) -> None:
    named = np.array([bool(one.masked) for one in told], dtype=np.bool_)[places]
    for place in np.flatnonzero(named).tolist():
        judged.masked[int(numbers[place]), told[places[place]].masked] += 1
