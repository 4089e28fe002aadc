"""What only the pages together tell."""

from dataclasses import replace

from motcua.evaluation.probes.accessibility.portal import portal
from motcua.evaluation.values.audits import Manner, PageRecord
from motcua.evaluation.values.observations import Observation, Outcome
from motcua.evaluation.values.pages import PageKind
from motcua.kernel.words import Sentence

A = "accessibility."


class Seen:
    """A portal as its pages left it."""

    home = "https://a.test/"
    manner = Manner()

    def __init__(self, *pages: tuple[str, dict[str, object]], titles: tuple[str, ...] = ()):
        self.told = [
            Observation(fact=A + fact, url=url, value=value)
            for url, found in pages
            for fact, value in found.items()
        ]
        self.pages = [
            PageRecord(url=f"https://a.test/{n}", kind=PageKind.OTHER, title=title, status=200)
            for n, title in enumerate(titles)
        ]

    def found(self, fact):
        return (one for one in self.told if one.fact == fact)


def told(*pages, titles=()):
    return {one.fact.removeprefix(A): one for one in portal(Seen(*pages, titles=titles))}


def test_a_title_of_its_own_for_every_page():
    found = told(titles=("Tra cứu", "Hỏi đáp", "Cổng dịch vụ công", "Cổng  dịch vụ công"))
    shared = found["titles.unique"]
    assert (shared.value, shared.places[0].rule) == (1, "title-shared")
    assert shared.places[0].snippet == "https://a.test/2\nhttps://a.test/3"
    assert told(titles=("Tra cứu", "Hỏi đáp"))["titles.unique"].value == 0


def test_menus_keep_their_order():
    one, other = (
        {"menu": "Trang chủ | Thủ tục | Tra cứu"},
        {"menu": "Trang chủ | Tra cứu | Thủ tục"},
    )
    more = {"menu": "Trang chủ | Tin tức | Thủ tục"}
    assert told(("/1", one), ("/2", more))["sc_3_2_3"].value == 0
    found = told(("/1", one), ("/2", more), ("/3", other))["sc_3_2_3"]
    assert (found.value, found.places[0].rule) == (1, "menu-reordered")
    assert "“Tra cứu” trước “Thủ tục”" in found.places[0].says.vi


def test_help_stays_at_its_place():
    usual = [(f"/{n}", {"help_place": "footer,header"}) for n in range(3)]
    assert told(*usual, ("/9", {"help_place": "footer"}))["sc_3_2_6"].value == 0
    found = told(*usual, ("/9", {"help_place": "main"}))["sc_3_2_6"]
    assert (found.value, found.places[0].snippet) == (1, "/9")


def test_there_is_more_than_one_way():
    assert told(("/1", {"ways": 1}), ("/2", {"ways": 3}))["sc_2_4_5"].value == 0
    assert told(("/1", {"ways": 1}), ("/2", {"ways": 1}))["sc_2_4_5"].value == 1


def test_one_page_is_not_compared_with_itself():
    found = told(("/1", {"menu": "a | b | c", "help_place": "main", "ways": 1}), titles=("A",))
    assert {one.outcome for one in found.values()} == {Outcome.NOT_APPLICABLE}


def test_a_portal_whose_other_pages_do_not_open_is_not_let_off():
    seen = Seen(("/1", {"menu": "Trang chủ | Thủ tục", "ways": 2}), titles=("Trang chủ", ""))
    alone = {one.fact.removeprefix(A): one.outcome for one in portal(seen)}
    assert alone["sc_2_4_5"] is alone["sc_3_2_3"] is Outcome.NOT_APPLICABLE
    seen.pages[1] = replace(seen.pages[1], problem=Sentence("Trang treo.", "It hangs."))
    dead = {one.fact.removeprefix(A): one.outcome for one in portal(seen)}
    assert dead["sc_2_4_5"] is dead["sc_3_2_3"] is Outcome.COULD_NOT
