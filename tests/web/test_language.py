import pytest
from django.template import engines
from django.utils import translation

from motcua.kernel.words import Sentence
from motcua.web import formats, pages

pytestmark = pytest.mark.django_db


def language_of(answer):
    return answer.text.split('<html lang="')[1][:2], answer.headers["Content-Language"]


def test_vietnamese_is_spoken_whatever_the_browser_prefers(client):
    answer = client.get("/dang-nhap/", headers={"Accept-Language": "en-US,en"})
    assert language_of(answer) == ("vi", "vi")


def test_a_chosen_language_is_remembered(client):
    assert language_of(client.get("/dang-nhap/?ngon-ngu=en")) == ("en", "en")
    assert language_of(client.get("/dang-nhap/")) == ("en", "en")
    answer = client.post("/ngon-ngu/", {"language": "vi", "next": "/dang-ky/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/dang-ky/")
    assert language_of(client.get("/dang-nhap/")) == ("vi", "vi")


def test_an_unknown_language_changes_nothing(client):
    answer = client.get("/dang-nhap/?ngon-ngu=fr")
    assert language_of(answer) == ("vi", "vi")
    assert "ngon-ngu" not in answer.cookies
    client.post("/ngon-ngu/", {"language": "fr"})
    assert language_of(client.get("/dang-nhap/")) == ("vi", "vi")


def test_the_choice_does_not_lead_to_another_site(client):
    answer = client.post("/ngon-ngu/", {"language": "en", "next": "//elsewhere.example/"})
    assert answer.headers["Location"] == "/"


def test_a_printed_sentence_speaks_the_readers_language(rf):
    template = engines["jinja2"].from_string("{{ words }}|{{ words | say }}|{{ '<b>' }}")
    words = Sentence("Cửa <mở>", "The <door>")
    with translation.override("en"):
        assert template.render({"words": words}) == "The &lt;door&gt;|The &lt;door&gt;|&lt;b&gt;"
        assert pages.shared(rf.get("/"))["english"] is True
    assert template.render({"words": words}).startswith("Cửa &lt;mở&gt;|Cửa")
    assert formats.say(None) == ""
