"""The figures of the country in English: no word of Vietnamese but names."""

import pytest
from tests.observatory.test_in_a_browser import PAGES
from tests.web import english

from motcua.kernel.words import Sentence
from motcua.observatory import places

NAMES = ("Hoàn Kiếm", "Phường", "Cơ quan", "Đăng ký khai sinh", "Hà Nội", "đồng")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_pages_of_figures_speak_english(seen, client, path):
    client.cookies["ngon-ngu"] = "en"
    names = [name.vi for name in map(_name, places.tops()) if name]
    page = english.read(seen(path), names=[*NAMES, *names])
    assert (page.language, page.vietnamese) == ("en", ())


def _name(code):
    name = places.name(code)
    return name if isinstance(name, Sentence) and code.startswith("H") else None
