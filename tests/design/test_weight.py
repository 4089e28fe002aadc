"""What a reader on a slow network pays for: the style and the typeface."""

import gzip
import unicodedata
from pathlib import Path

import pytest

import motcua.design
from motcua.design.letters import letters

HOME = Path(motcua.design.__file__).parent
STATIC = HOME / "static" / "design"
BASES = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]


def test_the_style_stays_light():
    style = (STATIC / "css" / "motcua.css").read_bytes()
    assert len(gzip.compress(style)) < 10_000


@pytest.mark.parametrize("weight", [400, 700])
def test_the_typeface_stays_light(weight):
    font = (STATIC / "fonts" / f"be-vietnam-pro-{weight}.woff2").read_bytes()
    assert font[:4] == b"wOF2"
    assert len(font) < 12_500


def test_every_vietnamese_letter_is_in_the_typeface():
    small = {unicodedata.normalize("NFC", base + tone) for base in BASES for tone in TONES} | {"đ"}
    vietnamese = small | {letter.upper() for letter in small}
    assert len(vietnamese - set(map(chr, range(128)))) == 134
    assert vietnamese <= letters()


def test_the_licence_of_the_typeface_goes_with_it():
    for folder in (HOME / "fonts", STATIC / "fonts"):
        assert "SIL Open Font License" in (folder / "OFL.txt").read_text(encoding="utf-8")


def test_the_style_brings_nothing_from_elsewhere():
    style = (
        (STATIC / "css" / "motcua.css")
        .read_text(encoding="utf-8")
        .replace("http://www.w3.org/2000/svg", "")
    )
    assert "http" not in style
    assert "@import" not in style
