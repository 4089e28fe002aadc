import pytest

from motcua.evaluation.rules.looking.finding_acts import acts

HOME = "https://mau.gov.vn"


@pytest.mark.parametrize(
    "tail",
    [
        "/dang-xuat",
        "/dang_xuat",
        "/DangXuat.aspx",
        "/dangxuathethong",
        "/%C4%91%C4%83ng-xu%E1%BA%A5t",
        "/đăng xuất",
        "/c/portal/logout",
        "/account/logOut",
        "/log_out",
        "/connect/endsession",
        "/#/dang-xuat",
        "/thoat",
        "/thoat-he-thong",
        "/ho-so/xoa?id=3",
        "/ho-so/3/huy",
        "/gio?cmd=deleteItem&id=3",
        "/gio?delete",
        "/binh-chon?action=vote&diem=5",
        "/x?do=gui",
        "/thu?unsubscribe=1",
    ],
)
def test_what_does_something_is_known(tail):
    assert acts(HOME + tail)


@pytest.mark.parametrize(
    "tail",
    [
        "/",
        "/thu-tuc/cap-huyen/thuy-loi",
        "/thu-tuc/cap-giay-phep-thoat-nuoc",
        "/thu-tuc/tang-huy-chuong",
        "/tin/phat-huy-dan-chu",
        "/dich-vu?action=view&id=1",
        "/tim?q=ket+hon&page=2",
        "/blueprint",
    ],
)
def test_what_only_shows_is_free(tail):
    assert not acts(HOME + tail)
