"""TrackingMCDT as systems send it, and our own signed event."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.measurement.wire.asked import AT, HEARD, PEPPER, SITES

from motcua.measurement.rules.wire import Refusal, mcdt, shapes, signing, strict
from motcua.measurement.values.facts import Channel, DossierFact, Level, Outcome, Status
from motcua.measurement.values.telling import MetricTold, SupplyTold

PUBLISHED = {
    "CodeProfile": "H26.00070-261122-0012",
    "MaHoSo": "H26.00070-261122-0012",
    "SiteId": "7",
    "CodeTTHC": "1.001193.000.00.00.H26",
    "NameTTHC": "Đăng ký khai sinh",
    "Status": "1",
    "FormsReception": 1,
    "FormsPayments": 2,
    "Level": 3,
    "IsFromDVCQG": False,
    "IsDVCBC": 1,
    "Data": "",
    "User": json.dumps({"ID_local": "079300012345", "ID_QG": "", "TYPE": "2", "LOCATION": "H26"}),
}
STRICT = {
    "key": "su-kien-1",
    "dossier": "H26.00070-261122-0012",
    "procedure": "1.001193",
    "at": "2026-11-10T10:00:00+07:00",
    "status": "returned",
    "channel": "post",
    "fee": {"due": 5_000, "paid_online": 5_000},
    "outcome": "on_time",
    "hours": 12,
    "due": "2026-11-25",
    "fed": {"FormsReception": 1, "Level": 4},
}


def national(tally: dict[tuple[int, str], int] | None = None, **fields: object) -> DossierFact:
    told = _national(tally, **fields)
    assert isinstance(told, DossierFact), told
    return told


def _national(
    tally: dict[tuple[int, str], int] | None = None, **fields: object
) -> DossierFact | Refusal:
    event = {name: value for name, value in (PUBLISHED | fields).items() if value is not ...}
    return mcdt.read(json.dumps(event).encode(), HEARD, sites=SITES, pepper=PEPPER, tally=tally)


def test_the_fed_numbers_are_kept_and_nothing_is_made_of_them() -> None:
    seen = national()
    assert (seen.site, seen.agency, seen.procedure) == (7, "H26.00070", "1.001193")
    assert (seen.day, seen.status, seen.national) == (date(2026, 11, 22), Status.RECEIVED, 0)
    fed = (seen.reception_fed, seen.payment_fed, seen.level_fed, seen.post_fed)
    assert fed == (1, 2, 3, 1)
    true = (seen.channel, seen.fee_due, seen.paid_online, seen.outcome, seen.hours, seen.due)
    assert true == (Channel.UNKNOWN, None, None, None, None, None)


def test_the_identity_number_is_dropped_and_counted() -> None:
    tally: dict[tuple[int, str], int] = {}
    assert national(tally) == national(User=...)
    assert tally == {(7, "identity_number"): 1}
    assert "079300012345" not in repr(national())


def test_numbers_that_were_not_fed_stay_unknown() -> None:
    seen = national(FormsReception=None, FormsPayments="", Level=..., IsFromDVCQG=..., IsDVCBC=...)
    fed = (seen.reception_fed, seen.payment_fed, seen.level_fed, seen.post_fed, seen.national)
    assert fed == (None,) * 5


def test_the_same_event_on_the_same_day_is_one() -> None:
    assert national().key == national(User=...).key
    assert national().key != national(Status=3).key
    tomorrow = replace(HEARD, at=AT + timedelta(days=1))
    told = mcdt.read(json.dumps(PUBLISHED).encode(), tomorrow, sites=SITES, pepper=PEPPER)
    assert isinstance(told, DossierFact)
    assert told.key != national().key
    assert told.dossier == national().dossier


def test_a_code_of_another_agency_does_not_move_the_dossier() -> None:
    assert national(CodeProfile="H29.01-261122-0012").agency == "H26"
    assert national(CodeProfile="HS-2026-99").agency == "H26"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"Level": 2}, ("value", "Level")),
        ({"FormsReception": "một"}, ("value", "FormsReception")),
        ({"FormsReception": 0}, ("value", "FormsReception")),
        ({"Status": 1.5}, ("value", "Status")),
        ({"Status": None}, ("missing", "Status")),
        ({"SiteId": None}, ("missing", "SiteId")),
        ({"SiteId": 55}, ("unknown_site", "SiteId")),
        ({"SiteId": 9}, ("closed_site", "SiteId")),
        ({"CodeTTHC": "khai sinh"}, ("value", "CodeTTHC")),
        ({"CodeTTHC": ...}, ("missing", "CodeTTHC")),
        ({"CodeProfile": "", "MaHoSo": ""}, ("missing", "MaHoSo")),
        ({"CodeProfile": "079300012345"}, ("person", "CodeProfile")),
        ({"CodeProfile": 5}, ("value", "CodeProfile")),
    ],
)
def test_what_does_not_fit_is_refused_by_name(
    fields: dict[str, object], why: tuple[str, str]
) -> None:
    told = _national(**fields)
    assert isinstance(told, Refusal)
    assert (told.reason.value, told.field) == why
    assert "079300012345" not in told.example


# ---------------------------------------------------------------- strict


def signed(
    told: object, secret: str = "bí-mật", late: int = 0, **headers: str
) -> list[DossierFact | Refusal]:
    body = json.dumps(told).encode()
    stamp = int(AT.timestamp()) - late
    given = {
        "Motcua-Site": "7",
        "Motcua-Timestamp": str(stamp),
        "Motcua-Signature": signing.sign(secret, stamp, body),
    }
    return strict.read(body, given | headers, HEARD, sites=SITES, pepper=PEPPER)


def test_a_strict_event_says_what_is_so() -> None:
    (seen,) = signed(STRICT)
    assert isinstance(seen, DossierFact)
    assert (seen.day, seen.second) == (date(2026, 11, 10), 36_000)
    assert (seen.agency, seen.status) == ("H26.00070", Status.RETURNED)
    assert (seen.channel, seen.fee_due, seen.paid_online) == (Channel.POST, True, True)
    assert (seen.outcome, seen.hours, seen.due) == (Outcome.ON_TIME, 12, date(2026, 11, 25))
    assert (seen.reception_fed, seen.level_fed, seen.payment_fed) == (1, 4, None)
    assert seen.dossier == national().dossier


@pytest.mark.parametrize(
    ("fee", "due", "paid"),
    [
        (None, None, None),
        ({"due": 0}, False, None),
        ({"due": 5_000}, True, None),
        ({"due": 5_000, "paid_online": 4_999}, True, False),
        ({"due": 5_000, "paid_online": 6_000}, True, True),
    ],
)
def test_payment_is_matched_to_the_amount(fee: object, due: object, paid: object) -> None:
    (seen,) = signed({**{k: v for k, v in STRICT.items() if k != "fee"}, **_maybe("fee", fee)})
    assert isinstance(seen, DossierFact)
    assert (seen.fee_due, seen.paid_online) == (due, paid)


def _maybe(name: str, value: object) -> dict[str, object]:
    return {} if value is None else {name: value}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"key": ...}, ("missing", "key")),
        ({"key": "ngan"}, ("value", "key")),
        ({"channel": "online"}, ("value", "channel")),
        ({"status": "received"}, ("value", "hours")),
        ({"Level": 4}, ("value", "Level")),
        ({"agency": "H29"}, ("value", "agency")),
        ({"agency": "H260"}, ("value", "agency")),
        ({"at": "2026-11-10T10:00:00"}, ("value", "at")),
        ({"at": "2026-02-30T10:00:00Z"}, ("value", "at")),
        ({"at": "2026-11-22T02:00:00Z"}, ("future", "at")),
        ({"due": "2026-02-30"}, ("value", "due")),
        ({"fee": {}}, ("missing", "fee.due")),
        ({"fed": {"Level": 2}}, ("value", "fed.Level")),
        ({"dossier": "079300012345"}, ("person", "dossier")),
        ({"procedure": "1.1"}, ("value", "procedure")),
    ],
)
def test_a_strict_event_that_does_not_fit_is_explained(
    fields: Mapping[str, object], why: tuple[str, str]
) -> None:
    event = {name: value for name, value in {**STRICT, **fields}.items() if value is not ...}
    first, second = signed([event, STRICT])
    assert isinstance(first, Refusal)
    assert (first.reason.value, first.field) == why
    assert isinstance(second, DossierFact)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"secret": "khác"}, ("signature", "Motcua-Signature")),
        ({"Motcua-Signature": ""}, ("signature", "Motcua-Signature")),
        ({"Motcua-Signature": "sha256=ă"}, ("signature", "Motcua-Signature")),
        ({"Motcua-Timestamp": "hôm nay"}, ("signature", "Motcua-Timestamp")),
        ({"late": 301}, ("stale", "Motcua-Timestamp")),
        ({"late": -301}, ("stale", "Motcua-Timestamp")),
        ({"Motcua-Site": "8"}, ("signature", "Motcua-Signature")),  # it has no secret
        ({"Motcua-Site": "99"}, ("unknown_site", "Motcua-Site")),
        ({"Motcua-Site": ""}, ("missing", "Motcua-Site")),
    ],
)
def test_only_the_portal_itself_is_believed_and_only_now(
    given: dict[str, object], why: tuple[str, str]
) -> None:
    (told,) = signed([STRICT, STRICT], **given)  # type: ignore[arg-type] -- a table of headers
    assert isinstance(told, Refusal)
    assert (told.reason.value, told.field) == why


def test_an_empty_secret_signs_nothing() -> None:
    body = json.dumps(STRICT).encode()
    stamp = int(AT.timestamp())
    headers = {
        "motcua-site": "8",
        "motcua-timestamp": str(stamp),
        "motcua-signature": signing.sign("", stamp, body),
    }
    (told,) = strict.read(body, headers, HEARD, sites=SITES, pepper=PEPPER)
    assert isinstance(told, Refusal)


def test_a_batch_has_an_end() -> None:
    assert len(signed([STRICT] * 1_000)) == 1_000
    (told,) = signed([STRICT] * 1_001)
    assert isinstance(told, Refusal)
    assert told.reason == "too_many"
    for none in ([], "x", 3, None):
        (told,) = signed(none)
        assert isinstance(told, Refusal)
        assert told.reason == "malformed"


# ---------------------------------------------------------------- declarations


def test_declarations_are_read_as_they_are() -> None:
    supply = {
        "procedure": "1.001193",
        "level": "full",
        "has_fee": True,
        "valid_from": "2026-01-01",
        "agency": "H26.00070",
    }
    metric = {"month": "2026-10", "metric": "digital_results", "numerator": 9, "denominator": 10}
    (offered,) = _declared(strict.read_supply, supply)
    assert isinstance(offered, SupplyTold)
    assert (offered.agency, offered.level) == ("H26.00070", Level.FULL)
    assert (offered.essential, offered.valid_to) == (False, None)
    (declared,) = _declared(strict.read_metrics, metric)
    assert isinstance(declared, MetricTold)
    assert (declared.month, declared.agency) == (date(2026, 10, 1), "H26")
    (refused,) = _declared(strict.read_supply, {**supply, "valid_to": "2025-12-31"})
    assert isinstance(refused, Refusal)
    assert (refused.reason, refused.field) == ("value", "valid_to")


def _declared(read, told):  # type: ignore[no-untyped-def] -- either of two readers
    body = json.dumps(told).encode()
    stamp = int(AT.timestamp())
    headers = {
        "Motcua-Site": "7",
        "Motcua-Timestamp": str(stamp),
        "Motcua-Signature": signing.sign("bí-mật", stamp, body),
    }
    return read(body, headers, HEARD, sites=SITES)


@pytest.mark.parametrize("name", shapes.NAMES)
def test_the_schemas_are_served_as_they_are_held_to(name: str) -> None:
    schema = json.loads(shapes.schema(name))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert shapes.fault({}, name) is not None


def test_an_unknown_schema_is_none() -> None:
    with pytest.raises(KeyError):
        shapes.schema("../strict")
