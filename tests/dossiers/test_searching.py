"""Full-text search over the dossiers in an officer's scope."""

import pytest
from django.db import connection
from tests.factories import people
from tests.factories.dossiers import (
    BIRTH,
    EXTRACT,
    MORNING,
    WARD,
    later,
    scenario_answers,
    submitted,
)

from motcua.dossiers import actions
from motcua.dossiers.actions import listing
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries.columns import ALL
from motcua.dossiers.queries.lists_rows import listed
from motcua.dossiers.queries.lists_wanted import Wanted
from motcua.dossiers.queries.searching import words_of
from motcua.identity.values import Role
from motcua.procedures import queries as procedures

pytestmark = [pytest.mark.django_db, pytest.mark.shows("CN21")]


def found(viewer, text, **filters):
    wanted = Wanted.read(ALL, {"tim": text, **filters})
    return [line.code for line in listed(viewer=viewer, wanted=wanted, at=later(hours=1)).lines]


def an_extract(by):
    home = {**WARD, "detail": "Số 1 phố Hàng Bài"}
    changed = {"register.commune": WARD, "applicant.address": home}
    asked = scenario_answers(EXTRACT, **changed)
    return submitted(by, service=EXTRACT, answers=asked)


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Hậu",
        "nguyen thi hau",
        "hậu khai sinh",
        "Trần Ánh Dương",
        "001195001234",
        "001093004321",
        "1.001193",
    ],
)
def test_a_dossier_is_found_by_what_it_tells_with_or_without_marks(mother, reception, text):
    code = submitted(mother)

    assert found(reception, text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Thị Huệ",
        "00119500123",
        "001195001235",
        "hau@example.vn",
        "0912345678",
        "' OR 1=1 --",
    ],
)
def test_nothing_else_finds_it(mother, reception, text):
    submitted(mother)

    assert found(reception, text) == []


def test_a_code_is_found_whole_however_it_is_written(mother, reception):
    first, second = submitted(mother), submitted(mother)

    assert found(reception, first) == [first]
    assert found(reception, second.lower()) == [second]
    assert found(reception, "H26 00070") == [second, first]


def test_other_agencies_do_not_find_it(mother, reception):
    code = submitted(mother)
    elsewhere, province = people.officer(agency_code="H14.01717"), people.officer(agency_code="H26")
    nobody = people.officer(Role.SYSTEM_ADMIN)

    assert found(elsewhere, code) == found(nobody, code) == found(mother, code) == []
    assert found(province, code) == [code]


def test_search_goes_with_filters(mother, reception):
    birth = submitted(mother)
    extract = an_extract(mother)

    assert found(reception, "H26 00070", **{"thu-tuc": BIRTH}) == [birth]
    assert set(found(reception, "H26 00070")) == {birth, extract}


def test_the_numbers_of_people_are_never_in_the_index(mother):
    row = Dossier.objects.get(code=submitted(mother))

    words = words_of(row, procedures.service(BIRTH, MORNING.date()))

    assert not any("001195001234" in word or "001093004321" in word for word in words)
    assert sum(word.startswith("so") and len(word) == 34 for word in words) >= 2
    assert not any("0912345678" in word or "example" in word for word in words)


def test_the_words_of_an_answer_that_changed_follow_it(mother, reception):
    code = submitted(mother)
    row = Dossier.objects.get(code=code)
    row.answers["child.full_name"] = "Trần Bảo Quyên"

    listing.keep(row, procedures.service(BIRTH, MORNING.date()), words=True)

    assert found(reception, "Bảo Quyên") == [code]
    assert found(reception, "Ánh Dương") == []


def test_everything_can_be_made_anew(mother, reception):
    code = submitted(mother)
    with connection.cursor() as cursor:
        table = "text" if connection.vendor == "sqlite" else "searchtext"
        name = "dossiers_search_text" if table == "text" else "dossiers_searchtext"
        cursor.execute(f"DELETE FROM {name}")
    assert found(reception, "Hậu") == []

    assert actions.rebuild_lists() == 1

    assert found(reception, "Hậu") == [code]


def test_a_long_question_is_cut_and_a_nul_finds_nothing(mother, reception):
    code = submitted(mother)

    assert found(reception, "Hậu " + "thị " * 2000) == [code]
    assert found(reception, "Hậu\0") == [code]
    assert found(reception, "…") == []
