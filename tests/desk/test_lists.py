"""All dossiers at the desk: found, sorted, filtered, kept, printed, exported, moved in bulk."""

import html
import re
from uuid import uuid4

import pytest
from tests.desk.conftest import words
from tests.factories.dossiers import later, submitted
from tests.factories.jobs import drained

from motcua.dossiers import actions
from motcua.dossiers.models import BulkRun, Dossier, Export
from motcua.workflow.values import Move

ALL = "/ban-lam-viec/danh-sach/"
AT = later(hours=1)
SAID = {"ds": "tat-ca", "dia-chi": "trang-thai=submitted"}


def codes(response) -> list[str]:
    return re.findall(r'<a class="code" href="[^"]*">([^<]+)</a>', response.content.decode())


def links(response) -> list[str]:
    return [html.unescape(one) for one in re.findall(r'href="([^"]+)"', response.content.decode())]


def hidden(response, name) -> list[str]:
    found = re.findall(rf'name="{name}" value="([^"]*)"', response.content.decode())
    return [html.unescape(one) for one in found]


@pytest.fixture
def two(mother):
    return [submitted(mother), submitted(mother)]


@pytest.mark.shows("CN21", "CN26")
class TestTheList:
    def test_ended_dossiers_are_here_and_no_longer_in_the_inbox(self, two, reception):
        actions.perform(
            code=two[0], move=Move.REFUSE, by=reception.viewer, at=AT, reason="Nộp nhầm nơi."
        )

        assert codes(reception.client.get(ALL)) == two[::-1]
        assert codes(reception.opens()) == two[1:]

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_asks_the_same_however_many_there_are(
        self, mother, reception, number, django_assert_num_queries
    ):
        for _ in range(number):
            submitted(mother)
        reception.client.get(ALL)
        with django_assert_num_queries(9):
            assert len(codes(reception.client.get(ALL))) == number

    def test_a_head_sorts_and_turns_the_order_round(self, two, reception):
        first = reception.client.get(ALL, {"xep": "nop"})
        assert codes(first) == two
        assert 'aria-sort="ascending"' in first.content.decode()
        assert "?xep=nguoi-nop" in links(first)
        assert codes(reception.client.get(ALL, {"xep": "-nop"})) == two[::-1]

    def test_pages_go_on_with_filter_and_order(self, mother, reception):
        made = [submitted(mother) for _ in range(53)]
        query = {"xep": "nguoi-nop", "trang-thai": "submitted"}
        first = reception.client.get(ALL, query)
        following = next(one for one in links(first) if "sau=" in one)
        second = reception.client.get(ALL + following)

        assert codes(first) + codes(second) == made
        other = following.replace("xep=nguoi-nop", "xep=nop")
        assert reception.client.get(ALL + other).status_code == 409

    def test_filters_are_chips_that_can_be_taken_away(self, two, reception):
        shown = reception.client.get(ALL, {"trang-thai": "submitted", "tim": "hậu", "kenh": "post"})

        assert "Trạng thái: Mới đăng ký" in words(shown)
        assert "“hậu”" in words(shown)
        assert "?trang-thai=submitted&tim=h%E1%BA%ADu" in links(shown)
        assert "Không có hồ sơ nào như vậy." in words(shown)

    def test_a_day_that_cannot_be_read_is_said_and_kept(self, two, reception):
        shown = reception.client.get(ALL, {"nop-tu": "hôm kia"})

        assert codes(shown) == two[::-1]
        assert "chưa đọc được điều bạn nhập" in words(shown)
        assert 'value="hôm kia"' in shown.content.decode()

    def test_columns_are_chosen(self, two, reception):
        shown = reception.client.get(ALL, {"cot": ["ma", "kenh", "co-quan"]})

        heads = re.findall(r'<th scope="col">(.*?)</th>', shown.content.decode())
        assert heads == ["Mã hồ sơ", "Cơ quan", "Cách nộp"]

    @pytest.mark.parametrize("query", [{"tim": "\0"}, {"cot": "\0"}, {"xep": "x"}, {"ds": "\0"}])
    def test_nonsense_in_the_address_breaks_nothing(self, two, reception, query):
        for page in (ALL, f"{ALL}in/", "/ban-lam-viec/"):
            assert reception.client.get(page, query).status_code in (200, 400)

    def test_it_is_empty_in_words(self, reception):
        assert "Chưa có hồ sơ nào" in words(reception.client.get(ALL))


@pytest.mark.shows("CN19")
class TestPaperAndFiles:
    def test_the_list_on_paper_tells_filter_printer_and_signatures(self, two, reception):
        shown = reception.client.get(f"{ALL}in/", {"ds": "tat-ca", "trang-thai": "submitted"})

        told = words(shown)
        assert all(code in told for code in two)
        assert "Lọc theo: Trạng thái: Mới đăng ký" in told
        assert "người in: Lê Thị Hoa" in told
        assert "Người lập danh sách" in told
        assert "Có 2 hồ sơ." in told

    def test_a_file_is_asked_for_written_and_fetched(self, two, reception, clerk):
        asked = reception.client.post("/ban-lam-viec/xuat/moi/", {**SAID, "loai": "csv"})
        assert (asked.status_code, asked.url) == (302, "/ban-lam-viec/xuat/")
        assert "Đang chờ" in words(reception.client.get("/ban-lam-viec/xuat/"))
        drained(AT)

        shown = reception.client.get("/ban-lam-viec/xuat/")
        address = next(one for one in links(shown) if re.search(r"/xuat/[0-9a-f-]{36}/", one))
        file = reception.client.get(address)

        assert "Xong" in words(shown)
        assert all(code.encode() in b"".join(file.streaming_content) for code in two[:1])
        assert file.headers["Content-Disposition"].startswith("attachment;")
        assert file.headers["Cache-Control"] == "private, no-store"
        assert clerk.client.get(address).status_code == 404

    @pytest.mark.parametrize("typed", [{}, {"loai": "exe"}, {"loai": "csv", "dia-chi": "nop-tu=x"}])
    def test_a_file_that_cannot_be_made_is_refused(self, reception, typed):
        answer = reception.client.post("/ban-lam-viec/xuat/moi/", {"ds": "tat-ca", **typed})

        assert answer.status_code == 422
        assert not Export.objects.exists()


@pytest.mark.shows("O4")
class TestViews:
    SAVE = "/ban-lam-viec/cach-xem/luu/"

    def test_a_view_opens_the_list_until_everything_is_asked_for(self, two, reception):
        actions.perform(code=two[0], move=Move.ACCEPT, by=reception.viewer, at=AT)
        typed = {**SAID, "ten": "Mới nộp", "mo-san": "yes"}
        saved = reception.client.post(self.SAVE, typed)
        assert saved.url == f"{ALL}?trang-thai=submitted"

        opened = reception.client.get(ALL)
        assert codes(opened) == two[1:]
        assert "· Mới nộp" in words(opened)
        assert len(codes(reception.client.get(ALL, {"cach": "khong"}))) == 2

    def test_views_are_listed_shared_and_removed(self, reception, clerk):
        reception.client.post(self.SAVE, {**SAID, "ten": "Của phường", "chung": "yes"})
        assert "Của phường" in words(clerk.client.get(ALL))
        page = reception.client.get("/ban-lam-viec/cach-xem/")
        remove = re.search(r'action="(/ban-lam-viec/cach-xem/[^"]+/xoa/)"', page.content.decode())[
            1
        ]

        assert clerk.client.post(remove).status_code == 404
        assert reception.client.post(remove).status_code == 302
        assert "Của phường" not in words(clerk.client.get(ALL))

    def test_a_view_without_a_name_keeps_what_was_typed(self, reception):
        answer = reception.client.post(self.SAVE, {**SAID, "ten": "  ", "chung": "yes"})

        assert answer.status_code == 422
        assert "đặt tên cho cách xem" in words(answer)
        assert hidden(answer, "dia-chi") == ["trang-thai=submitted"]

    def test_opening_with_it_is_switched_off_again(self, two, reception):
        reception.client.post(self.SAVE, {**SAID, "ten": "A", "mo-san": "yes"})
        reception.client.post("/ban-lam-viec/cach-xem/mo-san/", {"ds": "tat-ca"})

        assert "· A" not in words(reception.client.get(ALL))


@pytest.mark.shows("O2")
class TestBulk:
    CHOOSE, BEGIN = "/ban-lam-viec/hang-loat/", "/ban-lam-viec/hang-loat/lam/"

    def test_chosen_previewed_confirmed_once_and_reported(self, two, reception):
        chosen = reception.client.post(self.CHOOSE, {"ma": two})
        assert "2 hồ sơ làm được ngay" in words(chosen)
        preview = reception.client.post(self.CHOOSE, {"ma": two, "buoc": "accept"})
        assert "2 hồ sơ sẽ được xử lý" in words(preview)
        key = hidden(preview, "khoa")[0]
        confirmed = {"ma": two, "buoc": "accept", "khoa": key}

        first = reception.client.post(self.BEGIN, confirmed)
        reception.client.post(self.BEGIN, confirmed)
        assert "2 đang chờ" in words(reception.client.get(first.url))
        drained(AT)
        again = reception.client.post(self.BEGIN, confirmed)

        assert BulkRun.objects.count() == 1
        assert (again.status_code, again.url) == (302, first.url)
        assert "2 đã xong" in words(reception.client.get(first.url))
        assert not Dossier.objects.filter(accepted_at=None).exists()

    def test_the_preview_says_which_cannot_and_why(self, two, reception):
        actions.perform(code=two[0], move=Move.ACCEPT, by=reception.viewer, at=AT)

        preview = reception.client.post(self.CHOOSE, {"ma": two, "buoc": "accept"})

        assert "1 hồ sơ sẽ được xử lý , 1 hồ sơ không làm được bước này" in words(preview)
        assert f"{two[0]} Nguyễn Thị Hậu (Đang xử lý): Hồ sơ này lúc này không có" in words(preview)

    def test_a_head_gives_many_to_one_officer(self, two, reception, clerk, leader):
        for code in two:
            actions.perform(code=code, move=Move.ACCEPT, by=reception.viewer, at=AT)
        give = "/ban-lam-viec/hang-loat/giao/"
        assert give in leader.client.post(self.CHOOSE, {"ma": two}).content.decode()
        assert "không giao được hồ sơ nào" in words(clerk.client.post(give, {"ma": two}))
        chosen = {"ma": two, "can-bo": str(clerk.viewer.key)}
        preview = leader.client.post(give, chosen)
        assert "2 hồ sơ sẽ được giao" in words(preview)

        run = leader.client.post(give, chosen | {"khoa": hidden(preview, "khoa")[0]})
        drained(AT)

        assert "2 đã xong" in words(leader.client.get(run.url))
        assert f"Giao cho {clerk.viewer.name}: 2 hồ sơ" in words(leader.client.get(run.url))
        nonsense = leader.client.post(give, {"ma": two, "can-bo": "x", "khoa": "1"})
        assert nonsense.status_code == 422

    def test_the_whole_list_is_taken_up_to_its_head(self, two, reception):
        chosen = reception.client.post(self.CHOOSE, {**SAID, "ca": "1"})

        assert set(hidden(chosen, "ma")) == set(two)

    def test_a_reason_that_is_missing_is_asked_for_before_anything_happens(self, two, reception):
        typed = {"ma": two, "buoc": "refuse", "khoa": str(uuid4()), "ly-do": " "}
        answer = reception.client.post(self.BEGIN, typed)

        assert answer.status_code == 422
        assert "Bạn hãy ghi lý do" in words(answer)
        assert not BulkRun.objects.exists()

    @pytest.mark.parametrize(
        "typed",
        [
            {},
            {"ma": ["\0"]},
            {"ma": ["x"], "buoc": "nhảy"},
            {"ma": ["x"], "khoa": "1", "buoc": "accept"},
        ],
        ids=str,
    )
    def test_nonsense_is_refused(self, reception, typed):
        answer = reception.client.post(self.BEGIN, typed)
        assert 400 <= answer.status_code < 500

    def test_nothing_ticked_is_said(self, reception):
        assert "Bạn chưa chọn hồ sơ nào" in words(reception.client.post(self.CHOOSE, {}))

    def test_nobody_else_reads_a_report(self, two, reception, clerk):
        key = uuid4()
        reception.client.post(self.BEGIN, {"ma": two, "buoc": "accept", "khoa": str(key)})

        assert clerk.client.get(f"{self.CHOOSE}{key}/").status_code == 404

    def test_controllers_choose_nothing(self, two, controller):
        assert controller.client.post(self.CHOOSE, {"ma": two}).status_code == 403
        assert 'class="pick"' not in controller.client.get(ALL).content.decode()
