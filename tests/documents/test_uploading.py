"""Files are taken for what they are, in whole or in pieces, and refused with a remedy."""

import io
import uuid
import zipfile
from datetime import UTC, datetime

import pikepdf
import pytest
from PIL import Image
from tests.documents import papers

from motcua.documents import actions, ports, queries
from motcua.documents.models import File
from motcua.documents.rules.policy import MEGABYTE, POLICY, UploadRefused
from motcua.documents.rules.sniffing import clean_name
from motcua.journal.values import Actor

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
BY = Actor(kind="account", key=str(uuid.UUID(int=1)), name="Nguyễn Thị Hậu")


def picture(kind="JPEG", size=(40, 30)):
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind)
    return out.getvalue()


def pdf(password=None):
    lock = {"encryption": pikepdf.Encryption(owner=password, user=password)} if password else {}
    return papers.pdf(**lock)


def as_it_came(file):
    return ports.incoming().get(file.sha256)


def zipped():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    return out.getvalue()


def store(content, filename="giay chung sinh.jpg"):
    return actions.store(content=content, filename=filename, by=BY, at=AT)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "filename", "kept_as", "media_type"),
    [
        (picture(), "giấy chứng sinh.jpg", "giấy chứng sinh.jpg", "image/jpeg"),
        (picture("PNG"), "anh.PNG", "anh.PNG", "image/png"),
        (picture("WEBP"), "anh.jpg", "anh.jpg.webp", "image/webp"),
        (pdf(), "C:\\Users\\hau\\don.pdf", "don.pdf", "application/pdf"),
        (pdf(), "../../etc/passwd", "passwd.pdf", "application/pdf"),
    ],
)
def test_a_file_is_kept_under_its_real_type(content, filename, kept_as, media_type):
    kept = store(content, filename)

    assert (kept.filename, kept.media_type, kept.size) == (kept_as, media_type, len(content))
    assert as_it_came(kept) == content


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "filename", "words"),
    [
        (b"", "trong.jpg", "trống"),
        (b"MZ\x90\x00" + b"\x00" * 200, "anh.jpg", "không phải là PDF"),
        (b"#!/bin/sh\nrm -rf /\n", "don.pdf", "không phải là PDF"),
        (zipped(), "don.pdf", "không phải là PDF"),
        (b"<html><script>alert(1)</script></html>", "anh.png", "không phải là PDF"),
        (b"\x00" * 500, "anh.jpg", "không phải là PDF"),
        (picture()[:300], "anh.jpg", "hỏng"),
        (b"%PDF-1.7\n" + b"\xff" * 400, "don.pdf", "hỏng"),
        (pdf(password="mat-khau"), "don.pdf", "mật khẩu"),
        (b"x" * 40 * MEGABYTE, "phim.mp4", "quá mức 10 MB"),
        (b"rac" + pdf(), "don.pdf", "không phải là PDF"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(content, filename, words):
    with pytest.raises(UploadRefused, match=words) as refused:
        store(content, filename)

    assert filename in refused.value.sentence.vi
    assert "Bạn hãy" in refused.value.sentence.vi
    assert refused.value.sentence.en
    assert not File.objects.exists()


@pytest.mark.django_db
def test_an_image_of_too_many_pixels_is_refused(monkeypatch):
    monkeypatch.setattr("motcua.documents.rules.sniffing.POLICY", POLICY)
    bomb = picture("PNG", (12_000, 8_000))

    with pytest.raises(UploadRefused, match="12000×8000"):
        store(bomb, "bom.png")


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        ("a\x00b.jpg", "ab.jpg"),
        ("../../x.pdf", "x.pdf"),
        ("\u202egpj.exe", "gpj.exe"),
        ("", "tep"),
        ("...", "tep"),
        ("đơn xin <b>.pdf", "đơn xin b.pdf"),
    ],
)
def test_names_are_made_safe(given, clean):
    assert clean_name(given) == clean


def test_a_long_name_keeps_its_ending():
    name = clean_name("ả" * 400 + ".pdf")

    assert len(name) <= 120
    assert name.endswith(".pdf")


@pytest.mark.django_db
class TestPieces:
    key = uuid.UUID(int=7)

    def send(self, content, offset, chunk, *, by=BY):
        return actions.receive_chunk(
            key=self.key,
            filename="anh.jpg",
            total=len(content),
            offset=offset,
            chunk=chunk,
            by=by,
            at=AT,
        )

    def test_pieces_make_a_file_even_when_some_come_twice(self):
        content = picture(size=(300, 300))
        half = len(content) // 2

        assert self.send(content, 0, content[:half]).received == half
        assert self.send(content, 0, content[:half]).received == half
        done = self.send(content, half, content[half:])

        assert as_it_came(done.file) == content
        assert self.send(content, half, content[half:]).file == done.file
        assert File.objects.count() == 1

    def test_a_gap_is_not_written(self):
        content = picture(size=(300, 300))

        assert self.send(content, 500, content[500:900]).received == 0

    def test_progress_is_told_to_its_owner_only(self):
        content = picture(size=(300, 300))
        self.send(content, 0, content[:100])

        assert queries.progress(key=self.key, owner=BY.key).received == 100
        assert queries.progress(key=self.key, owner="somebody") is None

    def test_somebody_else_cannot_go_on_with_it(self):
        content = picture(size=(300, 300))
        self.send(content, 0, content[:100])

        with pytest.raises(UploadRefused):
            self.send(content, 100, content[100:], by=Actor("account", "other", "Khác"))

    def test_more_than_announced_begins_anew(self):
        content = picture(size=(300, 300))
        self.send(content, 0, content[:100])

        assert self.send(content, 100, content + content).received == 0

    def test_a_bad_file_in_pieces_is_refused_and_forgotten(self):
        content = b"MZ" + b"\x00" * 500

        with pytest.raises(UploadRefused):
            self.send(content, 0, content)

        assert queries.progress(key=self.key, owner=BY.key) is None
