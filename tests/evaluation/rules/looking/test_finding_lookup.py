import pytest
from tests.evaluation.rules.looking.outlines import form, label, link, page

from motcua.evaluation.rules.looking.finding_lookup import (
    asked_beside,
    bared,
    look_up,
    personal,
    shows_example,
    ways,
)
from motcua.evaluation.rules.looking.finding_outline import Field, Item
from motcua.evaluation.values.pages import PageKind

CODE = Field(name="ma", label="Mã hồ sơ")
CHECK = Field(name="kt", label="Mã kiểm tra")
LOOKUP = PageKind.LOOKUP
SHOWN = "Hồ sơ H26.00004-260427-0012 đang xử lý"


def looked(*fields, kind=LOOKUP, **more):
    return look_up(page(forms=(form(*fields, **{"said": "Tra cứu hồ sơ", **more}),)), kind)


@pytest.mark.parametrize(
    "code",
    [
        CODE,
        Field(label="Số biên nhận"),
        Field(placeholder="Nhập mã hồ sơ cần tra cứu"),
        Field(name="txtMaHoSo"),
    ],
)
def test_forms_that_look_a_dossier_up(code):
    assert looked(code) is not None


def test_forms_that_do_not():
    assert looked(CODE, Field(kind="password")) is None
    assert looked(Field(kind="search", label="Từ khóa")) is None
    assert looked(CODE, kind=PageKind.PAYMENT) is None
    assert looked(CODE, said="Thanh toán") is None


def test_what_is_asked_beside_the_code():
    found, code = looked(CODE, CHECK, Field(name="hoten", label="Họ và tên"))
    assert [one.name for one in asked_beside(found, code)] == ["hoten"]
    assert [kind for kind, _one in personal(found)] == ["name"]


def test_the_last_digits_of_a_number_are_a_check_and_ask_nothing_personal():
    found, _code = looked(CODE, Field(label="Bốn số cuối của số điện thoại"))
    assert personal(found) == ()


@pytest.mark.parametrize(
    ("code", "shows"),
    [
        (Field(label="Mã hồ sơ", placeholder="H26.00004-260427-0012"), True),
        (Field(label="Mã hồ sơ", hint="Gồm 18 ký tự, in trên giấy hẹn"), True),
        (Field(label="Mã hồ sơ", placeholder="Nhập mã hồ sơ"), False),
    ],
)
def test_an_example_of_the_code(code, shows):
    found, field = looked(code)
    assert shows_example(found, field) is shows


@pytest.mark.parametrize(
    ("one", "kind", "expected"),
    [
        (page(text="Quét mã QR trên giấy hẹn để tra cứu hồ sơ"), LOOKUP, {"qr"}),
        (page(text="Tra cứu hồ sơ: soạn HS <mã> gửi 8099 (SMS)"), LOOKUP, {"sms"}),
        (page(text="Mã hồ sơ in trên giấy hẹn và trong tin nhắn."), LOOKUP, set()),
        (page(text="Hồ sơ của tôi: xem từng bước, nhắn tin cho cán bộ"), LOOKUP, set()),
        (page(links=(link("Nhắn tin cho cán bộ về hồ sơ"),)), LOOKUP, set()),
        (page(links=(link("Tra cứu hồ sơ qua Zalo"),)), PageKind.HOME, {"zalo"}),
        (page(links=(link("Zalo", region="footer"),)), LOOKUP, set()),
        (page(links=(link("Zalo"),)), PageKind.HOME, set()),
        (page(text="Quét mã QR để tra cứu hồ sơ"), PageKind.OTHER, set()),
        (
            page(images=(Item(what="image", text="Mã QR tra cứu hồ sơ"),)),
            PageKind.HOME,
            {"qr"},
        ),
    ],
)
def test_other_ways_to_look_a_dossier_up(one, kind, expected):
    assert set(ways(one, kind)) == expected


@pytest.mark.parametrize(
    ("name", "value", "kinds"),
    [
        ("Người nộp", "Nguyễn Văn An", ["name"]),
        ("NGUOI NOP", "NGUYỄN VĂN AN", ["name"]),
        ("Người nộp", "Ng*** V** A*", []),
        ("Người nộp", "N.V.A...", []),
        ("Số CCCD", "001099012345", ["identity"]),
        ("Số CCCD", "********2345", []),
        ("Điện thoại", "0912 345 678", ["phone"]),
        ("Ngày sinh", "01/02/1990", ["birth"]),
        ("Trạng thái", "Đang xử lý", []),
        ("Chủ hồ sơ", "N*** V*** A", []),
        ("Nơi giải quyết", "Ủy Ban Nhân Dân", []),
    ],
)
def test_what_a_public_page_shows_of_a_person(name, value, kinds):
    one = page(text=SHOWN, labels=(label("Ngày hẹn trả", "01/12/2026"), label(name, value)))
    assert [kind for kind, _label in bared(one)] == kinds


def test_a_page_without_a_dossier_shows_nobody():
    assert bared(page(text="Liên hệ", labels=(label("Họ và tên", "Nguyễn Văn An"),))) is None
