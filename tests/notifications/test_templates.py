from datetime import date

import jinja2
import pytest

from motcua.kernel.definitions import DefinitionRefused
from motcua.notifications import queries
from motcua.notifications.rules import segments, templates
from motcua.notifications.rules.addresses import AddressRefused, checked
from motcua.notifications.subscribers.people import TEMPLATES
from motcua.notifications.values import Channel

pytestmark = [pytest.mark.once, pytest.mark.django_db]

ON = date(2026, 1, 5)
GOOD = """\
code: kettle.boiled
valid_from: 2026-01-01
valid_to: 2026-12-31
uses: [name, cups]
subject: {vi: "Nước sôi cho {{ name }}", en: "Water for {{ name }}"}
text: {vi: "Chào {{ name }}, {{ cups }} chén.", en: "Hello {{ name }}, {{ cups }} cups."}
short: {vi: "{{ cups }} chén", en: "{{ cups }} cups"}
"""
CODES = [t.code for t in queries.templates() if t.code.startswith("dossier.")]
FACTS = {
    "name": "Nguyễn Thị An",
    "code": "H26.00070-260105-0001",
    "procedure": "Đăng ký khai sinh",
    "agency": "UBND phường Hoàn Kiếm",
    "link": "http://127.0.0.1:8000/ho-so/H26.00070-260105-0001/",
    "due": "17:00 12/01/2026",
    "amount": "8.000 đ",
    "answer_by": "17:00 12/01/2026",
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_message_names_the_dossier_and_links_to_it(code, language):
    words = templates.render(queries.template(code, on=ON), FACTS, language=language)
    assert FACTS["code"] in words.subject
    for text in (words.text, words.short):
        assert FACTS["code"] in text
        assert FACTS["link"] in text
        assert "{" not in text
    assert "\n" not in words.subject


def test_the_moments_that_people_hear_of_have_words():
    assert set(CODES) == set(TEMPLATES.values())
    petitions = {"petition.sent", "petition.answered"}
    assert petitions <= {found.code for found in queries.templates()}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_short_words_take_two_sms_at_most_without_marks(code, language):
    words = templates.render(queries.template(code, on=ON), FACTS, language=language)
    counted = segments.count(segments.without_marks(words.short))
    assert (counted.encoding, counted.parts <= segments.WANTED) == ("GSM-7", True)


def test_a_due_moment_that_is_not_known_leaves_no_hole():
    found = queries.template("dossier.accepted", on=ON)
    words = templates.render(found, {**FACTS, "due": ""}, language="vi")
    assert "Hẹn trả kết quả:" not in words.text
    assert "Hẹn" not in words.short


def test_words_hold_for_their_time():
    found = templates.load(GOOD, name="good.yaml")
    held = [found.holds(date(2026, 1, 1)), found.holds(date(2026, 12, 31))]
    assert (held, found.holds(date(2027, 1, 1))) == ([True, True], False)
    with pytest.raises(queries.TemplateUnknown, match="nobody"):
        queries.template("nobody", on=ON)


def test_a_fact_left_out_is_no_empty_space():
    found = templates.load(GOOD, name="good.yaml")
    with pytest.raises(jinja2.UndefinedError, match="cups"):
        templates.render(found, {"name": "An"}, language="vi")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("{{ cups }} chén.", "{{ spoons }} chén.", "good.yaml:6.*spoons"),
        ("{{ cups }} chén.", "{{ cups chén.", "good.yaml:6.*viết sai"),
        ("valid_from: 2026-01-01", "valid_from: yesterday", "good.yaml:2"),
        ("uses: [name, cups]", "", "uses"),
        ("code: kettle.boiled", "code: Kettle!", "good.yaml:1"),
    ],
)
def test_a_template_that_is_wrong_is_refused_with_its_place(before, after, words):
    with pytest.raises(DefinitionRefused, match=words):
        templates.load(GOOD.replace(before, after), name="good.yaml")


@pytest.mark.parametrize(
    "attack",
    [
        "{{ name.__class__.__mro__ }}",
        "{{ name.format.__globals__ }}",
        "{% for x in name.__dir__() %}{{ x }}{% endfor %}",
    ],
)
def test_a_template_reaches_nothing_but_its_facts(attack):
    found = templates.load(GOOD.replace("{{ name }}, {{ cups }} chén.", attack), name="good.yaml")
    with pytest.raises(jinja2.exceptions.SecurityError):
        templates.render(found, {"name": "An", "cups": 1}, language="vi")


@pytest.mark.parametrize(
    ("channel", "address"),
    [
        (Channel.MAIL, "an@vidu.vn"),
        (Channel.MAIL, "an.nguyen+mc@thu.vidu.vn"),
        (Channel.SMS, "0912345678"),
        (Channel.ZALO, "+84912345678"),
    ],
)
def test_addresses_that_can_be_used(channel, address):
    assert checked(channel, address) == address


@pytest.mark.parametrize(
    ("channel", "address"),
    [
        (Channel.MAIL, ""),
        (Channel.MAIL, "an"),
        (Channel.MAIL, "an@vidu"),
        (Channel.MAIL, "an@vidu.vn\nBcc: x@y.vn"),
        (Channel.MAIL, "a@b.vn,c@d.vn"),
        (Channel.SMS, "912345678"),
        (Channel.SMS, "an@vidu.vn"),
    ],
)
def test_addresses_that_cannot(channel, address):
    with pytest.raises(AddressRefused):
        checked(channel, address)
