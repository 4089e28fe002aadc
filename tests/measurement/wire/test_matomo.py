"""Matomo's Tracking HTTP API, field by field."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.measurement.wire.asked import (
    AT,
    CHROME,
    HEARD,
    HOME,
    SALT,
    SITES,
    URL,
    ask,
    fact,
    refusal,
)

from motcua.measurement.rules.wire import Heard, Refusal, matomo
from motcua.measurement.values.facts import Device, Kind, PageFact, Source


def test_a_page_view_is_counted_on_its_second_in_ha_noi() -> None:
    seen = fact(action_name="Đăng ký khai sinh", _id="8f1a2b3c4d5e6f70")
    assert (seen.day, seen.second) == (date(2026, 11, 22), 8 * 3600 + 30 * 60 + 15)
    assert (seen.site, seen.agency, seen.kind) == (7, "H26", Kind.VIEW)
    assert (seen.page, seen.procedure) == ("/thu-tuc/1.001193/", "1.001193")
    assert (seen.robot, seen.device, seen.source) == (False, Device.COMPUTER, Source.MATOMO)
    assert (seen.detail, seen.value, seen.key) == ("", None, 0)


@pytest.mark.parametrize(
    ("fields", "kind", "detail", "value"),
    [
        ({"ping": 1}, Kind.PING, "", None),
        ({"e_c": "Biểu mẫu", "e_a": "mở"}, Kind.EVENT, "Biểu mẫu/mở", None),
        ({"e_c": "a", "e_a": "b", "e_n": "c", "e_v": "2.5", "ca": 1}, Kind.EVENT, "a/b/c", 2.5),
        ({"search": "khai sinh", "search_count": 12}, Kind.SEARCH, "", 12.0),
        ({"search": "khai sinh"}, Kind.SEARCH, "", None),
        (
            {"download": f"https://{HOME}/tep/mau-01.docx?x=1", "ca": 1},
            Kind.DOWNLOAD,
            "/tep/mau-01.docx",
            None,
        ),
        ({"link": "https://www.moj.gov.vn/a?b=c"}, Kind.OUTLINK, "www.moj.gov.vn", None),
        ({"c_n": "Biển", "c_p": "x.png"}, Kind.EVENT, "content/impression/Biển", None),
        ({"c_n": "Biển", "c_i": "click"}, Kind.EVENT, "content/interaction/Biển", None),
        ({"idgoal": 3, "revenue": 5}, Kind.EVENT, "goal/3", None),
        ({"cra": "TypeError: x", "ca": 1}, Kind.FAILURE, "portal", None),
        ({"ca": 1, "hsr_ev": "[]"}, Kind.EVENT, "custom", None),
        ({"action_name": "404/URL = %2Fx/From = "}, Kind.FAILURE, "other", 404.0),
        ({"action_name": "503/URL = %2Fx"}, Kind.FAILURE, "portal", 503.0),
        ({"action_name": "302/URL = %2Fx"}, Kind.EVENT, "http/302", None),
        ({"action_name": "404 trang"}, Kind.VIEW, "", None),
    ],
)
def test_the_fields_tell_what_happened(
    fields: dict[str, object], kind: Kind, detail: str, value: float | None
) -> None:
    told = fact(**fields)
    assert (told.kind, told.detail, told.value) == (kind, detail, value)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"rec": None}, ("missing", "rec")),
        ({"rec": 0}, ("not_for_counting", "rec")),
        ({"idsite": None}, ("missing", "idsite")),
        ({"idsite": "bảy"}, ("value", "idsite")),
        ({"idsite": 77}, ("unknown_site", "idsite")),
        ({"idsite": 9}, ("closed_site", "idsite")),
        ({"url": None}, ("missing", "url")),
        ({"e_c": "a"}, ("missing", "e_a")),
        ({"e_c": " ", "e_a": "b"}, ("missing", "e_c")),
        ({"e_c": "a", "e_a": "b", "e_v": "nhiều"}, ("value", "e_v")),
        ({"e_c": "a", "e_a": "079300012345"}, ("person", "e_a")),
        ({"cip": "1.2.3.4"}, ("token", "cip")),
        ({"cip": "1.2.3.4", "token_auth": "sai"}, ("token", "cip")),
        ({"cdt": "hôm qua"}, ("value", "cdt")),
        ({"cdt": "1970-01-02 00:00:00"}, ("value", "cdt")),
        ({"cdo": "-3"}, ("value", "cdo")),
    ],
)
def test_a_refusal_names_reason_and_field(fields: dict[str, object], why: tuple[str, str]) -> None:
    assert refusal(**fields) == why


@pytest.mark.parametrize(
    ("told", "second"),
    [
        ("2026-11-22 01:00:00", 8 * 3600),
        ("2026-11-22T01:00:00Z", 8 * 3600),
        ("2026-11-22T08:00:00+07:00", 8 * 3600),
        (str(int(AT.timestamp()) - 60), 8 * 3600 + 29 * 60 + 15),
        ("2026-11-22 01:33:00", 8 * 3600 + 30 * 60 + 15),  # ahead by less than 5 minutes: now
    ],
)
def test_a_moment_told_is_kept_or_set_to_now(told: str, second: int) -> None:
    assert fact(cdt=told).second == second


def test_an_offline_page_says_how_long_ago() -> None:
    assert fact(cdo=30).second == 8 * 3600 + 29 * 60 + 45


@pytest.mark.parametrize(
    ("ago", "why"),
    [
        (timedelta(hours=48, seconds=1), ("late", "cdt")),
        (timedelta(minutes=-5, seconds=-1), ("future", "cdt")),
    ],
)
def test_late_and_future_facts_are_refused(ago: timedelta, why: tuple[str, str]) -> None:
    assert refusal(cdt=f"{AT - ago:%Y-%m-%d %H:%M:%S}") == why


def test_the_secret_alone_does_not_make_a_single_request_late() -> None:
    assert refusal(cdt="2026-10-01 00:00:00", token_auth="bí-mật") == ("late", "cdt")


def test_a_bulk_with_the_secret_may_tell_the_past_and_addresses() -> None:
    told = {
        "token_auth": "bí-mật",
        "requests": [
            f"?idsite=7&rec=1&url={URL}&cdt=2025-03-01%2001%3A00%3A00&cip=203.113.1.1&ua=x",
            {"idsite": 7, "rec": "1", "url": URL, "cdt": "2025-03-01 01:00:00", "cip": "::1"},
            {"idsite": 8, "rec": "1", "url": URL, "cip": "203.113.1.1"},
            7,
        ],
    }
    first, second, third, fourth = _bulk(told)
    assert isinstance(first, PageFact)
    assert isinstance(second, PageFact)
    assert (first.day, second.day) == (date(2025, 3, 1), date(2025, 3, 1))
    assert first.source is Source.BULK
    assert [each.reason for each in (third, fourth) if isinstance(each, Refusal)] == [
        "token",
        "malformed",
    ]


def test_a_bulk_that_is_none_is_refused_once() -> None:
    for body in (b"", b"[]", b'{"requests": 3}', b"\xff", b'{"requests":[' + b"[" * 90_000):
        (told,) = matomo.read_bulk(body, HEARD, sites=SITES, salt=SALT)
        assert isinstance(told, Refusal)
        assert told.reason == "malformed"
    (told,) = _bulk({"requests": [""] * 10_001})
    assert isinstance(told, Refusal)
    assert told.reason == "too_many"


def test_values_of_an_object_are_plain() -> None:
    fields = {"idsite": 7, "rec": 1, "url": URL, "e_c": "100% +1?", "e_a": "b", "e_v": 4}
    (told,) = _bulk({"requests": [fields]})
    assert isinstance(told, PageFact)
    assert (told.detail, told.value) == ("100% +1?/b", 4.0)


def _bulk(told: object) -> list[PageFact | Refusal]:
    return matomo.read_bulk(json.dumps(told).encode(), HEARD, sites=SITES, salt=SALT)


# ---------------------------------------------------------------- replays, visitors, robots


def test_a_replay_has_the_key_of_what_it_repeats() -> None:
    sent = {"rand": 482_912, "pv_id": "a1B2c3"}
    assert fact(**sent).key == fact(**sent).key != 0
    others = ({"rand": 2}, {"idsite": 8}, {"_id": "b"}, {"url": f"https://{HOME}/"})
    keys = {fact(**(sent | other)).key for other in others}
    assert len(keys | {fact(**sent).key}) == 5
    assert fact(pv_id="a1B2c3").key == fact(pv_id="a1B2c3", h=3).key != 0
    assert fact(fact="x1").key == fact(fact="x1", h=3).key != 0
    assert fact(rand="123456789012").key != 0


def test_a_replay_is_told_after_midnight_too() -> None:
    query = f"idsite=7&rec=1&url={URL}&r=482912&pv_id=a1B2c3&_id=a"
    before, after = (
        matomo.read(query, HEARD, sites=SITES, salt=salt) for salt in (SALT, b"another day")
    )
    assert isinstance(before, PageFact)
    assert isinstance(after, PageFact)
    assert before.key == after.key != 0
    assert before.visitor != after.visitor


def test_twins_without_an_id_of_their_own_both_count() -> None:
    assert fact().key == 0
    assert fact(rand=12_345).key == 0  # a short number alone is the same too often
    assert fact(pv_id="a1B2c3", e_c="nút", e_a="bấm").key == 0


def test_visitors_are_told_apart_by_their_own_id_else_by_address_and_agent() -> None:
    elsewhere = replace(HEARD, ip="113.161.12.35")
    assert fact(_id="a").visitor == fact(elsewhere, _id="a").visitor
    assert fact().visitor != fact(elsewhere).visitor
    assert fact().visitor != fact(replace(HEARD, agent=CHROME + " x")).visitor
    assert fact(_id="a").visitor != fact(_id="a", idsite=8).visitor
    assert fact(uid="ai-do").visitor != fact(_id="a").visitor


def test_a_user_id_that_names_somebody_is_not_used() -> None:
    tally: dict[tuple[int, str], int] = {}
    assert fact(tally=tally, uid="079300012345").visitor == fact().visitor
    assert tally == {(7, "identity_number"): 1}


@pytest.mark.parametrize(
    ("fields", "agent", "robot"),
    [
        ({}, CHROME, False),
        ({}, "Mozilla/5.0 (compatible; Googlebot/2.1)", True),
        ({}, "", True),
        ({"ua": "curl/8.0"}, CHROME, True),
        ({"ua": CHROME}, "python-requests/2.31", False),
        ({}, "python-requests/2.31", True),
        ({"token_auth": "bí-mật"}, "python-requests/2.31", False),
        ({"token_auth": "bí-mật"}, "", False),
        ({"token_auth": "bí-mật"}, "Mozilla/5.0 (compatible; Googlebot/2.1)", True),
        ({"_cvar": '{"1": ["Bot", "x"]}', "bots": 1}, CHROME, True),
        ({"_cvar": '{"1": ["Not-Bot", "x"]}', "bots": 1}, CHROME, False),
    ],
)
def test_robots_are_counted_apart(fields: dict[str, object], agent: str, robot: object) -> None:
    assert fact(replace(HEARD, agent=agent), **fields).robot is robot


# ---------------------------------------------------------------- where


def test_another_host_counts_and_says_so() -> None:
    assert fact(url="https://gia-mao.vn/thu-tuc/?a=b").page == "//gia-mao.vn/thu-tuc/"
    assert fact(url=f"https://m.{HOME}/thu-tuc/").page == "/thu-tuc/"
    assert fact(idsite=8, url="https://bat-ky.vn/x/").page == "/x/"


def test_a_custom_dimension_with_a_code_names_the_procedure() -> None:
    assert fact(dimension3="2.000815", url=f"https://{HOME}/").procedure == "2.000815"
    assert fact(dimension3="khách", url=f"https://{HOME}/").procedure == ""


def test_what_names_somebody_is_taken_out_and_counted() -> None:
    tally: dict[tuple[int, str], int] = {}
    seen = fact(
        tally=tally,
        url=f"https://{HOME}/tra-cuu/079300012345/?sdt=0912345678",
        urlref="https://x.vn/?mail=an@example.vn",
        action_name="Hồ sơ của 079300012346",
    )
    assert seen.page == "/tra-cuu/(identity_number)/"
    assert tally == {(7, "identity_number"): 2, (7, "phone"): 1, (7, "email"): 1}


def test_an_event_keeps_its_name_masked() -> None:
    tally: dict[tuple[int, str], int] = {}
    told = fact(tally=tally, e_c="tra cứu", e_a="gõ", e_n="an@example.vn", e_v="79300012345")
    assert (told.detail, told.value) == ("tra cứu/gõ/(email)", None)
    assert tally == {(7, "email"): 1, (7, "number"): 1}


def test_an_example_shows_no_person_and_no_secret() -> None:
    told = ask(rec=0, token_auth="bí-mật", uid="nguyen.van.an", urlref="https://x/?c=079300012345")
    assert isinstance(told, Refusal)
    for secret in ("bí-mật", "nguyen", "079300012345"):
        assert secret not in told.example
    assert told.site == 7
    assert Heard(AT).ip == ""
