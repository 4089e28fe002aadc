"""No page waits for Ibis: what pages ask for was compiled when the store was prepared."""

import os
import sys

import pytest
from django.conf import settings
from tests.observatory.nation import BIRTH
from tests.processes import run

from motcua.measurement import indicators, queries
from motcua.measurement.queries import compiling
from motcua.measurement.values import Period, Way

COMPILERS = ("ibis", "sqlglot")
MARCH = Period.parse("2026-03")
PAGES = (
    "",
    "?cach=bao-len",
    "co-quan/H26/",
    "co-quan/H26.00070/?ky=2026-Q1",
    f"thu-tuc/{BIRTH}/",
    "xep-hang/use2/",
    "xep-hang/use3/?giai=bo&cach=bao-len",
    "ban-do/use2/",
    "so-sanh/?co-quan=H26&co-quan=H38",
    "chi-so/",
    "du-lieu/",
)


@pytest.fixture(scope="module")
def compiled(counted_lake):
    """Compile as `motcua prepare` does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "MEASUREMENT", counted_lake)
        compiling.plan.cache_clear()
        return queries.compile_all()


@pytest.fixture
def without(compiled, monkeypatch):
    """Take the compilers away, and forget what this process compiled."""
    compiling.plan.cache_clear()
    for name in COMPILERS:
        monkeypatch.setitem(sys.modules, name, None)
    yield
    compiling.plan.cache_clear()


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_answered_without_the_compilers(seen, without, path):
    seen(path)


@pytest.mark.once
def test_all_that_is_asked_of_a_period_is_compiled(counted, without):
    """Every indicator by every key, either way, and what pages of detail read."""
    for card in queries.cards():
        for way in card.ways:
            for by in compiling.keys_of(card.code):
                queries.figures(card.code, period=MARCH, by=by, way=way)
    for way in Way:
        assert queries.index766("H26", MARCH, way).period == MARCH
        assert queries.indexes766(MARCH, way=way)
        queries.indexes766(MARCH, within="H26", way=way)
    assert queries.funnel(BIRTH, period=MARCH).steps
    assert queries.waits("H26", MARCH).histogram
    queries.causes("H26", MARCH)
    queries.satisfaction("H26", MARCH)
    queries.channels("H26", MARCH)
    queries.consistency("H26", MARCH)
    queries.consistencies(MARCH)
    queries.consistencies(MARCH, within="H26")


@pytest.mark.once
def test_each_detail_is_compiled_by_the_keys_it_is_read_by(compiled):
    assert set(compiling.OWN_KEYS) == set(indicators.DETAILS)
    assert compiled > 300


@pytest.mark.once
def test_a_web_process_starts_without_them():
    script = (
        "import sys, django; django.setup(); import motcua.config.urls; "
        f"print([name for name in {(*COMPILERS, 'duckdb')!r} if name in sys.modules])"
    )
    assert run("-c", script, env=dict(os.environ)).strip() == "[]"
