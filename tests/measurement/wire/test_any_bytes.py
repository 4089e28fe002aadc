"""Whatever comes over the wire: a fact or a refusal, and nobody's number in either."""

import json
import re
from dataclasses import astuple
from urllib.parse import quote, urlencode

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.measurement.wire.asked import AT, HEARD, PEPPER, SALT, SITES
from tests.measurement.wire.test_dossier_events import PUBLISHED, STRICT

from motcua.measurement.rules.wire import Reason, Refusal, matomo, mcdt, script, signing, strict
from motcua.measurement.values.facts import DossierFact, PageFact

TWELVE = re.compile(r"\d{12}")
FIELDS = (
    *("url", "urlref", "action_name", "e_c", "e_a", "e_n", "e_v", "search", "download", "link"),
    *("dimension1", "uid", "_id", "cid", "cdt", "cdo", "cip", "ua", "lang", "pv_id", "rand", "c_n"),
    *("idgoal", "dvc", "state", "step", "step_name", "cause", "answer", "score", "procedure"),
    *("fact", "token_auth", "_cvar", "ca", "ping", "status"),
)
names = st.sampled_from(FIELDS)
values = st.one_of(
    st.text(max_size=40),
    st.sampled_from(("1", "-1", "0", "1.001193", "nan", "1e999", "portal", "bí-mật", "1e11")),
    st.from_regex(r"https://[a-z.]{0,20}(/[\w.%()-]{0,20}){0,4}(\?[a-z=&0-9]{0,20})?"),
)
numbers = st.from_regex(r"0[1-9][0-9]{10}", fullmatch=True)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


def _sound(told: object) -> None:
    assert isinstance(told, PageFact | DossierFact | Refusal)
    texts = [each for each in astuple(told) if isinstance(each, str)]
    assert all(each.isprintable() and len(each) <= 500 for each in texts)
    if isinstance(told, Refusal):
        assert isinstance(told.reason, Reason)
        return
    assert told.site in SITES
    assert 0 <= told.second < 86_400
    assert not any("\\" in each for each in texts)
    if isinstance(told, PageFact):
        assert told.key >> 64 == 0 == told.visitor >> 32
        assert told.value is None or abs(told.value) < 1e8


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda raw: raw.decode("latin-1")))
def test_any_query_is_answered(query: str) -> None:
    _sound(matomo.read(query, HEARD, sites=SITES, salt=SALT))
    _sound(script.read(f"idsite=7&rec=1&url=x&{query}", HEARD, sites=SITES, salt=SALT))


@given(st.dictionaries(names, values, max_size=8))
def test_any_fields_are_answered(fields: dict[str, str]) -> None:
    query = urlencode({"idsite": 7, "rec": 1} | fields, errors="replace")
    _sound(matomo.read(query, HEARD, sites=SITES, salt=SALT))
    body = json.dumps({"requests": [{"idsite": 7, "rec": 1} | fields], "token_auth": "bí-mật"})
    (told,) = matomo.read_bulk(body.encode(), HEARD, sites=SITES, salt=SALT)
    _sound(told)


@given(st.binary(max_size=200) | anything.map(lambda told: json.dumps(told).encode()))
def test_any_body_is_answered(body: bytes) -> None:
    for told in matomo.read_bulk(body, HEARD, sites=SITES, salt=SALT):
        _sound(told)
    _sound(mcdt.read(body, HEARD, sites=SITES, pepper=PEPPER))
    for each in _signed(body):
        _sound(each)


@given(st.sampled_from(sorted(PUBLISHED)), st.sampled_from(sorted(STRICT)), anything)
def test_any_value_of_any_field_of_a_dossier_event_is_answered(
    published: str, field: str, value: object
) -> None:
    body = json.dumps({**PUBLISHED, published: value}).encode()
    _sound(mcdt.read(body, HEARD, sites=SITES, pepper=PEPPER))
    for told in _signed(json.dumps({**STRICT, field: value}).encode()):
        _sound(told)


def _signed(body: bytes) -> list[DossierFact | Refusal]:
    stamp = int(AT.timestamp())
    headers = {
        "motcua-site": "7",
        "motcua-timestamp": str(stamp),
        "motcua-signature": signing.sign("bí-mật", stamp, body),
    }
    return strict.read(body, headers, HEARD, sites=SITES, pepper=PEPPER)


def _nobody(told: object, number: str) -> None:
    """Look at every text, and at every number that is no hash."""
    fields = {
        name: value
        for name, value in ((name, getattr(told, name)) for name in told.__slots__)  # type: ignore[attr-defined] -- a fact
        if name not in {"key", "visitor", "dossier"}
    }
    assert not TWELVE.search(repr(fields)), fields
    assert number.lstrip("0") not in repr(fields).replace(".", "")


@settings(max_examples=200)
@given(numbers, names, st.sampled_from(("{}", "x/{}/y", "cccd{}", "{}?a={}", "https://a.vn/{}/")))
def test_no_identity_number_comes_through_any_field(number: str, name: str, around: str) -> None:
    text = around.replace("{}", number)
    twice = quote(quote(text, safe=""), safe="")
    for value in (text, twice, f"{text} ({text})"):
        fields = {"idsite": 7, "rec": 1, "url": f"https://a.vn/{number}/", name: value}
        _nobody(matomo.read(urlencode(fields), HEARD, sites=SITES, salt=SALT), number)


@given(numbers, st.sampled_from(sorted(PUBLISHED)), st.sampled_from(sorted(STRICT)))
def test_no_identity_number_comes_through_a_dossier_event(
    number: str, published: str, field: str
) -> None:
    event = {**PUBLISHED, "User": json.dumps({"ID_local": number}), published: number}
    body = json.dumps(event).encode()
    _nobody(mcdt.read(body, HEARD, sites=SITES, pepper=PEPPER), number)
    for told in _signed(json.dumps({**STRICT, field: number}).encode()):
        _nobody(told, number)
