import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation.judged import CALM, automatic, blind, card, manual, nothing, saw, words

from motcua.evaluation.rules.judging import FactUnknown, good, seen, value_of
from motcua.evaluation.values.criteria import Criterion, How, Measure, ScaleKind
from motcua.evaluation.values.criteria import Scale as ScaleOf
from motcua.evaluation.values.facts import Better, FactCard, Scope, Unit
from motcua.evaluation.values.observations import Observation, Value
from motcua.evaluation.values.pages import PageKind
from motcua.evaluation.values.scores import Standing

pytestmark = pytest.mark.once

FACTS = {
    one.code: one
    for one in (
        card("s.a"),
        card("s.b"),
        card("s.site", scope=Scope.SITE),
        card("s.faults", unit=Unit.COUNT, better=Better.LESS, limit=0),
        card("s.ms", unit=Unit.MILLISECONDS, better=Better.LESS, limit=800),
    )
}
LESS = ScaleOf(kind=ScaleKind.RATIO, target=Fraction(1), less=True)
P1, P2, P3 = "https://cong.vn/1", "https://cong.vn/2", "https://cong.vn/3"


@pytest.mark.parametrize(
    ("of", "value", "is_good"),
    [
        (card("x.y"), True, True),
        (card("x.y"), False, False),
        (card("x.y", better=Better.LESS, limit=False), False, True),
        (card("x.y", better=Better.LESS, limit=False), True, False),
        (card("x.y", better=Better.LESS, limit=None), True, False),
        (FACTS["s.ms"], 800, True),
        (FACTS["s.ms"], 800.1, False),
        (card("x.y", unit=Unit.SHARE, limit=0.9), 0.9, True),
        (card("x.y", unit=Unit.SHARE, limit=0.9), 0.89, False),
        (card("x.y", unit=Unit.COUNT, limit=None), 1, True),
        (card("x.y", unit=Unit.COUNT, limit=None), 0, False),
        (card("x.y", unit=Unit.WORD, better=Better.NEITHER), "TLSv1.3", True),
    ],
)
def test_the_good_side_of_a_limit(of: FactCard, value: Value, *, is_good: bool) -> None:
    assert good(of, value) is is_good


AB = [saw("s.a", True, P1), saw("s.a", False, P2), saw("s.b", True, P1), saw("s.b", True, P2)]
MS = [saw("s.ms", 100, P1), saw("s.ms", 900.5, P2), saw("s.ms", 300, P3)]


@pytest.mark.parametrize(
    ("how", "facts", "there", "value"),
    [
        (How.ANY, ("s.a",), AB, "1"),
        (How.ALL, ("s.a",), AB, "0"),
        (How.ALL, ("s.b",), AB, "1"),
        (How.SHARE_GOOD, ("s.a", "s.b"), AB, "1/2"),
        (How.EACH, ("s.a", "s.b"), AB, "1"),
        (How.EACH, ("s.a", "s.b"), [saw("s.a", False), saw("s.b", True)], "1/2"),
        (How.SHARE_GOOD, ("s.faults",), [saw("s.faults", 0, P1), saw("s.faults", 3, P2)], "1/2"),
        (How.MEDIAN, ("s.ms",), MS, "300"),
        (How.MEDIAN, ("s.ms",), MS[:2], "500.25"),
        (How.WORST, ("s.ms",), MS, "900.5"),
        (How.TOTAL, ("s.faults",), [saw("s.faults", 2, P1), saw("s.faults", 3, P2)], "5"),
    ],
)
def test_one_value_of_many_observations(
    how: How, facts: tuple[str, ...], there: list[Observation], value: str
) -> None:
    found, standing, because = value_of(automatic("C", *facts, how=how), there, FACTS)
    assert (found, standing) == (Fraction(value), Standing.JUDGED)
    assert because.vi.endswith(".")
    assert because.en != because.vi


@pytest.mark.parametrize(
    ("how", "there", "value", "standing"),
    [
        (How.ALL, [], None, Standing.OPEN),
        (How.ALL, [blind("s.a"), saw("s.b", True)], None, Standing.OPEN),
        (How.ALL, [blind("s.a"), saw("s.b", False)], 0, Standing.JUDGED),
        (How.ANY, [blind("s.a"), saw("s.b", True)], 1, Standing.JUDGED),
        (How.ANY, [blind("s.a"), saw("s.b", False)], None, Standing.OPEN),
        (How.EACH, [blind("s.a"), saw("s.b", True)], None, Standing.OPEN),
        (How.EACH, [nothing("s.a"), saw("s.b", True)], 1, Standing.JUDGED),
        (How.ALL, [nothing("s.a"), nothing("s.b")], None, Standing.NOT_APPLICABLE),
        (How.ALL, [nothing("s.a"), blind("s.b")], None, Standing.OPEN),
        (How.ALL, [saw("s.a", True), blind("s.a", P2), saw("s.b", True)], 1, Standing.JUDGED),
        (How.ALL, [saw("s.a", float("nan")), saw("s.b", True)], None, Standing.OPEN),
    ],
)
def test_what_was_not_seen_is_never_good(
    how: How, there: list[Observation], value: int | None, standing: Standing
) -> None:
    found = value_of(automatic("C", "s.a", "s.b", how=how), there, FACTS)
    assert found[:2] == (value, standing)


def test_a_hanging_page_is_told() -> None:
    because = value_of(automatic("C", "s.a"), [blind("s.a")], FACTS)[2]
    assert because.vi == "Chưa xem được: s.a. Trang treo."


def test_kinds_of_pages_choose_and_the_portal_as_a_whole_always_counts() -> None:
    there = [saw("s.a", True, P1), saw("s.a", False, P2), saw("s.site", False, P1)]
    kinds = {P1: PageKind.FORM, P2: PageKind.HOME}
    on_forms = {"facts": ("s.a",), "how": How.ALL, "kinds": (PageKind.FORM,)}

    def value(**measure: object) -> Fraction | None:
        criterion = manual("C", 1, measure=Measure(**measure))
        return value_of(criterion, seen(there, kinds), FACTS)[0]

    assert value(**on_forms) == 1
    assert value(**on_forms | {"kinds": (PageKind.HOME,)}) == 0
    assert value(**on_forms | {"kinds": (PageKind.PAYMENT,)}) is None
    assert value(**on_forms | {"facts": ("s.a", "s.site")}) == 0


def test_what_a_fact_needs_is_missing_and_not_out_of_place() -> None:
    criterion = manual("C", 1, measure=Measure(facts=("s.a",), how=How.ALL, needs=("s.site",)))
    absent = nothing("s.a")

    def of(*needed: Observation) -> tuple:
        value, standing, because = value_of(criterion, [absent, *needed], FACTS)
        return value, standing.value, because.vi

    assert of(saw("s.site", False)) == (
        0,
        "judged",
        "Chưa đạt trên 1 trong 1 trang: s.a. Chưa có điều cần trước: s.site.",
    )
    for needed in ((), (saw("s.site", True),), (blind("s.site"),)):
        assert of(*needed)[:2] == (None, "not_applicable")


def test_each_counts_what_lacks_what_it_needs() -> None:
    each = Measure(facts=("s.site", "s.a", "s.b"), how=How.EACH, needs=("s.site",))
    there = [saw("s.site", False), nothing("s.a"), saw("s.b", True)]
    assert value_of(manual("C", 1, measure=each), there, FACTS)[0] == Fraction(1, 3)


def test_what_was_noted_of_a_fault_is_told() -> None:
    there = [saw("s.a", False, P1, note=words("Chỉ nhắc tên"))]
    said = value_of(automatic("C", "s.a", how=How.ANY), there, FACTS)[2]
    assert said.vi == "Không thấy trên 1 trang đã xem: s.a. Chỉ nhắc tên."


@pytest.mark.parametrize(
    ("criterion", "there", "said"),
    [
        (
            automatic("C", "s.faults"),
            [saw("s.faults", 2, P1), saw("s.faults", 5, P2), saw("s.faults", 0, P3)],
            "Not so on 2 of 3 pages: s.faults (en) (5).",
        ),
        (automatic("C", "s.a"), [saw("s.a", True)], "So on the 1 page looked at."),
        (automatic("C", "s.site"), [saw("s.site", True)], "So it is: s.site (en)."),
        (automatic("C", "s.site"), [saw("s.site", False)], "Not so: s.site (en)."),
        (
            automatic("C", "s.site", how=How.ANY),
            [saw("s.site", False)],
            "Not found on the portal: s.site (en).",
        ),
        (automatic("C", "s.site", how=How.ANY), [saw("s.site", True)], "Yes: s.site (en)."),
        (
            automatic("C", "s.a", how=How.ANY),
            [saw("s.a", True, P2)],
            "Yes: s.a (en) (https://cong.vn/2).",
        ),
        (
            automatic("C", "s.faults", how=How.WORST, scale=LESS),
            [saw("s.faults", 2, P1), saw("s.faults", 5, P2)],
            "The worst is 5 (https://cong.vn/2); all points at 1 or less.",
        ),
    ],
)
def test_words_fit_what_was_looked_at(
    criterion: Criterion, there: list[Observation], said: str
) -> None:
    assert value_of(criterion, there, FACTS)[2].en == said


def test_an_unknown_fact_is_the_fault_of_the_set() -> None:
    with pytest.raises(FactUnknown, match=r"s\.gone"):
        value_of(automatic("C", "s.gone"), [], FACTS)


def test_the_words_carry_the_numbers() -> None:
    scale = ScaleOf(kind=ScaleKind.RATIO, target=Fraction(800), less=True)
    said = value_of(automatic("C", "s.ms", how=How.MEDIAN, scale=scale), MS, FACTS)[2]
    assert said.vi == "Giá trị giữa của 3 lần đo là 300 ms; đủ điểm khi không quá 800 ms."
    assert said.en == "The median of 3 measurements is 300 ms; all points at 800 ms or less."
    share = value_of(
        automatic("C", "s.a", "s.b", how=How.SHARE_GOOD), [*AB, saw("s.a", True, P3)], FACTS
    )
    assert share[2].vi == "2 trong 3 trang đạt (66,67 %)."


VALUES = st.lists(
    st.tuples(st.sampled_from(["s.a", "s.b"]), st.sampled_from([P1, P2, P3]), st.booleans()),
    min_size=1,
    max_size=9,
)


@CALM
@given(VALUES, st.sampled_from([How.ANY, How.ALL, How.EACH, How.SHARE_GOOD]), st.integers())
def test_the_order_of_observations_does_not_matter(
    rows: list[tuple[str, str, bool]], how: How, seed: int
) -> None:
    there = [saw(fact, value, url) for fact, url, value in rows]
    mixed = list(there)
    random.Random(seed).shuffle(mixed)
    criterion = automatic("C", "s.a", "s.b", how=how)
    assert value_of(criterion, there, FACTS) == value_of(criterion, mixed, FACTS)


@CALM
@given(VALUES, st.sampled_from([How.ANY, How.ALL, How.EACH, How.SHARE_GOOD]), st.data())
def test_a_fault_mended_never_lowers_a_value(
    rows: list[tuple[str, str, bool]], how: How, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(rows) - 1))
    mended = [(fact, url, value or at == place) for at, (fact, url, value) in enumerate(rows)]
    criterion = automatic("C", "s.a", "s.b", how=how)
    before, after = (
        value_of(criterion, [saw(fact, value, url) for fact, url, value in each], FACTS)[0]
        for each in (rows, mended)
    )
    assert (before or 0) <= (after or 0)
