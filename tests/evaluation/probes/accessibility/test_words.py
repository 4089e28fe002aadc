"""What the tables of accessibility and devices promise each other; no page is needed."""

import re
from string import Formatter

import pytest

from motcua.evaluation.probes.accessibility import PROBE, axe_rules
from motcua.evaluation.probes.accessibility.axe_words import VIETNAMESE
from motcua.evaluation.probes.accessibility.looking import SCRIPTS, by_turns, place, read
from motcua.evaluation.probes.accessibility.success import AUTOMATIC, BY_PERSON, CRITERIA
from motcua.evaluation.probes.accessibility.wording import RULES
from motcua.evaluation.probes.devices import PROBE as DEVICES
from motcua.evaluation.probes.devices.wording import RULES as PHONE
from motcua.evaluation.values.facts import Better, Unit

EVERY = {**RULES, **PHONE}
BY_PYTHON = {"title-shared", "menu-reordered", "help-elsewhere", "one-way-only"}


def test_every_criterion_of_levels_a_and_aa_is_listed_once():
    assert len(CRITERIA) == 55
    assert not AUTOMATIC.keys() & BY_PERSON.keys()
    assert [one.level for one in CRITERIA.values()].count("A") == 31
    assert list(CRITERIA) == sorted(
        CRITERIA, key=lambda one: [int(part) for part in one.split(".")]
    )
    assert CRITERIA["1.4.10"].fact == "accessibility.sc_1_4_10"
    assert CRITERIA["1.4.10"].source.url == "https://www.w3.org/TR/WCAG22/#reflow"


@pytest.mark.parametrize("code", EVERY)
def test_a_rule_says_the_same_measures_in_both_languages(code):
    rule = EVERY[code]
    vi, en = (
        {part for _, part, *_ in Formatter().parse(words) if part}
        for words in (rule.says.vi, rule.says.en)
    )
    assert en <= vi
    assert set(rule.criteria) <= AUTOMATIC.keys()


def test_every_rule_that_a_script_tells_has_its_sentence_and_none_is_idle():
    scripts = "\n".join(one.read_text("utf-8") for one in SCRIPTS.glob("*.js"))
    prefixed = {
        f"{one}-{two}" for one in ("reflow", "zoom", "spacing") for two in ("cut", "overlap")
    }
    idle = {code for code in EVERY if f"'{code}'" not in scripts}
    assert idle == BY_PYTHON | prefixed
    quoted = set(re.findall(r"told\.add\([^;]*?'([a-z0-9]+(?:-[a-z0-9]+)+)'", scripts))
    assert quoted <= EVERY.keys()


def test_every_fact_has_a_card_that_is_complete():
    cards = (*PROBE.facts, *DEVICES.facts)
    assert len({card.code for card in cards}) == len(cards)
    for card in cards:
        assert card.code.startswith(f"{card.area.value}.")
        assert all((card.name.vi, card.name.en, card.remedy.vi, card.remedy.en, card.sources))
        assert (card.limit is None) == (card.better is Better.NEITHER)
        assert card.unit is not Unit.YES_NO or isinstance(card.limit, bool)
    assert {one.fact for one in AUTOMATIC.values()} <= {card.code for card in cards}


@pytest.mark.once
def test_axe_speaks_vietnamese_in_every_rule_that_is_run(browser):
    page = browser.new_page()
    page.evaluate(axe_rules.axe())
    rules = page.evaluate("(tags) => axe.getRules(tags).map((one) => one)", list(axe_rules.TAGS))
    page.close()
    run = {
        one["ruleId"]
        for one in rules
        if not {"experimental", "deprecated"} & set(one["tags"])
        and one["ruleId"] != "hidden-content"
    }
    assert run == VIETNAMESE.keys()
    numbers = {number for one in rules for number in axe_rules.criteria_of(one["tags"])}
    assert numbers - {"2.1.3", "4.1.1"} <= CRITERIA.keys()  # AAA, and one that is no more
    assert axe_rules.criteria_of(["wcag2aa", "wcag1412", "best-practice"]) == ("1.4.12",)


def test_places_of_many_rules_take_turns():
    assert list(by_turns([[1, 2, 3], [4], [5, 6]])) == [1, 4, 5, 2, 6, 3]


def test_an_answer_is_read_with_what_the_page_left_out():
    kept = {
        "selector": "p",
        "snippet": "<p>",
        "box": None,
        "rule": "text-tiny",
        "say": {"size": 9.5},
    }
    told = read({"by": {"text-tiny": 4}, "kept": {"text-tiny": [kept]}, "value": 9}, RULES)
    assert (told.found, told.more) == (4, {"value": 9})
    assert told.places[0].says.vi == "Chữ “…” chỉ cao 9.5 px, dưới 12 px."
    assert read({"failed": "TypeError"}, RULES).failed == "TypeError"


def test_words_of_a_page_are_no_format_of_ours():
    kept = {"selector": "p", "snippet": "", "rule": "text-tiny", "say": {"text": "{size} {0}"}}
    assert "{size} {0}" in place(kept, RULES).says.vi
