"""Leading a campaign by its pages, from creation to publication, with a fake machine."""

from datetime import timedelta

import pytest
from tests.factories import campaigns, people

from motcua.evaluation import actions
from motcua.evaluation.models import Assignment, Campaign
from motcua.evaluation.queries import published
from motcua.evaluation.values.campaigns import Seat
from motcua.evaluation.values.worksheets import About
from motcua.identity.values import Role
from motcua.web import clock

pytestmark = pytest.mark.django_db
WANTED = {
    "ten": "Đánh giá năm 2026",
    "ten-tieng-anh": "",
    "loai": "periodic",
    "bo-tieu-chi": campaigns.SET,
    "tu-ngay.day": "5",
    "tu-ngay.month": "4",
    "tu-ngay.year": "2026",
    "den-ngay.day": "30",
    "den-ngay.month": "6",
    "den-ngay.year": "2026",
    "so-nguoi": "2",
    "so-trang": "3",
    "nhip": "1",
}
LIST = "mã cơ quan;địa chỉ\nG01;https://g01.example\nH26;h26.example\n"


def text(main):
    return " ".join(main.get_text(" ", strip=True).split())


def wrong(main):
    """What the summary of errors says, and the field that it leads to."""
    return [(one["href"], one.get_text()) for one in main.select("[data-error-summary] a")]


def test_a_campaign_is_led_from_creation_to_publication(story, desk, monkeypatch):
    all_ = desk(story.leader, "")
    all_.posts("tao/", WANTED)
    code = Campaign.objects.latest("pk").code
    lead = desk(story.leader, code)
    people.agency("G01"), people.agency("H26")
    shown = lead.sends("cong/danh-sach/", 200, **{"danh-sach": LIST})
    assert "Thêm 2 cổng" in text(shown)
    lead.sends("cong/danh-sach/them/", **{"danh-sach": LIST})
    assert "https://h26.example" in text(lead.opens("cong/"))
    judges = [people.officer(Role.EVALUATOR, "G06") for _ in range(2)]
    hindered = text(lead.opens("mo/"))
    assert "Chưa có người đánh giá thứ nhất" in hindered
    lead.posts("phan-cong/", {"nguoi": [str(one.key) for one in judges]})
    assert Assignment.objects.filter(subject__campaign__code=code).count() == 4
    lead.sends("mo/")
    lead.sends("kiem-tra/")
    campaigns.do_runs(at=clock.now())
    assert "Đã xem 2" in text(lead.opens("kiem-tra/"))
    told = campaigns.Story(story.leader, *judges, story.heads, code, ("G01", "H26"))
    told.answer("G01", judges[0])
    assert "0 / 1" in text(lead.opens())
    for who in judges:
        for agency in told.agencies:
            told.answer(agency, who)
            told.finish(agency, who)
    told.declare()
    lead.sends("ket-thuc-cham/")
    lead.sends("ket-qua/")
    assert "A" in text(lead.opens("ket-qua/"))
    lead.sends("hoi-co-quan/", **{"han.day": "12", "han.month": "5", "han.year": "2026"})
    assert "chưa nói hết ý kiến" in text(lead.opens("ket-thuc-giai-trinh/"))
    monkeypatch.setattr(clock, "now", lambda: campaigns.AT + timedelta(days=10))
    lead.sends("ket-thuc-giai-trinh/")
    last = lead.opens("cong-bo/")
    assert [one.get_text() for one in last.select("caption")] == [
        "Bộ, cơ quan ngang bộ",
        "Tỉnh, thành phố",
    ]
    assert wrong(lead.sends("cong-bo/", 400)) == [
        ("#dong-y", "Bạn hãy đánh dấu là đã xem lại kết quả.")
    ]
    lead.sends("cong-bo/", **{"dong-y": "yes"})
    assert [one.rank for one in published.published(code).subjects] == [1, 1]
    assert "Xem kết quả như người dân xem" in text(lead.opens())


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"ten": "x"}, "#ten"),
        ({"loai": "mỗi tuần"}, "#loai"),
        ({"bo-tieu-chi": ""}, "#bo-tieu-chi"),
        ({"bo-tieu-chi": "khong/co"}, "#bo-tieu-chi"),
        ({"tu-ngay.month": "13"}, "#tu-ngay"),
        ({"den-ngay.day": "²"}, "#den-ngay"),
        ({"den-ngay.year": "2025"}, "#tu-ngay"),
        ({"so-lieu-tu.day": "1"}, "#so-lieu-tu"),
        ({"so-nguoi": "3"}, "#so-nguoi"),
        ({"so-trang": "0"}, "#so-trang"),
        ({"nhip": "0"}, "#nhip"),
        ({"nhip": "nan"}, "#nhip"),
        ({"linh-vuc": "khong-co"}, "#linh-vuc"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_stays_typed(story, desk, typed, field):
    form = desk(story.leader, "").posts("tao/", WANTED | {"ten": "Đợt thứ hai"} | typed, 400)
    assert [href for href, _words in wrong(form)] == [field]
    assert form.select_one("#ten")["value"] == typed.get("ten", "Đợt thứ hai")
    assert Campaign.objects.count() == 1


def test_only_made_up_portals_are_opened_at_once(story, desk):
    areas = ["security", "privacy"]
    typed = WANTED | {"nhip": "0", "mo-phong": "yes", "linh-vuc": areas}
    desk(story.leader, "").posts("tao/", typed)
    made = Campaign.objects.latest("pk")
    assert (made.manner["pace"], made.manner["areas"], made.synthetic) == (0.0, areas, True)


def test_a_campaign_that_is_not_open_is_changed(story, desk):
    lead = desk(story.leader)
    assert lead.opens("sua/").select_one("#ten")["value"] == "Đợt thử"
    lead.posts("sua/", WANTED)
    assert Campaign.objects.get(code=story.code).title_vi == "Đánh giá năm 2026"
    story.open()
    assert "chỉ làm được ở bước" in text(lead.opens("sua/", 409))
    lead.posts("sua/", WANTED, 409)


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("", "Bạn hãy dán danh sách hoặc chọn tệp."),
        ("tên\nA", "Dòng đầu phải là tên cột: mã cơ quan, địa chỉ, địa chỉ khác, liên hệ."),
    ],
)
def test_a_list_that_is_none_is_refused(story, desk, listed, said):
    main = desk(story.leader).sends("cong/danh-sach/", 400, **{"danh-sach": listed})
    assert wrong(main) == [("#danh-sach", said)]


def test_a_list_is_read_line_by_line_before_it_is_added(story, desk):
    listed = "mã,địa chỉ\nH26,https://moi.example\n,\nH99,x\nG01,http://[\n"
    main = desk(story.leader).sends("cong/danh-sach/", 400, **{"danh-sach": listed})
    rows = [text(row) for row in main.select("tbody tr")]
    assert [row.split()[0] for row in rows] == ["2", "4", "5"]
    assert "đã có giữ nguyên như trước" in rows[0]
    assert "sai" in rows[1]
    assert "không phải địa chỉ trang web" in rows[2]
    assert main.find("textarea").get_text().strip() == listed.strip()
    assert not main.select("form[action$='them/']")


def test_a_file_that_is_no_text_is_refused(story, desk, tmp_path):
    file = tmp_path / "cong.csv"
    file.write_bytes("mã\nH26".encode("utf-16"))
    with file.open("rb") as sent:
        main = desk(story.leader).posts("cong/danh-sach/", {"tep": sent}, 400)
    assert wrong(main)[0][0] == "#tep"


def test_portals_are_put_right_and_taken_out(story, desk):
    lead = desk(story.leader)
    assert wrong(lead.sends("cong/H26/", 400, **{"dia-chi": "không phải"}))[0][0] == "#dia-chi"
    lead.sends("cong/H26/", **{"dia-chi": "moi.example", "lien-he": "Chị Hoa"})
    lead.sends("cong/G01/bo/")
    shown = text(lead.opens("cong/"))
    assert "https://moi.example" in shown
    assert "G01" not in shown
    assert wrong(lead.sends("cong/", 400, **{"co-quan": "H99"}))[0][0] == "#danh-sach"
    lead.sends("cong/", **{"co-quan": "G01", "dia-chi": ""})
    assert "chưa có địa chỉ" in text(lead.opens("cong/"))


def test_leagues_join_as_a_whole(story, desk):
    lead = desk(story.leader)
    lead.sends("cong/nhom/provinces/")
    lead.sends("cong/nhom/x/", 404)
    assert Campaign.objects.get(code=story.code).subjects.count() >= 3


def test_one_seat_is_given_to_somebody_else(story, desk):
    lead = desk(story.leader)
    other = people.officer(Role.EVALUATOR, "G06")
    nobody = {"cho": "first", "nguoi-danh-gia": "x"}
    assert wrong(lead.sends("phan-cong/H26/", 400, **nobody))[0][0] == "#nguoi-danh-gia"
    assert wrong(lead.sends("phan-cong/H26/", 400, cho="x"))[0][0] == "#cho"
    lead.sends("phan-cong/H26/", **{"cho": "first", "nguoi-danh-gia": str(other.key)})
    seat = Assignment.objects.get(
        subject__campaign__code=story.code, subject__agency_code="H26", seat=Seat.FIRST.value
    )
    assert seat.evaluator == other.key
    assert wrong(lead.posts("phan-cong/", {"nguoi": ["x"]}, 400))[0][0] == "#nguoi"


def test_a_finished_sheet_is_opened_again_while_the_other_is_not(story, desk):
    story.open().answer("H26", story.first)
    story.finish("H26", story.first)
    lead = desk(story.leader)
    assert "Mở lại phiếu" in text(lead.opens("phan-cong/H26/"))
    assert wrong(lead.sends("phan-cong/H26/mo-lai/first/", 400))[0][0] == "#ly-do"
    lead.sends("phan-cong/H26/mo-lai/first/", **{"ly-do": "Chấm nhầm cổng"})
    lead.sends("phan-cong/H26/mo-lai/first/", 400, **{"ly-do": "Chấm nhầm cổng"})
    lead.sends("phan-cong/H26/mo-lai/x/", 404)


def test_what_the_machine_saw_is_read_before_anything_is_published(story, desk):
    story.open().run()
    first = desk(story.first)
    shown = first.opens("kiem-tra/H30/")
    assert "Hãy cài chứng thư." in text(shown)
    picture = shown.select_one("img.fault__picture")["src"]
    assert first.client.get(picture)["Content-Type"] == "image/png"
    assert first.client.get(picture[:-3] + "000").status_code == 404
    report = first.client.get(first.at + "kiem-tra/H30/bao-cao/")
    assert report["Content-Disposition"].startswith("attachment")
    assert "Hãy cài chứng thư." in report.content.decode()
    lead = desk(story.leader)
    lead.sends("kiem-tra/H30/lai/")
    assert "Đang chờ 1" in text(lead.opens("kiem-tra/"))
    assert "Không có cổng nào để xem thêm" in text(lead.sends("kiem-tra/H30/lai/", 400))


def test_a_value_is_put_in_place_lifted_and_criteria_left_open(story, desk):
    story.settled()
    lead = desk(story.leader)
    typed = {"tieu-chi": "M.1", "gia-tri": "có", "ly-do": "Máy xem nhầm địa chỉ"}
    for field, bad in (("gia-tri", "rất tốt"), ("ly-do", ""), ("tieu-chi", "M.9")):
        main = lead.posts("ket-qua/H30/sua/", typed | {field: bad}, 400)
        assert wrong(main)[0][0] == f"#{field}"
    lead.posts("ket-qua/H30/sua/", typed)
    lead.sends("ket-qua/")
    assert "đã sửa, có lý do" in text(lead.opens("ket-qua/H30/"))
    assert wrong(lead.sends("ket-qua/H30/bo-sua/", 400, **{"tieu-chi": "M.1"})) == [
        ("#ly-do-bo", "Bạn hãy viết lý do, từ 3 đến 1000 ký tự.")
    ]
    lead.sends("ket-qua/H30/bo-sua/", **{"tieu-chi": "M.1", "ly-do-bo": "Máy đúng"})
    assert "Máy đúng" not in text(lead.opens("ket-qua/H30/sua/"))
    lead.sends("ket-qua/H30/de-ngo/", **{"ly-do-de-ngo": "Cổng đang sửa"})
    assert wrong(lead.sends("ket-qua/H30/de-ngo/", 400))[0][0] == "#ly-do-de-ngo"


def test_another_look_is_granted_once(story, desk):
    story.settled()
    actions.ask_retest(
        code=story.code, agency="H30", reason="Đã cài HTTPS", by=story.heads["H30"], at=story.at
    )
    lead = desk(story.leader)
    shown = lead.opens("kiem-tra-lai/")
    key = shown.select_one("input[name=yeu-cau]")["value"]
    typed = {"yeu-cau": key, "quyet-dinh": "dong-y", "ly-do": "Có lý"}
    for field, bad in (("quyet-dinh", ""), ("ly-do", "")):
        main = lead.posts("kiem-tra-lai/", typed | {field: bad}, 400)
        assert wrong(main)[0][0] == f"#{field}"
    lead.posts("kiem-tra-lai/", typed)
    assert "Đang chờ" in text(lead.opens("kiem-tra/H30/"))
    lead.posts("kiem-tra-lai/", typed, 404)


def test_an_explanation_is_answered_with_a_reason(story, desk):
    story.settled().ask()
    actions.reply(
        code=story.code,
        agency="H30",
        on=About.FINDING,
        about_code="thu.https",
        text="Chúng tôi đã cài chứng thư.",
        by=story.heads["H30"],
        at=story.at,
    )
    lead = desk(story.leader)
    assert "chưa trả lời" in text(lead.opens("giai-trinh/"))
    page = "giai-trinh/H30/finding/thu.https/"
    assert "Chúng tôi đã cài chứng thư." in text(lead.opens(page))
    typed = {"ket-luan": "partly", "tra-loi": "Sẽ xem lại ở đợt sau"}
    for field in typed:
        main = lead.posts(page, typed | {field: ""}, 400)
        assert wrong(main)[0][0] == f"#{field}"
    lead.posts(page, typed)
    assert "Chấp nhận một phần" in text(lead.opens("giai-trinh/"))
    lead.posts("giai-trinh/H30/finding/khong.co/", typed, 404)
    lead.posts("giai-trinh/H30/khac/thu.https/", typed, 404)


def test_what_was_published_is_corrected_or_withdrawn_with_a_reason(story, desk):
    story.published()
    lead = desk(story.leader)
    assert wrong(lead.sends("dinh-chinh/", 400))[0][0] == "#ly-do"
    lead.sends("dinh-chinh/", **{"ly-do": "Chấm nhầm một tiêu chí"})
    assert "Bỏ đợt đánh giá" not in text(lead.opens())
    assert "Bạn hãy công bố" not in text(lead.sends("rut/", 409, **{"ly-do": "Sai"}))
    assert "chỉ làm được ở bước" in text(lead.opens("cong-bo/", 409))


def test_others_see_their_own_part_only(story, desk):
    story.settled()
    outsider = people.officer(Role.EVALUATOR, "G02")
    desk(outsider).opens("", 404)
    desk(story.first).opens("ket-qua/", 404)
    desk(story.first).opens("mo/", 404)
    head = desk(story.heads["H26"])
    assert "H26" in str(head.opens())
    assert "H30" not in str(head.opens())
    head.opens("ket-qua/H26/", 403)
    assert "Kết quả dự kiến, chưa công bố." in text(desk(story.first).opens("ket-qua/H26/"))


def test_a_set_that_has_changed_is_told_and_breaks_nothing(story, desk, settings):
    story.settled()
    place = settings.LIBRARY / "criteria" / "thu" / "1.yaml"
    place.write_text(place.read_text("utf-8").replace("Dễ hiểu", "Rõ ràng"), "utf-8")
    lead = desk(story.leader)
    assert "đã khác lúc đợt này bắt đầu" in text(lead.opens("ket-qua/H30/", 409))
    lead.opens()
    lead.opens("cong-bo/", 409)
