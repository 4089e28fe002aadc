"""What people, broken phones and mischief send: refused in words, and nothing typed is lost."""

import io
import zipfile
import zlib
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.factories import dossiers, people
from tests.portal import town
from tests.web.bad import Bad, assert_told, send

from motcua.dossiers import queries

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024
FIELDS = "application/x-www-form-urlencoded"


@pytest.fixture
def begun():
    """Give (viewer, browser, names for addresses): a draft that is filled in, and a dossier."""
    town.build()
    viewer, client = town.mother()
    code = dossiers.submitted(viewer)
    return viewer, client, {"key": dossiers.draft(viewer), "code": code, "piece": uuid4()}


def page(name):
    return f"/to-khai/{{key}}/{name}/"


FORM = [
    Bad(
        "name of digits", page("child"), 422, "Họ, chữ đệm, tên", "name",
        typed={"child.full_name": "Trần 9"}, stays=("Trần 9",),
    ),
    Bad(
        "broken UTF-8", page("child"), 422, "Họ, chữ đệm, tên", "name",
        body=b"child.full_name=%ff%fe&child.born_on.day=7", kind=FIELDS, stays=("7",),
    ),
    Bad(
        "no such day", page("child"), 422, "31/2/2026", "31/2/2026",
        typed={"child.born_on.day": "31", "child.born_on.month": "2", "child.born_on.year": "2026"},
        stays=("31",),
    ),
    Bad(
        "5000 digits", page("child"), 422, "nhập đủ ngày, tháng, năm", "day, month and year",
        typed={"child.born_on.day": "9" * 5000, "child.born_on.month": "\x00"},
        stays=("9" * 5000,),
    ),
    Bad(
        "born tomorrow", page("child"), 422, "Ngày sinh", "Date of birth",
        typed={"child.born_on.day": "1", "child.born_on.month": "1", "child.born_on.year": "2999"},
        stays=("2999",),
    ),
    Bad(
        "no such commune", page("birthplace"), 422, "Nơi sinh", "birth",
        typed={"child.birthplace.province": "99\x00", "child.birthplace.commune": "zz"},
    ),
    Bad(
        "no such choice", page("child"), 422, "Giới tính", "Sex",
        typed={"child.sex": "robot", "child.full_name": "Trần An"}, stays=("Trần An",),
    ),
    Bad(
        "copies", page("result"), 422, "số nguyên", "whole number",
        typed={"copies.count": "9" * 5000}, stays=("9" * 5000,),
    ),
    Bad(
        "copies below none", page("result"), 422, "phải từ 0 trở lên", "0 or more",
        typed={"copies.count": "-1"}, stays=("-1",),
    ),
    Bad(
        "250 kB in a box", page("child"), 422, "quá dài", "too much text",
        typed={"child.full_name": "x" * 250_000}, stays=("x" * 250_000,),
    ),
    Bad(
        "another device", page("child"), 422, "sửa trên thiết bị khác", "another device",
        typed={"child.full_name": "Trần An", "_revision": "0"}, stays=("Trần An",),
    ),
    Bad(
        "1 MB of text", page("child"), 400, "quá lớn", "too large",
        typed={"child.full_name": "x" * 1_100_000},
    ),
    Bad(
        "2100 fields", page("child"), 400, "quá lớn", "too large",
        typed={f"x{number}": "1" for number in range(2100)},
    ),
    Bad(
        "no boundary", page("child"), 400, "Không đọc được", "could not",
        body=b"abc", kind="multipart/form-data",
    ),
    Bad("no such page", page("khong-co"), 404, "Không có trang này", "leads nowhere", typed={}),
    Bad("no such draft", f"/to-khai/{uuid4()}/child/", 404, "Không có trang này", "leads nowhere"),
    Bad(
        "a message of 100 kB", "/ho-so/{code}/tin-nhan/", 422, "1 đến 4000", "1 to 4000",
        typed={"body": "Em hỏi " + "x" * 100_000}, stays=("Em hỏi xxx",),
    ),
    Bad(
        "a message of nothing", "/ho-so/{code}/tin-nhan/", 422, "1 đến 4000", "1 to 4000",
        typed={"body": "\x00\x00"},
    ),
    Bad(
        "a reason of 100 kB", "/ho-so/{code}/xin-rut/", 422, "dài nhất 4000", "at most 4000",
        typed={"reason": "Nộp nhầm " + "x" * 100_000}, stays=("Nộp nhầm xxx",),
    ),
    Bad("a service that is not there", "/nop-ho-so/9.9/bat-dau/", 404, "9.9", "9.9", typed={}),
]  # fmt: skip


@pytest.mark.parametrize("bad", FORM, ids=str)
def test_a_form_says_what_to_mend_and_keeps_what_was_typed(begun, bad):
    _, client, names = begun
    assert_told(client, bad, **names)


@pytest.mark.parametrize("way", ["", "luu/"])
def test_a_nul_between_letters_is_dropped_and_the_rest_is_in_the_draft(begun, way):
    viewer, client, names = begun
    answer = client.post(page("child").format(**names) + way, {"child.full_name": "Trần\x00 An"})
    assert answer.status_code in (200, 302)
    assert queries.draft(viewer=viewer, key=names["key"]).answers["child.full_name"] == "Trần An"


NO_PAGE = ("Không có trang này", "leads nowhere")
UNSAVED = ("Không đọc được nội dung cần lưu", "could not be read")
SAVING = [
    Bad("JSON", page("child") + "luu/", 400, *UNSAVED, body=b'{"a": 1}', kind="application/json"),
    Bad("half of JSON", page("child") + "luu/", 400, *UNSAVED, body=b"{", kind="application/json"),
    Bad("nothing", page("child") + "luu/", 400, *UNSAVED, typed={}),
    Bad(
        "250 kB", page("child") + "luu/", 400, "quá dài", "too much text",
        typed={"child.full_name": "x" * 250_000},
    ),
    Bad(
        "1 MB", page("child") + "luu/", 400, "quá lớn", "too large",
        typed={"child.full_name": "x" * 1_100_000},
    ),
    Bad(
        "2100 fields", page("child") + "luu/", 400, "quá lớn", "too large",
        typed={f"x{number}": "1" for number in range(2100)},
    ),
    Bad(
        "another device", page("child") + "luu/", 409, "thiết bị khác", "another device",
        typed={"child.full_name": "Trần An", "_revision": "0"},
    ),
    Bad("no such page", page("khong-co") + "luu/", 404, *NO_PAGE, typed={}),
]  # fmt: skip


@pytest.mark.parametrize("bad", SAVING, ids=str)
def test_what_cannot_be_saved_leaves_the_draft_as_it_was(begun, bad):
    viewer, client, names = begun
    before = queries.draft(viewer=viewer, key=names["key"])
    assert_told(client, bad, **names)
    assert queries.draft(viewer=viewer, key=names["key"]) == before


PIECE = "/to-khai/{key}/tep/proof.notice/?khoa={piece}&tong=%s&vi-tri=%s&ten=%s"
UNREADABLE = ("Không đọc được lần tải này", "This upload could not be read")
NOT_TAKEN = ("nội dung không phải là PDF", "its content is none of PDF")
TORN = ("bị hỏng", "is damaged")
JPEG = dossiers.picture()
WIDE = ("quá lớn (12000×12000 điểm)", "too large (12000×12000 pixels)")
HUGE = ("quá mức 10 MB", "over the limit of 10 MB")


def bomb():
    """Give a zip of 50 MB of zeros, as small as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"\0" * 50 * MEGABYTE)
    return out.getvalue()


def wide_picture(side):
    """Give a PNG that says it is `side` by `side` pixels."""
    png, size = io.BytesIO(), side.to_bytes(4, "big")
    for kind, data in ((b"IHDR", size + size + b"\x08\0\0\0\0"), (b"IEND", b"")):
        png.write(len(data).to_bytes(4, "big") + kind + data)
        png.write(zlib.crc32(kind + data).to_bytes(4, "big"))
    return b"\x89PNG\r\n\x1a\n" + png.getvalue()


def whole(about, file, sentence):
    name, content = file
    return Bad(about, PIECE % (len(content), 0, name), 422, *sentence, body=content)


PIECES = [
    Bad("40 MB announced", PIECE % (40 * MEGABYTE, 0, "phim.mp4"), 422, *HUGE, body=b"x"),
    Bad("40 MB sent as 10 bytes", PIECE % (10, 0, "a.jpg"), 413, *UNREADABLE,
        body=b"x" * 40 * MEGABYTE),
    whole("renamed .exe", ("anh.jpg", b"MZ\x90\x00" + b"\0" * 400), NOT_TAKEN),
    whole("script named pdf", ("don.pdf", b"#!/bin/sh\nrm -rf /\n"), NOT_TAKEN),
    whole("web page named png", ("anh.png", b"<html><script>alert(1)</script>"), NOT_TAKEN),
    whole("zip bomb named pdf", ("don.pdf", bomb()), NOT_TAKEN),
    whole("torn JPEG", ("anh.jpg", JPEG[: len(JPEG) // 2]), TORN),
    whole("torn PDF", ("don.pdf", b"%PDF-1.7\n" + b"\xff" * 400), TORN),
    whole("picture of 144 million pixels", ("anh.png", wide_picture(12_000)), WIDE),
    whole("picture of 3,600 million pixels", ("anh.png", wide_picture(60_000)), TORN),
    whole("a path in the name", ("%00..%2F..%2Fpasswd%00", b"MZ" * 50), ("“passwd”", "“passwd”")),
    whole("name of 5,000 letters", ("x" * 5000, b"MZ" * 50), NOT_TAKEN),
    whole("name of broken UTF-8", ("%ff%fe", b"MZ" * 50), NOT_TAKEN),
    Bad("empty", PIECE % (0, 0, "a.jpg"), 422, "trống", "is empty", body=b"x"),
    Bad("negative offset", PIECE % (10, -5, "a.jpg"), 400, *UNREADABLE, body=b"x"),
    Bad("negative total", PIECE % (-1, 0, "a.jpg"), 400, *UNREADABLE, body=b"x"),
    Bad("total of 40 digits", PIECE % ("9" * 40, 0, "a.jpg"), 400, *UNREADABLE, body=b"x"),
    Bad("total of 5,000 digits", PIECE % ("9" * 5000, 0, "a"), 400, *UNREADABLE, body=b"x"),
    Bad("total that is no number", PIECE % ("1e9", 0, "a.jpg"), 400, *UNREADABLE, body=b"x"),
    Bad("no key", "/to-khai/{key}/tep/proof.notice/?khoa=1&tong=9&vi-tri=0", 400, *UNREADABLE,
        body=b"x"),
    Bad("nothing said", "/to-khai/{key}/tep/proof.notice/", 400, *UNREADABLE, body=b"x"),
    Bad("no such question", "/to-khai/{key}/tep/%00/?khoa={piece}&tong=9&vi-tri=0", 404,
        "Không có trang này", "leads nowhere", body=b"x"),
    Bad("a question for words", "/to-khai/{key}/tep/child.full_name/?khoa={piece}&tong=9&vi-tri=0",
        404, "Không có trang này", "leads nowhere", body=b"x"),
]  # fmt: skip


@pytest.mark.parametrize("bad", PIECES, ids=str)
def test_a_file_that_cannot_be_taken_is_refused_in_words(begun, bad):
    viewer, client, names = begun
    assert_told(client, bad, **names)
    assert queries.draft(viewer=viewer, key=names["key"]).attachments == ()


def test_a_piece_out_of_place_writes_nothing_and_says_how_much_is_here(begun):
    _, client, names = begun
    for query in ((100, 50, "a.jpg"), (5, 0, "a.jpg")):
        names["piece"] = uuid4()
        answer = send(client, Bad("", PIECE % query, 200, "", "", body=b"x" * 50), **names)
        assert answer.json() == {"received": 0}


def test_an_upload_of_somebody_else_is_neither_read_nor_written(begun):
    _, client, names = begun
    half = PIECE % (len(JPEG), 0, "a.jpg")
    client.post(half.format(**names), JPEG[:40], content_type="application/octet-stream")
    stranger = people.citizen()
    mine = names | {"key": dossiers.draft(stranger)}
    other = people.logged_in(stranger)
    assert other.get(half.format(**mine)).json() == {"received": 0}
    told = Bad("", half, 422, "không khớp với tệp đã bắt đầu", "does not match", body=JPEG[:40])
    assert_told(other, told, **mine)
    assert client.get(half.format(**names)).json() == {"received": 40}


def test_another_total_under_the_same_key_is_no_going_on(begun):
    _, client, names = begun
    begun_with = PIECE % (len(JPEG), 0, "a.jpg")
    client.post(begun_with.format(**names), JPEG[:40], content_type="application/octet-stream")
    told = Bad("", PIECE % (90, 0, "a.jpg"), 422, "không khớp", "does not match", body=JPEG[:40])
    assert_told(client, told, **names)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("anh.jpg", b"MZ\x90\x00" + b"\0" * 400, "nội dung không phải là PDF"),
        ("anh.jpg", JPEG[: len(JPEG) // 2], "bị hỏng"),
        ("phim.jpg", b"x" * 40 * MEGABYTE, "quá mức 10 MB"),
        ("trong.jpg", b"", "trống"),
    ],
    ids=["exe", "torn", "40 MB", "empty"],
)
def test_without_a_script_the_file_is_refused_and_the_other_answers_stay(
    begun, name, content, words
):
    viewer, client, names = begun
    file = SimpleUploadedFile(name, content, "image/jpeg")
    typed = {"proof.kind": "notice", "proof.notice.file": file}
    answer = client.post(page("proof").format(**names), typed)
    assert answer.status_code == 422
    assert words in answer.text
    kept = queries.draft(viewer=viewer, key=names["key"])
    assert (kept.answers["proof.kind"], kept.attachments) == ("notice", ())
