import importlib

import pytest
from tests.evaluation.probes.visiting import AREAS, seen_bad, seen_good  # noqa: F401 -- fixtures

from motcua.evaluation.probes.functions.cards import CODES
from motcua.evaluation.values.facts import Better, Unit

GOOD = {
    *("login", "login_national", "catalogue", "levels", "dossier", "payment", "signature"),
    *("search", "lookup", "petition", "rating", "questions", "languages"),
}


@pytest.mark.once
def test_functions_that_are_offered_are_seen(seen_good):  # noqa: F811 -- a fixture
    assert {code for code in CODES if seen_good.site(f"functions.{code}")} == GOOD


@pytest.mark.once
def test_a_text_that_speaks_of_functions_fools_nobody(seen_bad):  # noqa: F811 -- a fixture
    assert {code for code in CODES if seen_bad.site(f"functions.{code}")} == {"catalogue", "lookup"}


@pytest.mark.once
def test_what_is_seen_has_its_place(seen_good):  # noqa: F811 -- a fixture
    assert any("“Đăng nhập bằng VNeID”" in one for one in seen_good.places("functions.login"))


@pytest.mark.parametrize("area", AREAS)
def test_every_card_says_what_and_how_to_mend(area):
    cards = importlib.import_module(f"motcua.evaluation.probes.{area}").PROBE.facts
    assert len({card.code for card in cards}) == len(cards)
    for card in cards:
        assert card.code.startswith(f"{area}.")
        assert all((card.name.vi, card.name.en, card.remedy.vi, card.remedy.en, card.sources))
        assert (card.limit is None) is (card.better is Better.NEITHER)
        assert (card.unit is Unit.YES_NO) == isinstance(card.limit, bool) or card.limit is None
