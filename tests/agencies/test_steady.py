"""Within a steady block the library's mark is read once, and the next block sees what changed."""

import pytest
from tests.factories import people

from motcua.agencies import queries
from motcua.agencies.models import Agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward():
    people.agency()
    return people.WARD


def rename(name):
    Agency.objects.filter(code=people.WARD).update(name=name)
    people.tell_of_agencies()


def test_the_mark_is_read_once(ward, django_assert_num_queries):
    queries.agency(ward)
    with django_assert_num_queries(3):
        for _ in range(3):
            queries.agency(ward)
    with django_assert_num_queries(1), queries.steady():
        for _ in range(3):
            queries.agency(ward)


def test_a_block_that_asks_nothing_reads_nothing(ward, django_assert_num_queries):
    with django_assert_num_queries(0), queries.steady():
        pass


def test_a_block_stays_with_what_it_saw_and_the_next_one_sees_the_change(ward):
    with queries.steady():
        before = queries.agency(ward).name
        rename("Tên mới")
        with queries.steady():
            assert queries.agency(ward).name == before
    assert queries.agency(ward).name == "Tên mới"
