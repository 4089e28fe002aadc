"""What is found on small pages: every fault at its place, and nothing beside it."""

import json
from dataclasses import replace

import pytest

pytestmark = pytest.mark.once

A = "accessibility."
FOUND = {
    "/fields": {
        "labels": {
            *{("label-group", "#nam"), ("label-missing", "#tron"), ("label-orphan", "#lac")},
            *{("label-placeholder", "#mo"), ("label-title", "#chuot")},
        },
        "errors": {
            *{
                ("described-by-nothing", "#hut"),
                ("error-untied", "#bao"),
                ("error-coloured", "#im"),
            },
            *{("format-unsaid", "#mau"), ("invalid-unsaid", "#sai")},
            *{("required-unmarked", "#b1"), ("required-unwired", "#sao")},
        },
        "autocomplete": {("purpose-off", "#thu"), ("purpose-unsaid", "#ten")},
        "authentication": {
            *{("login-image-code", "#anh"), ("password-no-fill", "#mk")},
            ("password-no-paste", "#mk"),
        },
        "field_contrast": {("field-faint", "#nhat")},
        "on_input": {("input-acts", "#nghe"), ("input-acts", "#tinh")},
    },
    "/words": {
        "text.small": {("text-tiny", "#be")},
        "lang": {("lang-part", "#anh"), ("lang-wrong", "html")},
        "titles": {("title-empty", "html > head > title")},
        "headings": {
            *{("heading-empty", "#rong"), ("heading-fake", "#gia")},
            *{("heading-first", "#dau"), ("heading-skip", "#nhay")},
        },
        "tables": {("table-headless", "#so")},
        "link_text": {("link-vague", "#day")},
        "sensory": {("sensory-only", "#mau")},
        "alt": {("alt-file", "#tep"), ("alt-word", "#hinh")},
        "images_of_text": {("image-holds-text", "#chu")},
        "captions": {("video-uncaptioned", "#phim")},
        "sound": {("sound-autoplay", "#nhac")},
        "motion": {("motion-endless", "#chay"), ("motion-marquee", "#troi")},
        "motion.reduced": {("motion-not-reduced", "#chay")},
        "time_limit": {("refresh-timed", "#tai")},
        "orientation": {("orientation-turned", "body")},
    },
    "/looks": {
        "reflow": {("reflow-wide", "#rong"), ("reflow-cut", "#dong")},
        "zoom": {("zoom-cut", "#dong")},
        "spacing": {("spacing-cut", "#dong"), ("spacing-overlap", "#de")},
    },
    "/keys": {
        "skip_link": {("skip-nowhere", "#nhay")},
        "keyboard.reach": {
            *{("reach-click-only", "#chuot"), ("reach-click-only", "#ngoai")},
            *{("reach-hover-only", "#con"), ("reach-passed-over", "#day")},
            *{("reach-role-only", "#vai"), ("reach-taken-out", "#go")},
        },
        "keyboard.order": {("order-jump", "#tren"), ("order-tabindex", "#truoc")},
        "focus.visible": {
            *{("focus-on-hidden", "#an"), ("focus-thrown", "#day"), ("focus-unmarked", "#vien")},
        },
    },
    "/trap": {"keyboard.trap": {("trap", "#bay")}},
    "/short-trap": {"keyboard.trap": {("trap", "#bay")}},
    "/held": {"keyboard.trap": {("trap", "#bay")}},
    "/leaves": {"on_focus": {("focus-leaves", "#o")}},
}


@pytest.mark.parametrize("path", FOUND)
def test_every_fault_is_found_at_its_place(looked, path):
    found = looked(path)
    assert {fact: found.places(A + fact) for fact in FOUND[path]} == FOUND[path]


def test_what_covers_the_focus_is_told(looked):
    places = looked("/keys").found[A + "focus.obscured"].places
    assert ("focus-covered", "#xa") in {(one.rule, one.selector) for one in places}
    assert all("Thanh dính" in one.says.vi for one in places)


def test_a_clean_page_has_no_fault_and_nothing_stays_unseen(looked):
    found = looked("/clean")
    assert found.faults == set()
    assert {one.fact for one in found.found.values() if one.outcome == "could_not"} == set()
    assert (found(A + "text.size"), found(A + "skip_link")) == (16, True)
    assert found(A + "reflow") == found(A + "keyboard.trap") == found(A + "errors") == 0
    assert found(A + "menu") == "Thủ tục hành chính | Tra cứu hồ sơ | Hỏi đáp, trợ giúp"
    assert found(A + "help_place") == "footer,header"


def test_two_looks_at_a_page_tell_the_same(looked_twice):
    first, second = looked_twice("/looks")
    without = [
        [replace(one.found[fact], url="", evidence=()) for fact in one.order]
        for one in (first, second)
    ]
    assert without[0] == without[1]


def test_axe_tells_places_with_their_rule_in_both_languages(looked):
    found = looked("/words").found[A + "axe"]
    (marquee,) = [one for one in found.places if one.rule == "marquee"]
    assert marquee.selector == "#troi"
    assert marquee.says.vi == "Không dùng thẻ marquee cho chữ chạy."
    assert marquee.says.en.startswith("<marquee> elements are deprecated")
    assert found.found > len(found.places) == 20
    assert len(found.evidence) == 1


def test_what_axe_said_is_kept_whole(looked):
    found = looked("/phone")
    kept = json.loads(found.kept[found.found[A + "axe"].evidence[0]])
    assert kept["version"] == "4.14.1"
    assert "color-contrast" in kept["passed"]
    assert "meta-viewport" in {one["id"] for one in kept["violations"]}


def test_places_say_where_and_how_much(looked):
    (wide,) = [
        one for one in looked("/looks").found[A + "reflow"].places if one.selector == "#rong"
    ]
    assert wide.says.vi == "Ở màn hình 320 px, chỗ này kéo trang rộng ra tới 916 px."
    assert wide.snippet == '<div id="rong">Khung rộng</div>'
    assert wide.box[2] == 900


def test_success_criteria_count_what_the_checks_found(looked):
    def criteria(path):
        found = looked(path).found
        return {
            fact.removeprefix(A + "sc_"): one.value
            for fact, one in found.items()
            if ".sc_" in fact and one.value
        }

    assert criteria("/looks") == {"1_4_10": 2, "1_4_4": 1, "1_4_12": 2}
    fields = criteria("/fields")
    assert {name: fields[name] for name in ("1_3_5", "1_4_11", "3_2_2", "3_3_8")} == {
        "1_3_5": 2,
        "1_4_11": 1,
        "3_2_2": 2,
        "3_3_8": 2,  # the password field counts once, whatever it does
    }
    assert criteria("/clean") == {}
    assert criteria("/trap") == {"2_1_2": 1}


def test_a_page_that_names_its_parts_like_functions_is_looked_at_all_the_same(looked):
    found = looked("/named")
    assert found(A + "axe") == "could_not"  # axe itself trips over them
    assert len(found.places(A + "labels")) == 2
    assert found(A + "keyboard.trap") == 0


PHONE = {
    "viewport": {("viewport-fixed", "#cua-so")},
    "zoom_locked": {("zoom-forbidden", "#cua-so")},
    "telephone": {("number-not-linked", "#so")},
    "overflow": {("phone-wide", "#bang")},
    "touch": {("touch-small", "#a1"), ("touch-small", "#a2")},
    "tables": {("table-fixed", "#bang")},
    "text_small": {("phone-tiny", "#be")},
    "layers": {("layer-large", "#lop")},
    "field_letters": {("field-letters-small", "#o")},
}


def test_what_a_phone_shows_badly_is_found(looked):
    found = looked("/phone")
    assert {fact: found.places("devices." + fact) for fact in PHONE} == PHONE
    assert (found("devices.viewport"), found("devices.zoom_locked")) == (False, True)
    assert found("devices.overflow") == 240


def test_what_a_phone_loses_is_found(looked):
    assert looked("/looks").places("devices.lost") == {("phone-lost", "#het")}
    assert looked("/keys").places("devices.hover_menus") == {("phone-hover", "#con")}
    clean = looked("/clean")
    assert (clean("devices.viewport"), clean("devices.zoom_locked")) == (True, False)
    assert clean("devices.overflow") == clean("devices.lost") == 0
