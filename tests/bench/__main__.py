"""`python -m tests.bench`: a private PostgreSQL, a nation in it, everything measured twice."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from tests.postgres import private_cluster

console = Console(stderr=True)


def main() -> int:
    """Measure, print, write."""
    wanted = _wanted()
    if wanted.lake:
        return _measure_lake(wanted)
    if wanted.logs:
        return _measure_logs(wanted)
    if wanted.collector:
        return _measure_collector(wanted)
    if wanted.indicators:
        return _measure_indicators(wanted)
    if wanted.audit:
        return _measure_audits(wanted)
    folder = tempfile.TemporaryDirectory(prefix="motcua-bench-")
    with folder as home, private_cluster(durable=True) as url:
        os.environ |= {
            "MOTCUA_HOME": home,
            "MOTCUA_DATABASE_URL": url,
            "MOTCUA_HOSTS": "testserver",
            "DJANGO_SETTINGS_MODULE": "motcua.config.settings",
        }
        import django  # noqa: PLC0415 -- reads the settings made above

        django.setup()
        if wanted.burst:
            return _measure_burst(wanted, Path(home))
        return _measure_lists(wanted) if wanted.lists else _measure(wanted)


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, nothing written")
    parser.add_argument("--sizes", type=int, nargs="+", help="numbers of dossiers")
    parser.add_argument(
        "--lists", action="store_true", help="lists alone, at 10,000 and 1,000,000 dossiers"
    )
    parser.add_argument(
        "--burst", action="store_true", help="10,000 citizens submit at once, that alone"
    )
    parser.add_argument("--lake", action="store_true", help="the lake of measurement, that alone")
    parser.add_argument(
        "--events", type=int, default=100_000_000, help="the most events in the lake"
    )
    parser.add_argument("--logs", action="store_true", help="imports of access logs, that alone")
    parser.add_argument("--lines", type=int, default=5_000_000, help="lines of the access log")
    parser.add_argument("--collector", action="store_true", help="the collector, that alone")
    parser.add_argument("--seconds", type=float, default=60, help="of each load of the collector")
    parser.add_argument("--workers", type=int, default=2, help="processes of the collector")
    parser.add_argument("--indicators", action="store_true", help="every indicator, that alone")
    parser.add_argument("--audit", action="store_true", help="audits of portals, that alone")
    parser.add_argument("--parts", nargs="+", help="of --audit: peers, cost, nation, twice")
    parser.add_argument("--plans", help="where to write the plans of the queries of lists")
    parser.add_argument("--times", type=int, help="how often each operation is done")
    wanted = parser.parse_args()
    usual = [10_000, 1_000_000] if wanted.lists else [10_000, 200_000]
    usual = [10_000] if wanted.burst else usual
    wanted.sizes = sorted(wanted.sizes or ([1_000, 3_000] if wanted.quick else usual))
    wanted.times = wanted.times or (15 if wanted.quick else 60)
    wanted.procedures = 300 if wanted.quick else 6_000
    return wanted


def _measure_lake(wanted: argparse.Namespace) -> int:
    """Measure at 1,000,000 events and ten times more each time; no database server takes part."""
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as home:
        os.environ |= {"MOTCUA_HOME": home, "DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
        import django  # noqa: PLC0415 -- reads the settings made above

        django.setup()
        from tests.bench import lake, lake_report  # noqa: PLC0415 -- needs Django set up

        from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

        smallest = 100_000 if wanted.quick else 1_000_000
        sizes = [smallest * 10**power for power in range(4)]
        with console.status("the spool") as status:
            spool = lake.spooled(Path(home))
            found = [
                lake.measure(size, folder=Path(home), told=status.update)
                for size in sizes
                if size <= (smallest * 10 if wanted.quick else wanted.events)
            ]
        lake_report.tell(found, spool)
        if not wanted.quick:
            lake_report.write(found, spool, at=clock.now())
    return 0


def _measure_logs(wanted: argparse.Namespace) -> int:
    """Measure in processes of their own; no database server takes part."""
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as home:
        os.environ |= {"MOTCUA_HOME": home, "DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
        import django  # noqa: PLC0415 -- reads the settings made above

        django.setup()
        from tests.bench import logs, logs_report  # noqa: PLC0415 -- needs Django set up

        from motcua.web import clock  # noqa: PLC0415 -- as above

        with console.status("logs") as status:
            lines = 200_000 if wanted.quick else wanted.lines
            found = logs.measure(lines, Path(home), status.update)
        logs_report.tell(found)
        if not wanted.quick:
            logs_report.write(found, at=clock.now())
    return 0


def _measure_collector(wanted: argparse.Namespace) -> int:
    """Measure in processes of their own; no database takes part."""
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as home:
        os.environ |= {"MOTCUA_HOME": home, "DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
        import django  # noqa: PLC0415 -- reads the settings made above

        django.setup()
        from tests.bench import collector, collector_report  # noqa: PLC0415 -- needs Django set up

        from motcua.web import clock  # noqa: PLC0415 -- as above

        with console.status("collector") as status:
            seconds = min(wanted.seconds, 10) if wanted.quick else wanted.seconds
            found = collector.measure(seconds, Path(home), status.update, workers=wanted.workers)
        collector_report.tell(found)
        if not wanted.quick:
            collector_report.write(found, at=clock.now())
    return int(bool(found.lost or found.doubled))


def _measure_lists(wanted: argparse.Namespace) -> int:
    from django.db import connections  # noqa: PLC0415 -- needs Django set up
    from tests.bench import lists, lists_report, million, world  # noqa: PLC0415 -- as above

    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    with console.status("library") as status:
        made = world.build(clock.now())
        world.fill_ward(made, 400)
        measured: lists_report.Measured = {}
        so_far = 0
        for seed, size in enumerate(wanted.sizes, start=1):
            status.update(f"{size} dossiers")
            drawn = min(size, million.ORIGINAL) - so_far
            so_far += world.fill(made, drawn, seed=seed) if drawn > 0 else 0
            if size > so_far:
                so_far += million.grow(size - so_far, spare=world.WARD_PATH)
            status.update(f"measuring among {size} dossiers")
            measured[size] = lists.all_of(made, times=wanted.times)
        status.update("writing files")
        sizes = [max(wanted.sizes) // 50, max(wanted.sizes) // 5]
        files = [lists.written(kind, n, at=made.now) for kind in ("csv", "xlsx") for n in sizes]
        if wanted.plans:
            Path(wanted.plans).write_text(lists.plans(made), encoding="utf-8")
    lists_report.tell(measured, files)
    if not wanted.quick:
        lists_report.write(measured, files, at=made.now)
    connections.close_all()
    return 0


def _measure_indicators(wanted: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as home:
        os.environ |= {"MOTCUA_HOME": home, "DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
        import django  # noqa: PLC0415 -- reads the settings made above

        django.setup()
        from tests.bench import indicators  # noqa: PLC0415 -- needs Django set up

        return indicators.run(quick=wanted.quick)


def _measure_audits(wanted: argparse.Namespace) -> int:
    """Measure in processes of their own; no database takes part, and nobody's portal."""
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as home:
        os.environ |= {"MOTCUA_HOME": home, "DJANGO_SETTINGS_MODULE": "motcua.config.settings"}
        import django  # noqa: PLC0415 -- reads the settings made above

        django.setup()
        from tests.bench import audits, audits_report  # noqa: PLC0415 -- needs Django set up

        from motcua.web import clock  # noqa: PLC0415 -- as above

        with console.status("audits") as status:
            parts = wanted.parts or audits.PARTS
            found = audits.measure(parts, quick=wanted.quick, told=status.update)
        audits_report.tell(found)
        if not wanted.quick:
            audits_report.write(found, at=clock.now())
    return 0


def _measure_burst(wanted: argparse.Namespace, home: Path) -> int:
    """Measure in processes of their own, as `motcua serve` starts them."""
    from tests.bench import burst, burst_report  # noqa: PLC0415 -- the settings are made
    from tests.notifications.smtp_servers import free_port  # noqa: PLC0415 -- as above

    from motcua.web import clock  # noqa: PLC0415 -- as above

    port = free_port()
    address = f"127.0.0.1:{port}"
    env = {
        **os.environ,
        "MOTCUA_BIND": address,
        "MOTCUA_BASE_URL": f"http://{address}",
        "MOTCUA_HOSTS": "127.0.0.1",
        "MOTCUA_SECRET_KEY": "a burst only",
        "PYTHONPATH": os.pathsep.join([str(burst_report.ROOT / "src"), str(burst_report.ROOT)]),
    }
    number = max(wanted.sizes)
    with console.status(f"{number} citizens"):
        found = burst.burst(number, env=env, port=port, folder=home)
    burst_report.tell(found)
    if not wanted.quick:
        burst_report.write(found, at=clock.now())
    return int(bool(found["faults"]))


def _measure(wanted: argparse.Namespace) -> int:
    from django.db import connections  # noqa: PLC0415 -- needs Django set up
    from tests.bench import (  # noqa: PLC0415 -- needs Django set up
        catalogue,
        operations,
        report,
        weights,
        world,
        yardstick,
    )

    from motcua.web import clock  # noqa: PLC0415 -- needs Django set up

    now = clock.now()
    with console.status("library, catalogue") as status:
        made = world.build(now)
        real = catalogue.load(wanted.procedures, at=now)
        world.fill_ward(made, 400)
        measured: report.Measured = {}
        so_far = 0
        for seed, size in enumerate(wanted.sizes, start=1):
            status.update(f"{size} dossiers")
            so_far += world.fill(made, size - so_far, seed=seed)
            status.update(f"measuring among {size} dossiers")
            measured[size] = operations.all_of(made, times=wanted.times)
        status.update("weighing pages")
        weighed = weights.all_of(made)
    report.tell(measured, weighed)
    if not wanted.quick:
        facts = report.facts(
            at=now, store=yardstick.vendor(), procedures=wanted.procedures, real=real
        )
        report.write(measured, weighed, facts)
    connections.close_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
