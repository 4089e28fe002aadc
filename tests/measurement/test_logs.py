"""Access logs by columns: what is counted, what is left, what is refused; the same as by rule."""

import json
import tracemalloc
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from crawleruseragents import CRAWLER_USER_AGENTS_DATA
from hypothesis import given
from hypothesis import strategies as st

from motcua.measurement.rules import addresses, privacy, robots
from motcua.measurement.rules.logs import combined, jsonl, pages
from motcua.measurement.rules.logs.judging import Judge
from motcua.measurement.rules.logs.lines import Left
from motcua.measurement.values.sites import Site

AGENT = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36"
)
TODAY = date(2026, 11, 22)
SITE = Site(7, "Cổng", "H26", hosts=("dichvucong.example.vn",))
SALT = b"s" * 32


def line(target="/thu-tuc/", *, status=200, method="GET", agent=AGENT, **other):
    """Write a line of the combined format."""
    ip, at = other.get("ip", "203.0.113.9"), other.get("at", "16/Mar/2026:09:30:05 +0700")
    user = other.get("user", "-")
    return f'{ip} - {user} [{at}] "{method} {target} HTTP/1.1" {status} 512 "-" "{agent}"\n'


def facts(text, *, sites=None, scan=combined.scan):
    """Read and judge a block."""
    judge = Judge(sites or {"": SITE}, today=TODAY)
    return judge.judge(scan(text.encode()).requests, salts=lambda _day: SALT)


def pages_of(text, **how):
    return facts(text, **how).facts["page"].to_pylist()


def test_a_page_view_is_a_fact_without_its_reader():
    found = facts(line("/thu-tuc/1.004194/?ma=1&x=y", ip="203.0.113.9")).facts.to_pylist()

    assert found == [
        {
            "day": date(2026, 3, 16),
            "second": 9 * 3600 + 30 * 60 + 5,
            "top": "H26",
            "agency": "H26",
            "site": 7,
            "visitor": privacy.visitor(SALT, 7, ip="203.0.113.9", agent=AGENT),
            "kind": "view",
            "page": "/thu-tuc/1.004194/",
            "procedure": "1.004194",
            "detail": "",
            "value": None,
            "robot": False,
            "device": "computer",
            "source": "log",
        }
    ]


@pytest.mark.parametrize(
    ("text", "left", "broken"),
    [
        (line(method="POST"), Left.METHOD, 0),
        (line(status=302), Left.STATUS, 0),
        (line(status=404), Left.STATUS, 0),
        (line("/a/b.css?v=2"), Left.ASSET, 0),
        (line("/a/B.PNG"), Left.ASSET, 0),
        ("half a line\n", None, 1),
        ("\n", None, 1),
        (line(at="99/Foo/2026:09:30:05 +0700"), None, 1),
        (line(at="31/Feb/2026:09:30:05 +0700"), None, 1),
        ('1.2.3.4 - - [16/Mar/2026:09:30:05 +0700] "\\x16\\x03" 400 1 "-" "-"\n', None, 1),
        ('1.2.3.4 - - [16/Mar/2026:09:30:05 +0700] "-" 408 - "-" "-"\n', None, 1),
    ],
)
def test_what_is_no_page_view_is_told_apart(text, left, broken):
    scanned = combined.scan(text.encode())

    assert scanned.lines == 1
    assert {why: number for why, number in scanned.left.items() if number} == (
        {left: 1} if left else {}
    )
    assert scanned.broken == broken
    assert len(scanned.requests) + scanned.broken + sum(scanned.left.values()) == 1


def test_304_is_a_view_and_odd_quotes_are_mended():
    assert pages_of(line(status=304)) == ["/thu-tuc/"]
    assert pages_of(line('/a\\"b', agent='x\\"y')) == pages_of(line("/a'b", agent="x'y"))
    assert pages_of(line(user="Nguyễn Văn A")) == ["/thu-tuc/"]
    assert pages_of(line("/c").replace(' "-" "' + AGENT + '"', "")) == ["/c"]


@pytest.mark.parametrize(
    ("at", "day", "second"),
    [
        ("16/Mar/2026:23:30:00 +0000", date(2026, 3, 17), 6 * 3600 + 1800),
        ("28/Feb/2024:20:00:01 +0000", date(2024, 2, 29), 3 * 3600 + 1),
        ("31/Dec/2025:23:59:59 -0530", date(2026, 1, 1), 12 * 3600 + 29 * 60 + 59),
    ],
)
def test_moments_are_those_of_hanoi(at, day, second):
    found = facts(line(at=at)).facts.to_pylist()[0]

    assert (found["day"], found["second"]) == (day, second)


@given(st.integers(min_value=100_000, max_value=1_790_000_000))
def test_every_moment_is_read_as_the_calendar_does(seconds):
    at = datetime.fromtimestamp(seconds, UTC)
    found = facts(line(at=at.strftime("%d/%b/%Y:%H:%M:%S +0000"))).facts.to_pylist()[0]
    local = at + timedelta(hours=7)

    assert found["day"] == local.date()
    assert found["second"] == local.hour * 3600 + local.minute * 60 + local.second


TARGETS = st.text(alphabet=st.sampled_from("abcXYZ019/.?&=%-_;~'éế"), min_size=0, max_size=30).map(
    lambda text: f"/{text}"
)


@given(st.lists(TARGETS, min_size=1, max_size=20))
def test_columns_say_of_paths_what_the_rules_say(targets):
    found = facts("".join(map(line, targets)))
    wanted = [one for one in targets if pages.kind_of(one.partition("?")[0])]

    assert found.facts["page"].to_pylist() == [addresses.page_of(one) for one in wanted]
    assert found.facts["procedure"].to_pylist() == [pages.procedure_of(one) for one in wanted]


def test_robots_and_devices_are_those_of_the_list():
    agents = [one for entry in CRAWLER_USER_AGENTS_DATA for one in entry["instances"][:1]]
    agents = [one for one in agents if '"' not in one and one.isprintable()] + [AGENT]
    found = facts("".join(line(agent=agent) for agent in agents))

    assert found.facts["robot"].to_pylist() == [robots.is_robot(agent) for agent in agents]
    assert found.robots == len(agents) - 1


@given(st.binary(max_size=400))
def test_no_bytes_stop_it(garbage):
    scanned = combined.scan(garbage + b"\n" + line("/thu-tuc/").encode())

    assert scanned.lines == garbage.count(b"\n") + 2
    assert len(scanned.requests) + scanned.broken + sum(scanned.left.values()) == scanned.lines


def test_people_in_paths_are_taken_out_and_counted():
    found = facts(line("/tra-cuu/079199001234/") + line("/tim?cccd=079199001234"))

    assert found.facts["page"].to_pylist() == ["/tra-cuu/(identity_number)/", "/tim"]
    assert found.masked == {(7, "identity_number"): 2}


def test_a_line_without_host_hides_no_other_line_s():
    hosted = f"dichvucong.example.vn {line()}" * 3
    bare = line(agent=r"Mozilla/5.0 \"X11; Linux\"")

    found = facts(hosted + bare, sites={"dichvucong.example.vn": SITE})

    assert found.facts["site"].to_pylist() == [7, 7, 7]
    assert dict(found.refused) == {(0, "unknown_site"): 1}


def test_hosts_name_sites():
    other = Site(8, "Khác", "G09", hosts=("khac.example.vn",), until=date(2026, 3, 1))
    sites = {"dichvucong.example.vn": SITE, "khac.example.vn": other}
    text = "".join(
        f"{host} {line()}" for host in ("DichVuCong.example.vn:443", "khac.example.vn", "la.vn:80")
    )
    found = facts(text, sites=sites)

    assert found.facts["site"].to_pylist() == [7]
    assert found.refused == {(0, "unknown_site"): 1, (8, "closed_site"): 1}


def test_days_to_come_are_refused():
    assert facts(line(at="01/Jan/2027:00:00:00 +0700")).refused == {(7, "future"): 1}


JSON = {
    "time_iso8601": "2026-03-16T09:30:05+07:00", "remote_addr": "203.0.113.9",
    "request": "GET /thu-tuc/ HTTP/1.1", "status": 200, "http_user_agent": AGENT,
    "host": "dichvucong.example.vn",
}  # fmt: skip
CADDY = {
    "ts": 1773628205.5, "status": 200,
    "request": {
        "remote_ip": "203.0.113.9", "method": "GET", "uri": "/thu-tuc/",
        "host": "dichvucong.example.vn", "headers": {"User-Agent": [AGENT]},
    },
}  # fmt: skip
TRAEFIK = {
    "StartUTC": "2026-03-16T02:30:05.123456789Z", "ClientHost": "203.0.113.9",
    "RequestMethod": "GET", "RequestPath": "/thu-tuc/", "DownstreamStatus": 200,
    "request_User-Agent": AGENT, "RequestHost": "dichvucong.example.vn",
}  # fmt: skip


@pytest.mark.parametrize("told", [JSON, CADDY, TRAEFIK])
def test_json_lines_give_the_same_facts(told):
    wanted = facts(line()).facts.to_pylist()

    assert facts(json.dumps(told) + "\n", scan=jsonl.scan).facts.to_pylist() == wanted


@pytest.mark.parametrize("text", ["{", "[]", "null", "{}", '{"request": 5}', "{" * 2000])
def test_json_garbage_is_counted(text):
    scanned = jsonl.scan(text.encode() + b"\n")

    assert (scanned.lines, scanned.broken, len(scanned.requests)) == (1, 1, 0)


def test_a_visitor_is_another_one_at_another_site_and_day():
    same = line() + line() + line(at="17/Mar/2026:09:30:05 +0700") + line(ip="203.0.113.10")
    judge = Judge({"": SITE}, today=TODAY)
    salts = {date(2026, 3, 16): b"a" * 32, date(2026, 3, 17): b"b" * 32}
    found = judge.judge(combined.scan(same.encode()).requests, salts=salts.__getitem__)
    visitors = found.facts["visitor"].to_pylist()

    assert visitors[0] == visitors[1]
    assert len(np.unique(visitors)) == 3


def test_what_a_pattern_of_ones_own_finds_names_nobody():
    own = r"[?&](?:ma=([^&]*)|x)"
    found = [
        pages.procedure_of(f"/tim?{query}", own)
        for query in ("ma=1.001193", "ma=079300012345", "ma=an@thu.vn", "x=1", "ma=TT-01")
    ]
    assert found == ["1.001193", "", "", "", "TT-01"]


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00"])
def test_a_moment_at_the_end_of_the_calendar_is_a_broken_line(at):
    told = json.dumps({"time": at, "request": "GET / HTTP/1.1", "status": 200, "ip": "::1"})
    assert jsonl.scan(f"{told}\n".encode()).broken == 1


def test_long_targets_and_agents_are_not_remembered():
    judge = Judge({"": SITE}, today=TODAY)
    tracemalloc.start()
    try:
        for number in range(100):
            long = line(f"/{number}/" + "x" * 50_000, agent=f"Firefox {number} " + "y" * 50_000)
            judge.judge(combined.scan(long.encode()).requests, salts=lambda _day: SALT)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 3_000_000
