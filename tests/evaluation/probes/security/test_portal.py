"""What a portal as a whole shows: files that lie about, listings, errors, headers, security.txt."""

from tests.evaluation.probes.whole import Whole, page

from motcua.evaluation.probes.security import PROBE
from motcua.evaluation.probes.visits import Answer
from motcua.evaluation.rules.looking import exposures
from motcua.evaluation.values.observations import Outcome

NOT_FOUND = page("<h1>Không tìm thấy trang</h1>", 404)
CONTACT = page("Contact: mailto:a@b.vn\nExpires: 2027-01-01T00:00:00Z", content_type="text/plain")


def _told(answers, **more):
    site = Whole({"*": NOT_FOUND, "/": page("<h1>Cổng</h1>", server="nginx"), **answers}, **more)
    return {one.fact.partition(".")[2]: one for one in PROBE.on_site(site)}, site


def test_a_plain_portal_of_this_machine_says_what_does_not_apply():
    told, _ = _told({})
    assert {name for name, one in told.items() if one.outcome is Outcome.NOT_APPLICABLE} == {
        *("redirect", "tls_version", "tls_newest", "weak_ciphers", "certificate"),
        *("certificate_days", "certificate_strength", "open_redirect"),
    }
    assert [told[name].value for name in ("exposed", "listing", "error_leak")] == [0] * 3
    assert told["security_txt"].value is False


def test_every_card_of_the_portal_is_told():
    told, _ = _told({})
    cards = {card.code for card in PROBE.facts if card.scope == "site"}
    assert {f"security.{name}" for name in told} == cards


def test_files_and_folders_that_lie_about_are_named():
    told, _ = _told(
        {
            "/.git/HEAD": page("ref: refs/heads/main\n"),
            "/.env": page("DB_PASSWORD=matkhau\n"),
            "/uploads/": page("<html><head><title>Index of /uploads</title>"),
            "/.well-known/security.txt": CONTACT,
        }
    )
    assert [one.snippet for one in told["exposed"].places] == ["/.git/HEAD", "/.env"]
    assert [one.snippet for one in told["listing"].places] == ["/uploads/"]
    assert told["security_txt"].value is True
    assert "matkhau" not in repr(told)


def test_a_portal_that_says_yes_to_everything_shows_no_file():
    told, site = _told({"*": page("<!doctype html><h1>Trang chủ</h1>")})
    assert told["exposed"].value == 0
    assert told["listing"].value == 0
    assert len(site.asked) <= len(exposures.FILES) + len(exposures.FOLDERS) + 3


def test_a_portal_that_gives_every_path_as_settings_shows_no_file():
    told, _ = _told({"*": page("APP_NAME=x\n")})
    assert told["exposed"].value == 0


def test_an_error_page_that_talks_too_much():
    told, _ = _told({"*": page("Traceback (most recent call last):", 404)})
    assert [one.rule for one in told["error_leak"].places] == ["python"]


def test_what_could_not_be_asked_is_told():
    told, _ = _told({"*": Answer(url="", failed="robots.txt")})
    assert told["exposed"].outcome is Outcome.COULD_NOT
    assert told["security_txt"].outcome is Outcome.COULD_NOT
    assert told["error_leak"].outcome is Outcome.COULD_NOT


def test_a_security_txt_past_its_day_is_none():
    told, _ = _told(
        {"/.well-known/security.txt": page("Contact: mailto:a@b.vn\nExpires: 2026-11-01T00:00:00Z")}
    )
    assert [one.rule for one in told["security_txt"].places] == ["expired"]
