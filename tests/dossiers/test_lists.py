"""Lists of dossiers: every column filtered, every indexed order walked page by page."""

from datetime import timedelta

import pytest
from tests.factories import people
from tests.factories.dossiers import BIRTH, EXTRACT, MORNING, later, submitted

from motcua.dossiers import actions
from motcua.dossiers.actions import views as saving
from motcua.dossiers.models import Dossier, ListRow
from motcua.dossiers.queries.columns import ALL, COLUMNS, INBOX, can_be_sorted, columns_of
from motcua.dossiers.queries.lists_names import Names, cells
from motcua.dossiers.queries.lists_rows import listed, streamed
from motcua.dossiers.queries.lists_views import default_view, views
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.identity.values import Role
from motcua.journal import queries as journal
from motcua.workflow.values import Move

pytestmark = [pytest.mark.django_db, pytest.mark.shows("CN21", "CN26", "O4")]
AT = later(days=30)
SORTED = [column.name for column in columns_of(ALL) if can_be_sorted(column, ALL)]


def wanted(**typed):
    return Wanted.read(ALL, {name.replace("_", "-"): value for name, value in typed.items()})


def codes(viewer, at=AT, **typed):
    return [line.code for line in listed(viewer=viewer, wanted=wanted(**typed), at=at).lines]


@pytest.fixture
def five(mother, reception):
    """Give five dossiers: two accepted, one of them late; one refused; two just submitted."""
    made = [submitted(mother, at=MORNING + timedelta(minutes=n)) for n in range(5)]
    for code in made[:2]:
        actions.perform(code=code, move=Move.ACCEPT, by=reception, at=later(hours=1))
    actions.perform(
        code=made[2], move=Move.REFUSE, by=reception, at=later(hours=1), reason="Không đúng nơi."
    )
    return made


@pytest.mark.parametrize("order", [*SORTED, *(f"-{name}" for name in SORTED)])
@pytest.mark.parametrize("size", [1, 2, 5])
def test_pages_of_every_order_show_everything_once(five, reception, order, size):
    asked, seen, after = wanted(xep=order), [], None
    while True:
        page = listed(viewer=reception, wanted=asked, at=AT, after=after, size=size)
        seen += page.lines
        after = page.after
        if after is None:
            break

    assert sorted(line.code for line in seen) == sorted(five)
    assert [line.code for line in seen] == [
        line.code for line in streamed(viewer=reception, wanted=asked, at=AT)
    ]
    values = [row_value(line, asked.sorted_by.order) for line in seen]
    told = [value for value in values if value is not None]
    assert told == sorted(told, reverse=order.startswith("-"))
    assert None not in values[: len(told)], "what has no moment comes last"


def row_value(line, name):
    return getattr(ListRow.objects.get(pk=line.number), name)


def test_two_subtrees_are_one_list_in_order(five, mother):
    both = people.officer(Role.CONTROLLER)
    elsewhere = people.officer(Role.CONTROLLER, "H14.01717")
    grants = (*both.grants, *elsewhere.grants)
    there = submitted(mother, at=MORNING + timedelta(seconds=90))
    Dossier.objects.filter(code=there).update(agency_path="H14.01717.")
    ListRow.objects.filter(code=there).update(agency_path="H14.01717.", province="H14.")
    viewer = type(both)(key=both.key, name=both.name, grants=grants)

    assert codes(viewer, xep="nop") == [*five[:2], there, *five[2:]]
    assert codes(viewer, xep="-nop") == [*five[2:][::-1], there, *five[:2][::-1]]
    assert codes(both, xep="nop") == five


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"trang-thai": "submitted"}, [3, 4]),
        ({"thu-tuc": BIRTH}, [0, 1, 2, 3, 4]),
        ({"thu-tuc": EXTRACT}, []),
        ({"nguoi-nop": "hau"}, [0, 1, 2, 3, 4]),
        ({"nguoi-nop": "Trần"}, []),
        ({"can-bo": "Hoa"}, [0, 1]),
        ({"kenh": "self_service"}, [0, 1, 2, 3, 4]),
        ({"kenh": "post"}, []),
        ({"co-quan": "H26.00070"}, [0, 1, 2, 3, 4]),
        ({"co-quan": "H99"}, []),
        ({"nop-tu": "2026-03-16", "nop-den": "16/3/2026"}, [0, 1, 2, 3, 4]),
        ({"nop-den": "2026-03-15"}, []),
        ({"tiep-nhan-tu": "2026-03-16"}, [0, 1]),
        ({"co-ket-qua-tu": "2026-03-16"}, []),
        ({"hen-tra-den": "2026-03-16"}, None),
        ({"truong-hop": "x"}, []),
        ({"buoc": "khong-co"}, []),
        ({"ma": "khong co"}, []),
        ({"qua-han": "1"}, [0, 1, 3, 4]),
        ({"qua-han": "0"}, [2]),
    ],
    ids=str,
)
def test_a_filter_keeps_what_its_column_says(five, reception, typed, kept):
    asked = Wanted.read(ALL, {**typed, "xep": "nop"})

    found = [line.code for line in listed(viewer=reception, wanted=asked, at=AT).lines]

    assert asked.mistakes == ()
    if kept is not None:
        assert found == [five[n] for n in kept]


def test_every_column_of_the_list_has_a_filter_that_is_tried_above():
    tried = test_a_filter_keeps_what_its_column_says.pytestmark[0].args[1]
    parameters = {name for typed, _ in tried for name in typed}
    assert all(set(column.parameters) & parameters for column in columns_of(ALL))


def test_a_filter_that_cannot_be_read_says_so_and_filters_nothing():
    asked = Wanted.read(ALL, {"nop-tu": "hôm qua", "trang-thai": "a\0b", "xep": "ma", "cot": "x,y"})

    assert [one.parameter for one in asked.mistakes] == ["trang-thai", "nop-tu"]
    assert asked.filters == {}
    assert asked.order == "-nop", "no index serves an order by code"


def test_an_address_says_what_is_unusual_and_reads_back():
    typed = {"trang-thai": "accepted", "nop-tu": "2026-01-01", "cot": "ma,nop", "xep": "nop"}
    asked = Wanted.read(ALL, {**typed, "tim": " Hậu  Nguyễn "})

    assert asked.parameters() == {**typed, "tim": "Hậu Nguyễn"}
    assert Wanted.read(ALL, asked.parameters()) == asked
    assert Wanted.read(ALL, {}).parameters() == {}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_column_can_be_read_of_every_line(five, reception, language):
    names = Names(AT, language)
    lines = listed(viewer=reception, wanted=wanted(), at=AT).lines

    told = [cells(line, columns_of(ALL), names) for line in lines]

    assert {len(cells) for cells in told} == {len(columns_of(ALL))}
    assert all(cells[0] and cells[1] for cells in told)
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)


def test_the_list_follows_each_move(mother, reception):
    code = submitted(mother)
    actions.perform(code=code, move=Move.ACCEPT, by=reception, at=later(hours=1))

    row, kept = Dossier.objects.get(code=code), ListRow.objects.get(code=code)

    assert (kept.state, kept.step, kept.officer_name) == (row.state, row.step, "Lê Thị Hoa")
    assert (kept.due_at, kept.late_from, kept.accepted_at) == (
        row.due_at,
        row.due_at,
        row.accepted_at,
    )
    assert kept.province == "H26."


class TestViews:
    def test_a_view_keeps_filters_columns_and_order_for_its_owner(self, reception, clerk):
        asked = wanted(trang_thai="submitted", cot="ma,nop", xep="nop", tim="Hậu")
        saving.save_view(wanted=asked, name=" Mới  nộp ", by=reception, at=AT)

        (kept,) = views(viewer=reception, list_name=ALL)

        assert (kept.name, kept.wanted, kept.is_own) == ("Mới nộp", asked, True)
        assert views(viewer=clerk, list_name=ALL) == views(viewer=reception, list_name=INBOX) == ()

    def test_a_shared_view_is_there_for_the_unit_and_only_its_owner_changes_it(
        self, reception, clerk
    ):
        elsewhere = people.officer(agency_code="H14.01717")
        key = saving.save_view(wanted=wanted(), name="Chung", by=reception, at=AT, shared=True)

        assert [one.is_own for one in views(viewer=clerk, list_name=ALL)] == [False]
        assert views(viewer=elsewhere, list_name=ALL) == ()
        with pytest.raises(saving.ViewUnknown):
            saving.remove_view(key=key, by=clerk, at=AT)
        saving.remove_view(key=key, by=reception, at=AT)
        assert views(viewer=clerk, list_name=ALL) == ()
        kinds = [entry.kind for entry in journal.history(f"view:{key}")]
        assert kinds == ["dossier.view_saved", "dossier.view_removed"]

    def test_one_view_at_most_opens_the_list(self, reception):
        first = saving.save_view(wanted=wanted(), name="A", by=reception, at=AT, default=True)
        saving.save_view(wanted=wanted(), name="B", by=reception, at=AT, default=True)
        assert default_view(viewer=reception, list_name=ALL).name == "B"

        saving.choose_default(key=first, list_name=ALL, by=reception, at=AT)
        assert default_view(viewer=reception, list_name=ALL).name == "A"

        saving.choose_default(key=None, list_name=ALL, by=reception, at=AT)
        assert default_view(viewer=reception, list_name=ALL) is None

    def test_the_same_name_changes_the_view(self, reception):
        first = saving.save_view(wanted=wanted(), name="A", by=reception, at=AT)
        again = saving.save_view(wanted=wanted(xep="nop"), name="A", by=reception, at=AT)

        (kept,) = views(viewer=reception, list_name=ALL)
        assert (first, kept.wanted.order) == (again, "nop")

    @pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\0b"])
    def test_a_view_needs_a_name_that_fits(self, reception, name):
        with pytest.raises(saving.ViewRefused):
            saving.save_view(wanted=wanted(), name=name, by=reception, at=AT)
