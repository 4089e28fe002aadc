"""A reader of English walks what is published."""

import pytest
from django.urls import reverse
from tests.evaluation.conftest import judged_by
from tests.web import english

from motcua.evaluation.queries import published as queries

__all__ = ["judged_by"]
pytestmark = [pytest.mark.django_db, pytest.mark.once]


def test_published_pages_speak_english(client, judged_by):
    from tests.factories import campaigns  # noqa: PLC0415 -- after the library is in place

    code = campaigns.story().published().code
    found = queries.published(code, None)
    client.cookies["ngon-ngu"] = "en"
    at, one = {"code": code}, found.subjects[0]
    asked = [("overview", {}), ("campaign", at), ("criteria", at)]
    asked += [("portal", at | {"agency": each.agency}) for each in found.subjects]
    asked += [("criterion", at | {"criterion": each.code}) for each in one.result.criteria]
    names = ["Cơ quan", *(each.name for each in found.subjects)]
    left = {}
    for name, on in asked:
        answer = client.get(reverse(f"evaluated:{name}", kwargs=on))
        page = english.read(answer, names=names)
        assert (page.status, page.language) == (200, "en")
        if page.vietnamese:
            left[name] = page.vietnamese
    assert left == {}
