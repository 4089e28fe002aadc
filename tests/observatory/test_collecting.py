"""Facts come in by the portal's address and by the collector's, alike; what is wrong is told."""

import json
from urllib.parse import quote

import pytest
from tests.observatory.collector_doors import SITES, Portal, collecting, spooled
from tests.processes import until

from motcua.measurement.models import snapshot
from motcua.measurement.rules.wire.signing import sign
from motcua.web import clock

pytestmark = pytest.mark.once
URL = quote("https://dvc.example.vn/thu-tuc/1.001193", safe="")
PAGE = f"idsite=5&rec=1&url={URL}&send_image=0"
BULK = json.dumps({"requests": [f"?{PAGE}", f"?{PAGE}2", "?idsite=99&rec=1"]}).encode()
JSON = {"Content_Type": "application/json"}
DOORS = ("/tracking", "/tracking/", "/tracking/matomo.php", "/matomo.php", "/piwik.php")
EVENT = {
    "key": "su-kien-mot",
    "dossier": "H26.00070-260316-0001",
    "procedure": "1.001193",
    "at": "2026-03-16T10:00:00+07:00",
    "status": "received",
    "channel": "self_service",
}
SUPPLY = {"procedure": "1.001193", "level": "full", "has_fee": True, "valid_from": "2026-01-01"}
METRIC = {"month": "2026-03", "metric": "PUBLISH_ON_TIME", "numerator": 3, "denominator": 4}
NATIONAL = {
    "CodeProfile": "H26.00070-260316-0001",
    "MaHoSo": "H26.00070-260316-0001",
    "SiteId": "5",
    "CodeTTHC": "1.001193",
    "Status": 1,
    "FormsReception": 1,
    "FormsPayments": 0,
    "Level": 4,
    "IsFromDVCQG": 0,
    "IsDVCBC": 0,
}


@pytest.fixture(scope="module")
def process(tmp_path_factory):
    with collecting(tmp_path_factory.mktemp("collector")) as (found, _tree):
        yield found


@pytest.fixture(params=["portal", "process"])
def door(request, settings, tmp_path):
    if request.param == "process":
        return request.getfixturevalue("process")
    settings.MEASUREMENT = tmp_path
    settings.ALLOWED_HOSTS = ["testserver"]
    snapshot.write(tmp_path, SITES)
    return Portal(tmp_path)


def signed(door, path, told, *, secret="s" * 32):
    """Send as a portal that signs."""
    body = json.dumps(told).encode()
    stamp = int(clock.now().timestamp())
    heads = {"Motcua_Site": "5", "Motcua_Timestamp": str(stamp)}
    return door.ask("POST", path, body, Motcua_Signature=sign(secret, stamp, body), **heads, **JSON)


def count(door, kind="pages"):
    return len(spooled(door.folder, kind))


@pytest.mark.parametrize("path", DOORS)
def test_a_page_view_is_taken_at_every_address_matomo_has(door, path):
    before = count(door)
    asked = door.ask("GET", f"{path}?{PAGE}")
    posted = door.ask("POST", path, PAGE.encode())
    both = door.ask("POST", f"{path}?idsite=5", PAGE.removeprefix("idsite=5&").encode())

    assert [asked.status, posted.status, both.status] == [204, 204, 204]
    assert (asked.body, asked.headers["access-control-allow-origin"]) == (b"", "*")
    assert "access-control-allow-credentials" not in asked.headers
    assert "set-cookie" not in asked.headers
    assert count(door) == before + 3
    assert {line[7] for line in spooled(door.folder)[-3:]} == {"/thu-tuc/1.001193"}


def test_a_picture_of_one_point_unless_nothing_is_wanted(door):
    answer = door.ask("GET", f"/tracking?{PAGE.removesuffix('&send_image=0')}")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/gif")
    assert answer.body.startswith(b"GIF89a")
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"


def test_a_bulk_is_taken_but_for_what_is_wrong(door):
    before = count(door)
    answer = door.ask("POST", "/matomo.php", BULK, **JSON)
    assert answer.status == 200
    assert answer.told == {
        "status": "success",
        "tracked": 2,
        "invalid": 1,
        "invalid_indices": [2],
    }
    assert count(door) == before + 2


def test_dossiers_are_taken_from_both_dialects(door):
    before = count(door, "dossiers")
    national = door.ask("POST", "/TrackingMCDT", json.dumps(NATIONAL).encode(), **JSON)
    strict = signed(door, "/thu-thap/ho-so", [EVENT, {**EVENT, "status": "gone"}])

    assert (national.status, national.told["accepted"]) == (200, 1)
    assert (strict.status, strict.told["accepted"]) == (200, 1)
    (refused,) = strict.told["refused"]
    assert (refused["place"], refused["reason"], refused["field"]) == (1, "value", "status")
    assert count(door, "dossiers") == before + 2
    assert "H26.00070-260316-0001" not in str(spooled(door.folder, "dossiers"))


@pytest.mark.parametrize(
    ("path", "told", "kind"),
    [("/thu-thap/dich-vu", SUPPLY, "supply"), ("/thu-thap/chi-so", METRIC, "declared")],
)
def test_declarations_are_taken_whole_or_not_at_all(door, path, told, kind):
    before = count(door, kind)
    assert signed(door, path, [told, told]).told["accepted"] == 2
    half = signed(door, path, [told, {**told, "agency": "H01"}])
    assert (half.status, half.told["field"], half.told["reason"]) == (400, "agency", "value")
    assert count(door, kind) == before + 2


def test_a_wrong_signature_is_told(door):
    answer = signed(door, "/thu-thap/ho-so", EVENT, secret="x" * 32)
    assert (answer.status, answer.told["reason"]) == (401, "signature")
    assert "chữ ký" in answer.told["vi"]


def test_a_portal_that_floods_is_held_and_counted(door):
    one = PAGE.replace("idsite=5", "idsite=6")
    answers = [door.ask("GET", f"/tracking?{one}") for _ in range(9)]
    statuses = [answer.status for answer in answers]
    assert statuses.count(204) in {3, 6}  # 6 where a minute ended in between
    assert set(statuses) == {204, 429}
    held = answers[statuses.index(429)]
    assert (held.told["reason"], held.headers["retry-after"]) == ("flood", "60")
    until(
        lambda: [row for row in spooled(door.folder, "counts") if row[3] == "flood"],
        about="counting",
    )


def test_scripts_of_other_portals_may_send(door):
    before = door.ask("OPTIONS", "/matomo.php", Origin="https://dvc.example.vn")
    assert before.status == 204
    assert before.headers["access-control-allow-origin"] == "*"
    assert "POST" in before.headers["access-control-allow-methods"]
    assert before.headers["access-control-allow-headers"] == "content-type"
    assert "access-control-allow-origin" not in door.ask("OPTIONS", "/thu-thap/ho-so").headers


def test_the_script_is_given_and_remembered(door):
    for path in ("/embed/gov-tracking.min.js", "/thu-thap/dem.js"):
        answer = door.ask("GET", path)
        assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, "*")
        assert answer.headers["content-type"].startswith("text/javascript")
        again = door.ask("GET", path, If_None_Match=answer.headers["etag"])
        assert (again.status, again.body) == (304, b"")


def test_health(door):
    assert door.ask("GET", "/thu-thap/suc-khoe").told == {"status": "ok", "sites": 2}


def test_what_stands_in_the_store_tells_nobody_who_they_were(door):
    person = PAGE.replace("url=", "action_name=079300012345&url=")
    door.ask("GET", f"/tracking?{person}", User_Agent="Mozilla/5.0 (rieng)")
    door.ask("GET", f"/tracking?{person}&idsite=77", User_Agent="Mozilla/5.0 (rieng)")
    files = (file for file in (door.folder / "spool").iterdir())
    told = "".join(file.read_text() for file in files)
    assert [one for one in ("079300012345", "127.0.0.1", "rieng") if one in told] == []
    log = door.folder.parent / "collector.log"
    assert not log.exists() or "127.0.0.1 " not in log.read_text()


DEEP = b'{"requests":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
BAD = [
    ("GET", "/tracking", b"", 400),
    ("GET", "/tracking?idsite=5", b"", 400),
    ("GET", f"/tracking?{PAGE}&cdt=%00", b"", 400),
    ("GET", "/tracking?idsite=99999999999999999999&rec=1", b"", 400),
    ("GET", "/tracking?idsite=%00&rec=1", b"", 400),
    ("GET", f"/tracking?{PAGE}&x={'y' * 20_000}", b"", 400),
    ("PUT", "/tracking", b"x", 405),
    ("DELETE", "/matomo.php", b"", 405),
    ("GET", "/TrackingMCDT", b"", 405),
    ("POST", "/thu-thap/suc-khoe", b"", 405),
    ("POST", "/matomo.php", b"{", 400),
    ("POST", "/matomo.php", b'{"requests": 5}', 400),
    ("POST", "/matomo.php", b'{"requests": [5]}', 400),
    ("POST", "/matomo.php", DEEP, 400),
    ("POST", "/matomo.php", b"\xff\xfe\x00", 400),
    ("POST", "/matomo.php", b"{" + b" " * 1_000_001, 413),
    ("POST", "/TrackingMCDT", b"", 400),
    ("POST", "/TrackingMCDT", b"[]", 400),
    ("POST", "/TrackingMCDT", b'{"SiteId": {}}', 400),
    ("POST", "/TrackingMCDT", json.dumps({**NATIONAL, "Level": 1e999}).encode(), 400),
    ("POST", "/TrackingMCDT", b"\0" * 100, 400),
    ("POST", "/thu-thap/ho-so", b"{}", 400),
    ("POST", "/thu-thap/dich-vu", b"\xff", 400),
    ("POST", "/thu-thap/chi-so", b"null", 400),
]


@pytest.mark.parametrize(("method", "path", "body", "status"), BAD)
def test_what_is_wrong_is_refused_with_a_sentence(door, method, path, body, status):
    answer = door.ask(method, path, body, **JSON)
    assert answer.status == status, answer.body[:300]
    assert answer.told["vi"]
    assert answer.told["en"]


def test_there_are_no_other_doors(process):
    assert process.ask("GET", "/ho-so/").status == 404


def test_a_body_of_unknown_length_is_cut_off(process):
    parts = (b"x" * 100_000 for _ in range(11))
    answer = process.ask("POST", "/matomo.php", parts)
    assert answer.status == 413
