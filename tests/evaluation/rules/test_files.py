"""Files that are taken as evidence: told from their bytes."""

import pytest
from tests.factories.campaigns import PICTURE

from motcua.evaluation.rules.files import LARGEST, clean_name, media_type_of
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import Upload


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PICTURE, "image/png"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
    ],
)
def test_the_bytes_say_what_it_is_not_the_name(content, media_type):
    assert media_type_of(Upload(name="a.exe", content=content)) == media_type


@pytest.mark.parametrize(
    "content",
    [b"", b"<script>", b"MZ\x90\x00", b"PK\x03\x04", PICTURE + bytes(LARGEST)],
    ids=["empty", "script", "program", "archive", "too large"],
)
def test_anything_else_is_refused(content):
    with pytest.raises(CampaignRefused) as refused:
        media_type_of(Upload(name="anh.png", content=content))
    assert refused.value.field == "tep"


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\anh\\một.png", "một.png"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("  ", "tep"),
        ("...", "tep"),
        ("x" * 300 + ".png", "x" * 116 + ".png"),
    ],
)
def test_names_are_safe_to_keep_and_show(name, clean):
    assert clean_name(name) == clean
