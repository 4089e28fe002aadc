"""Requests made to stop the collector: each is answered, in time and memory that have a limit."""

import json
import sys
import tracemalloc

import pytest
from tests.measurement.wire.asked import AT, HEARD, PEPPER, SALT, SITES
from tests.measurement.wire.test_dossier_events import PUBLISHED, STRICT

from motcua.measurement.rules import privacy
from motcua.measurement.rules.devices import device_of
from motcua.measurement.rules.robots import is_robot
from motcua.measurement.rules.wire import Reason, Refusal, matomo, mcdt, refuse, signing, strict

DEPTHS = range(sys.getrecursionlimit() - 200, sys.getrecursionlimit() + 1)


@pytest.mark.parametrize("run", ["a", "1.a", "a-", "a."])
def test_a_long_word_is_looked_through_once(run: str) -> None:
    # Looked through anew from each of its letters, it would take hours.
    word = run * (1_000_000 // len(run))
    assert privacy.names_a_person(f"{word} @") is None
    assert privacy.masked(f"{word}@a.vn @") == "(email) @"
    assert privacy.masked(f"@{word}") == f"@{word}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a@b.vn+c@d.vn", "(email)(email)"),
        ("0912 345 678.an@b.vn", "(phone)(email)"),
        ("1:2:3:4:5:6:7:8.an@b.vn", "(ip)(email)"),
        ("an%40b.vn.", "(email)."),
        ("079300012345an@b.vn", "(email)"),
    ],
)
def test_an_address_right_behind_another_number_is_seen(text: str, shown: str) -> None:
    assert privacy.masked(text) == shown


def test_a_token_that_is_no_unicode_is_a_wrong_one() -> None:
    body = json.dumps(
        {"requests": ["?idsite=7&rec=1&url=x&cip=1.2.3.4"], "token_auth": "\ud800"}
    ).encode()
    (told,) = matomo.read_bulk(body, HEARD, sites=SITES, salt=SALT)
    assert isinstance(told, Refusal)
    assert told.reason is Reason.TOKEN


@pytest.mark.parametrize(("opening", "inner", "closing"), [("[", "", "]"), ('{"a":', "1", "}")])
def test_what_is_nested_as_deep_as_can_be_read_is_answered(
    opening: str, inner: str, closing: str
) -> None:
    for depth in DEPTHS:
        deep = opening * depth + inner + closing * depth
        for request in (deep, f'{{"idsite": 7, "rec": 1, "url": {deep}}}'):
            body = f'{{"requests": [{request}]}}'.encode()
            assert len(matomo.read_bulk(body, HEARD, sites=SITES, salt=SALT)) == 1
        for field in ("Data", "SiteId"):
            event = json.dumps({**PUBLISHED, field: 0}).replace(
                f'"{field}": 0', f'"{field}":{deep}'
            )
            mcdt.read(event.encode(), HEARD, sites=SITES, pepper=PEPPER, tally={})
        for body in (deep, json.dumps({**STRICT, "key": 0}).replace('"key": 0', f'"key":{deep}')):
            assert len(_signed(body.encode())) == 1


def _signed(body: bytes) -> list[object]:
    stamp = int(AT.timestamp())
    headers = {
        "motcua-site": "7",
        "motcua-timestamp": str(stamp),
        "motcua-signature": signing.sign("bí-mật", stamp, body),
    }
    return list(strict.read(body, headers, HEARD, sites=SITES, pepper=PEPPER))


def test_long_agents_are_not_remembered_whole() -> None:
    is_robot("warm")
    tracemalloc.start()
    try:
        for number in range(300):
            agent = f"Mozilla/5.0 {number} " + "x" * 100_000
            assert not is_robot(agent)
            device_of(agent)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 5_000_000


def test_an_example_shows_no_words_that_facts_drop() -> None:
    body = '{"SiteId": 7, "NameTTHC": "Khai sinh Nguyễn Thị Hậu", "Level": 4}'
    shown = refuse(Reason.MISSING, "Status", body).example
    assert ("Hậu" in shown, '"Level": 4' in shown) == (False, True)
    for field in ("search", "urlref"):
        shown = refuse(Reason.VALUE, "e_v", f"idsite=7&{field}=Nguy%E1%BB%85n+Hau&e_v=x").example
        assert ("Hau" in shown, "e_v=x" in shown) == (False, True)


@pytest.mark.parametrize(
    "user",
    ['{"HoTen": "Nguyễn Thị Hậu"}', '["x", "Nguyễn Thị Hậu"]', '{"a": {"b": "Nguyễn Thị Hậu"}}'],
)
def test_an_example_shows_nobody_of_a_user_told_as_an_object(user: str) -> None:
    for body in (
        f'{{"SiteId": 7, "User": {user}}}',
        json.dumps(f'{{"User": {user}}}', ensure_ascii=False),
    ):
        shown = refuse(Reason.MISSING, "Status", body).example
        assert "User" in shown
        assert "Hậu" not in shown
