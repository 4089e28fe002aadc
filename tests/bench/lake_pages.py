"""`python -m tests.bench.lake_pages`: pages of figures over the lake of the settings.

The process is up and each page's template was drawn before for another period. Cold then means:
no answer is kept, DuckDB is opened anew, and the kernel was asked to forget the lake's files.
"""

import json
import os
import time
from pathlib import Path

import django

TIMES = 5
PERIOD, OTHER = "2026-Q1", "2026-02"
AGENCY, BELOW = "H26", "H26.00070"


def pages() -> dict[str, list[str]]:
    """Give the addresses of each kind of page, without their period."""
    from motcua.measurement import indicators  # noqa: PLC0415 -- needs Django set up

    codes = list(indicators.CARDS)
    return {
        "league of an indicator": [f"xep-hang/{code}/" for code in codes],
        "map of an indicator": [f"ban-do/{code}/" for code in codes],
        "definition of an indicator": [f"chi-so/{code}/" for code in codes],
        "the country": [""],
        "a province": [f"co-quan/{AGENCY}/"],
        "a commune": [f"co-quan/{BELOW}/"],
        "two provinces compared": [f"so-sanh/?co-quan={AGENCY}&co-quan=H01"],
        "a procedure": ["thu-tuc/1.001193/"],
    }


def main() -> None:
    """Print, as JSON, the milliseconds of each page: cold, and the median of several warm ones."""
    django.setup()
    from django.conf import settings  # noqa: PLC0415 -- needs Django set up
    from django.core.management import call_command  # noqa: PLC0415 -- as above
    from django.test import Client  # noqa: PLC0415 -- as above

    from motcua.agencies.actions import load_library  # noqa: PLC0415 -- as above
    from motcua.identity.values import SYSTEM  # noqa: PLC0415 -- as above
    from motcua.web import clock  # noqa: PLC0415 -- as above

    for command in ("migrate", "createcachetable"):
        call_command(command, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load_library(library=settings.LIBRARY, by=SYSTEM.actor, at=clock.now())
    client, found = Client(), {}
    for kind, paths in pages().items():
        found[kind] = {path: _measured(client, path) for path in paths}
    print(json.dumps(found))  # noqa: T201 -- read by who started it


def _measured(client, path: str) -> tuple[float, float]:
    joined = "&" if "?" in path else "?"
    _asked(client, f"/do-luong/{path}{joined}ky={OTHER}")
    _forget()
    address = f"/do-luong/{path}{joined}ky={PERIOD}"
    cold = _asked(client, address)
    warm = sorted(_asked(client, address) for _ in range(TIMES))
    return cold, warm[TIMES // 2]


def _asked(client, address: str) -> float:
    began = time.perf_counter()
    answer = client.get(address)
    spent = (time.perf_counter() - began) * 1000
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return spent


def _forget() -> None:
    from django.conf import settings  # noqa: PLC0415 -- needs Django set up
    from tests.bench.indicators import forget_files  # noqa: PLC0415 -- as above

    from motcua.measurement.models.lake import lake  # noqa: PLC0415 -- as above
    from motcua.measurement.queries import presence  # noqa: PLC0415 -- as above
    from motcua.observatory import kept  # noqa: PLC0415 -- as above

    kept.forget()
    presence._read.cache_clear()
    lake._lake.cache_clear()
    forget_files(Path(settings.LAKE))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    main()
