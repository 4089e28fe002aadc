"""The public pages of the catalogue, as a visitor's browser gets them."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from tests.procedures.search_samples import MOMENT, fill, keep

from motcua.journal.values import Actor
from motcua.procedures.actions import import_records
from motcua.procedures.actions.index import refresh
from motcua.procedures.rules.parsing.lines import item_of

pytestmark = pytest.mark.django_db

SAMPLE = Path(__file__).parents[1] / "procedures" / "samples" / "national.jsonl"
CLERK = Actor(kind="system", key="test", name="Kiểm thử")


@pytest.fixture
def catalogue():
    fill()


@pytest.fixture
def records():
    lines = SAMPLE.read_bytes().splitlines()
    items = [item_of(number, line) for number, line in enumerate(lines, start=1)]
    import_records(source="mau.jsonl", records=items, by=CLERK, at=MOMENT)


def page(address, **cookies):
    client = Client()
    client.cookies.load(cookies)
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return BeautifulSoup(answer.content, "html.parser")


def names(soup):
    return [" ".join(link.get_text().split()) for link in soup.select(".result__name a")]


def test_home_opens_with_the_search_box_events_and_what_people_need_most(catalogue):
    home = page("/")
    assert home.select_one("form[role=search] input[name=q]")
    assert "Có con nhỏ" in [door.get_text() for door in home.select(".door__title")]
    assert home.select(".result a")[0].get_text() == "Thủ tục đăng ký khai sinh"
    assert home.select_one("a[href='/tra-cuu/']")


def test_home_without_a_catalogue_says_so():
    assert "Danh mục chưa có thủ tục nào." in page("/").get_text()


def test_every_event_on_the_home_page_leads_to_procedures(catalogue):
    for door in page("/").select("a.door"):
        assert names(page(door["href"])), door["href"]


def test_the_list_finds_what_was_meant_and_tells_why(catalogue):
    found = page("/thu-tuc/?q=khai+sinhh")
    assert names(found)[0] == "Thủ tục đăng ký khai sinh"
    assert "“khai sinh”" in found.select_one(".told").get_text()
    everyday = page("/thu-tuc/?q=mất+bằng+lái")
    assert "cấp lại giấy phép lái xe" in everyday.select_one(".told").get_text()
    assert everyday.select_one("#q")["value"] == "mất bằng lái"


def test_filters_narrow_count_and_can_be_taken_off(catalogue):
    found = page("/thu-tuc/?q=cấp+lại&linh-vuc=dat-dai")
    assert names(found)[0] == "Cấp lại Giấy chứng nhận do bị mất"
    (one,) = found.select(".narrowed a")
    assert "Đất đai" in one.get_text()
    assert one["href"] == "/thu-tuc/?q=c%E1%BA%A5p+l%E1%BA%A1i"
    chosen = found.select_one("select[name=linh-vuc] option[selected]")
    assert chosen["value"] == "dat-dai"


def test_pages_of_a_list_can_be_linked_to(catalogue):
    first, second = page("/thu-tuc/"), page("/thu-tuc/?trang=2")
    assert first.select_one("a[rel=next]")["href"] == "/thu-tuc/?trang=2"
    assert second.select_one("a[rel=prev]")["href"] == "/thu-tuc/"
    assert len(names(first)) == len(names(second)) == 20
    assert not set(names(first)) & set(names(second))


@pytest.mark.parametrize(
    "query",
    [
        "trang=0", "trang=-1", "trang=x", "trang=99999999999", "trang=²", "linh-vuc=khong-co",
        "q=%00", "q=%27%22%29%28", "q=" + "a" * 3000, "su-kien=%E1%BB%9F",
        "doi-tuong=a&doi-tuong=b",
    ],
)  # fmt: skip
def test_a_garbled_address_is_still_a_page(catalogue, query):
    assert page(f"/thu-tuc/?{query}").select_one("h1")


def test_nothing_found_says_what_to_try(catalogue):
    assert "Không tìm thấy thủ tục nào." in page("/thu-tuc/?q=zzqqzz").get_text()


def test_suggestions_are_options_and_may_be_kept_a_while(catalogue):
    answer = Client().get("/thu-tuc/goi-y?q=khai si")
    options = BeautifulSoup(answer.content, "html.parser").select("[role=option]")
    assert options[0]["data-href"] == "/thu-tuc/1.001193/"
    assert set(answer["Cache-Control"].split(", ")) == {"private", "max-age=300"}
    assert "Set-Cookie" not in answer


def test_a_procedure_is_told_in_parts(records):
    told = page("/thu-tuc/9.900001/")
    assert told.h1.get_text() == "Cấp giấy chứng nhận thử"
    glance = {
        row.dt.get_text(): row.dd.get_text(" ", strip=True) for row in told.select(".glance > div")
    }
    assert "7 ngày làm việc" in glance["Bao lâu"]
    assert "10.000 đ – mỗi giấy" in glance["Hết bao nhiêu tiền"]
    assert glance["Dành cho"].startswith("Công dân Việt Nam")
    papers = [" ".join(paper.get_text().split()) for paper in told.select(".paper")]
    assert papers[0].startswith("Tờ khai theo mẫu")
    assert "1 bản chính" in papers[0]
    assert papers[1] == "Giấy ủy quyền 1 bản chính, 1 bản sao"
    assert [step.get_text(strip=True) for step in told.select(".step")][-1].endswith(
        "Nhận kết quả."
    )
    assert "10/2020/QH14" in told.select_one("#can-cu").get_text()
    assert "Giấy chứng nhận thử" in told.select_one("#ket-qua").get_text()


def test_what_the_source_leaves_out_is_said_plainly():
    refresh([keep("1.000009", "Việc chưa nêu gì")])
    told = page("/thu-tuc/1.000009/")
    assert "Nguồn chính thức không nêu." in told.select_one("#giay-to").get_text()
    assert "Nguồn chính thức không nêu." in told.select_one("#cac-buoc").get_text()
    assert "chưa nhận hồ sơ trên trang này" in told.get_text()


@pytest.mark.parametrize("typed", ["1.001193.000.00.00.H35", "1001193"])
def test_local_and_undotted_codes_lead_to_the_national_one(catalogue, typed):
    answer = Client().get(f"/thu-tuc/{typed}/")
    assert (answer.status_code, answer["Location"]) == (302, "/thu-tuc/1.001193/")


@pytest.mark.parametrize("typed", ["9.999999", "khong-co", "1.001193.000"])
def test_an_unknown_code_is_not_found(catalogue, typed):
    assert Client().get(f"/thu-tuc/{typed}/").status_code == 404


def test_english_is_spoken_around_vietnamese_names(catalogue):
    told = page("/thu-tuc/1.001193/", **{"ngon-ngu": "en"})
    assert told.html["lang"] == "en"
    assert told.h1["lang"] == "vi"


def test_linked_data_stands_alone_and_in_the_page(records):
    answer = Client().get("/thu-tuc/9.900001.jsonld")
    assert answer["Content-Type"] == "application/ld+json"
    node = json.loads(answer.content)
    assert node["@type"] == ["GovernmentService", "cpsv:PublicService"]
    assert node["dct:identifier"] == "9.900001"
    assert node["cv:hasCompetentAuthority"]["@type"] == "cv:PublicOrganisation"
    assert len(node["cv:hasChannel"]) == 2
    assert node["cv:hasCost"][0]["cv:hasValue"] == {"@value": "10000", "@type": "xsd:double"}
    assert "cv:processingTime" not in node["cv:hasChannel"][0]
    assert "7 ngày làm việc" in node["cv:hasChannel"][0]["dct:description"]["@value"]
    script = page("/thu-tuc/9.900001/").select_one("script[type='application/ld+json']")
    assert json.loads(script.string) == node


def test_no_name_breaks_out_of_the_page():
    refresh([keep("1.000008", "</script><script>alert(1)</script> & thử")])
    told = page("/thu-tuc/1.000008/")
    assert told.h1.get_text() == "</script><script>alert(1)</script> & thử"
    assert len(told.select("script")) == 1
    assert page("/thu-tuc/?q=alert").select(".result__name script") == []


def test_pages_cost_few_queries_however_many_rows(catalogue, django_assert_num_queries):
    client = Client()
    client.get("/thu-tuc/?q=khai+sinh")
    for address, number in {
        "/": 4,
        "/thu-tuc/": 4,
        "/thu-tuc/?linh-vuc=dat-dai": 4,
        "/thu-tuc/?q=khai+sinh": 4,
        "/thu-tuc/goi-y?q=khai+sinh": 2,
        "/thu-tuc/1.001193/": 3,
        "/thu-tuc/1.001193.jsonld": 2,
    }.items():
        with django_assert_num_queries(number):
            assert client.get(address).status_code == 200, address
