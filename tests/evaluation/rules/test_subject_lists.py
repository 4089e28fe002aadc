"""Lists of portals as people keep them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.evaluation.rules.subject_lists import address_of, host_of, read_list
from motcua.evaluation.values.campaigns import CampaignRefused, SubjectWanted

HANOI = SubjectWanted(
    agency="H26",
    address="https://dvc.hanoi.example",
    others=("https://motcua.hanoi.example",),
    contact="a@hanoi.example",
)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Mã cơ quan,Địa chỉ,Địa chỉ khác,Liên hệ\n"
            "H26,dvc.hanoi.example,motcua.hanoi.example,a@hanoi.example\n"
        ),
        (
            "\ufeffagency;address;others;contact\r\n"
            "H26;https://dvc.hanoi.example;https://motcua.hanoi.example;a@hanoi.example\r\n\r\n"
        ),
        (
            "liên hệ\tmã\turl\tđịa chỉ khác\n"
            "a@hanoi.example\t H26 \tdvc.hanoi.example\tmotcua.hanoi.example\n"
        ),
    ],
)
def test_lists_are_read_however_they_are_separated(text):
    assert read_list(text) == (HANOI,)


def test_columns_but_the_agency_may_be_missing():
    assert read_list("mã\nH26\nG01\n") == (SubjectWanted(agency="H26"), SubjectWanted(agency="G01"))


@pytest.mark.parametrize("text", ["", "\n\n", "H26,dvc.example\n", "mã,địa chỉ\n"])
def test_a_list_that_names_nobody_is_refused(text):
    with pytest.raises(CampaignRefused) as refused:
        read_list(text)
    assert refused.value.field == "danh-sach"


def test_every_wrong_line_is_named():
    with pytest.raises(CampaignRefused) as refused:
        read_list("mã,địa chỉ\nH26,ftp://a.example\nG01,dvc.example\n,dvc.example\n")
    assert [said.vi.split(":")[0] for said in refused.value.all] == ["Dòng 2", "Dòng 4"]


@pytest.mark.parametrize(
    "text", ["http://", "javascript:alert(1)", "https://[", "a b", "https://x:99999", "x" * 400]
)
def test_what_is_no_web_address_is_refused(text):
    with pytest.raises(CampaignRefused):
        address_of(text)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Dvc.Example/x", "dvc.example"),
        ("http://127.0.0.1:8080/", "127.0.0.1:8080"),
        ("https://a:b@dvc.example", "dvc.example"),
    ],
)
def test_the_host_is_what_must_not_be_asked_twice_at_once(address, host):
    assert host_of(address) == host


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        found = read_list(text)
    except CampaignRefused:
        return
    assert all(one.agency for one in found)
