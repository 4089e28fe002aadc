"""The assistant: nearest answer first, nothing where nothing fits, accents or not."""

import pytest

from motcua.kernel.words import Sentence
from motcua.portal.assistant import Known, best

pytestmark = [pytest.mark.once, pytest.mark.shows("P9")]


def known(question, service="Đăng ký khai tử"):
    return Known("1.000656", service, Sentence(question, "?"), Sentence("Được.", "Yes."))


LATE = known("Quá 15 ngày mới đi khai tử thì có bị phạt không?")
FAR = known("Tôi ở xa, có khai tử cho cha mẹ được không?")
FEE = known("Cấp bản sao mất bao nhiêu tiền?", "Cấp bản sao trích lục hộ tịch")
ALL = (LATE, FAR, FEE)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("tôi ở xa thì khai tử cho mẹ thế nào", FAR),
        ("toi o xa khai tu cho cha", FAR),
        ("khai tử quá 15 ngày có bị phạt không", LATE),
        ("bản sao bao nhiêu tiền", FEE),
    ],
)
def test_the_nearest_question_comes_first(question, first):
    assert best(question, ALL)[0] is first


@pytest.mark.parametrize("question", ["", "xin chào", "giá vàng hôm nay", "!!!"])
def test_nothing_is_said_where_nothing_fits(question):
    assert best(question, ALL) == ()
