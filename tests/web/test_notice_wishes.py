import pytest
from tests.factories import people

from motcua.notifications import queries
from motcua.notifications.values import Channel, Preferences, Topic

pytestmark = pytest.mark.django_db
PAGE = "/tai-khoan/thong-bao/"
TYPED = {"mail": "2", "zalo": "1", "sms": "", "tu": "22:00", "den": "06:00", "ngon-ngu": "en"}


@pytest.fixture
def viewer():
    return people.citizen()


@pytest.mark.shows("P5", "CN20")
def test_wishes_are_kept(viewer):
    client = people.logged_in(viewer)
    assert client.post(PAGE, TYPED | {"loai": ["received", "messages"]}).status_code == 302
    found = queries.preferences(viewer.key)
    assert found.channels == (Channel.ZALO, Channel.MAIL)
    assert found.off == {Topic.REMINDERS, Topic.RETURNED, Topic.PETITIONS}
    assert (found.quiet.text(), found.language) == ("22:00-06:00", "en")
    assert client.get(PAGE).status_code == 200


def test_one_way_at_least_stays(viewer):
    answer = people.logged_in(viewer).post(PAGE, TYPED | {"mail": "", "zalo": ""})
    assert answer.status_code == 422
    assert "pháp luật" in answer.text
    assert queries.preferences(viewer.key) == Preferences()


@pytest.mark.parametrize("name", ["mail", "tu", "den", "ngon-ngu", "loai"])
@pytest.mark.parametrize("nonsense", ["x", "9" * 5000, "25:00", "<b>"])
def test_nonsense_is_not_kept(viewer, name, nonsense):
    people.logged_in(viewer).post(PAGE, TYPED | {name: nonsense})
    found = queries.preferences(viewer.key)
    assert Channel.ZALO in found.channels
    assert Topic.DEMANDED not in found.off
    assert found.language in {"", "en"}
