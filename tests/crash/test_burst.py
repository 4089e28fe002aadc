"""A small burst of submissions on real processes; `python -m tests.bench --burst` is the large."""

import pytest
from tests.bench.burst import TWICE, burst
from tests.notifications.smtp_servers import free_port

pytestmark = [pytest.mark.slow, pytest.mark.once, pytest.mark.shows("CN12", "P3")]
NUMBER = 200


def test_a_burst_loses_nothing_and_doubles_nothing(own_store, tmp_path):
    if own_store["MOTCUA_DATABASE_URL"].startswith("sqlite"):
        pytest.skip("many write at once on PostgreSQL: --database=postgresql")
    port = free_port()
    there = {
        **own_store,
        "MOTCUA_BIND": f"127.0.0.1:{port}",
        "MOTCUA_BASE_URL": f"http://127.0.0.1:{port}",
    }
    found = burst(NUMBER, env=there, port=port, folder=tmp_path)

    assert found["strange"] == []
    assert found["faults"] == []
    assert found["presses"] == NUMBER + NUMBER // TWICE
    assert found["behind"]["dead"] == 0
