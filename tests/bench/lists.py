"""Lists, search and files as a nation grows: pages through all middleware, search in two scopes."""

import itertools
import os
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from django.db import connections
from tests.bench.meter import Figures, measure
from tests.bench.operations import get, next_page, submit_figures
from tests.bench.world import World, address

from motcua.dossiers.actions.exporting_files import WRITERS
from motcua.dossiers.models import ListRow
from motcua.dossiers.queries.columns import ALL, columns_of
from motcua.dossiers.queries.lists_names import Names, cells
from motcua.dossiers.queries.lists_rows import streamed
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.identity.values import Grant, Role, Viewer
from motcua.kernel.text import fold
from motcua.simulation.answers import BIRTH

TARGETS = {"inbox": 20, "inbox_all": 20, "filtered": 40, "filtered_all": 40, "submit": 25}
SEARCH_P95 = 150
"""Milliseconds of CPU time, both sides together."""
QUESTIONS = 200


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: lines, CPU seconds of this side, bytes, memory it grew by."""

    kind: str
    rows: int
    seconds: float
    size: int
    grown: int


def all_of(world: World, *, times: int) -> list[tuple[str, Figures]]:
    """Measure the pages of lists in the world as it stands."""
    desk = world.browser(world.officers["tiepnhan"])
    province = world.browser(world.officers["kiemsoat"])
    inbox, lists = address("desk:inbox"), address("desk:dossiers")
    everything = f"{inbox}?cho=tat-ca"
    filtered = f"{lists}?trang-thai=returned&thu-tuc={BIRTH}&nop-tu=2026-01-01"
    pages = [
        ("inbox", "inbox of 50, ward officer", desk, inbox),
        ("inbox_all", "inbox of 50, province controller", province, everything),
        ("inbox_all_2", "… its page 2", province, inbox + next_page(province, everything)),
        ("list", "all dossiers, ward", desk, lists),
        ("list_all", "all dossiers, province", province, lists),
        ("list_all_2", "… its page 2", province, lists + next_page(province, lists)),
        ("by_name", "… by name", province, f"{lists}?xep=nguoi-nop"),
        ("by_due", "… latest due first", province, f"{lists}?xep=-hen-tra"),
        ("filtered", "filtered list, ward", desk, filtered),
        ("filtered_all", "filtered list, province", province, filtered),
        ("late_all", "late ones, province", province, f"{lists}?qua-han=1"),
        ("rare_all", "a filter nobody meets, province", province, f"{lists}?buoc=khong-co"),
    ]
    found = [
        (key, measure(name, lambda b=browser, p=page: get(b, p), times=times))
        for key, name, browser, page in pages
    ]
    return [*found, *_searching(world), ("submit", submit_figures(world, times=times))]


def _searching(world: World) -> list[tuple[str, Figures]]:
    lists = address("desk:dossiers")
    found = []
    for key, name, who in (
        ("search_ward", "full-text search, ward", "tiepnhan"),
        ("search_all", "full-text search, province", "kiemsoat"),
    ):
        browser = world.browser(world.officers[who])
        turn = itertools.cycle(questions())
        ask = lambda text, b=browser: b.get(lists, {"tim": text})  # noqa: E731
        found.append((key, measure(name, ask, prepare=lambda t=turn: next(t), times=QUESTIONS)))
    return found


def questions() -> list[str]:
    """Ask as officers do: whole names with and without marks, parts, names with services, codes."""
    chance = Random(3)
    rows = list(ListRow.objects.filter(province="H26.").order_by("name_order")[:4000])
    asked = []
    for row in chance.sample(rows, min(len(rows), QUESTIONS // 5)):
        name, last = row.applicant_name, row.applicant_name.split()[-1]
        service = " ".join(row.service_name.split()[:3])
        asked += [name, fold(name), last, f"{last} {service}", row.code]
    return asked


def written(kind: str, rows: int, *, at) -> Written:
    """Write a file of so many lines in a process of its own, and tell what it took."""
    told, tell = os.pipe()
    connections.close_all()
    if (child := os.fork()) == 0:
        os.write(tell, repr(_write(kind, rows, at=at)).encode())
        os._exit(0)
    os.waitpid(child, 0)
    seconds, size, grown, number = eval(os.read(told, 1000))
    return Written(kind, number, seconds, size, grown)


def _write(kind: str, rows: int, *, at) -> tuple[float, int, int, int]:
    wanted, names = Wanted.read(ALL, {}), Names(at)
    columns = columns_of(ALL)
    began, before = time.process_time(), _resident()
    with tempfile.TemporaryDirectory() as folder:
        path, number = Path(folder) / f"list.{kind}", 0
        with WRITERS[kind](path, columns, [column.label.vi for column in columns]) as file:
            lines = streamed(viewer=_everywhere(), wanted=wanted, at=at)
            for line in islice(lines, rows):
                file.add(cells(line, columns, names))
                number += 1
        size = path.stat().st_size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return time.process_time() - began, size, max(0, peak - before), number


def _everywhere() -> Viewer:
    tops = ListRow.objects.order_by("province").values_list("province", flat=True).distinct()
    grants = tuple(Grant(Role.CONTROLLER, top.rstrip("."), top) for top in tops)
    return Viewer(key=None, name="bench", grants=grants)


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def plans(world: World) -> str:
    """Give the plan of each kind of query, as PostgreSQL carries it out."""
    from motcua.dossiers.queries import lists_rows  # noqa: PLC0415 -- private parts are looked at

    told: list[str] = []
    kinds: tuple[tuple[str, dict[str, str]], ...] = (
        ("newest first", {}),
        ("by name", {"xep": "nguoi-nop"}),
        ("filtered", {"trang-thai": "returned", "thu-tuc": BIRTH, "nop-tu": "2026-01-01"}),
        ("late", {"qua-han": "1"}),
        ("a filter nobody meets", {"buoc": "khong-co"}),
        ("searched: a common name", {"tim": "nguyen thi"}),
        ("searched: a whole name", {"tim": questions()[0]}),
    )
    explain: Callable[..., str]
    for who in ("tiepnhan", "kiemsoat"):
        for name, typed in kinds:
            wanted = Wanted.read(ALL, typed)
            for rows in lists_rows._scopes(world.officers[who], wanted, world.now):
                having = lists_rows._having(rows, wanted.sorted_by.order)
                explain = lists_rows._ordered(having, wanted)[:51].explain
                told.append(f"== {who}, {name}\n{explain(analyze=True, buffers=True)}\n")
    return "\n".join(told)
