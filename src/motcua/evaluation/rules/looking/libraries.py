"""Libraries of scripts that are known by name, and from which version on they are sound."""

import re
from dataclasses import dataclass

from motcua.kernel.words import Sentence


@dataclass(frozen=True, slots=True)
class Known:
    """A library: from `sound` on there is no hole that its makers know; () where it has ended.

    file  how its files are called, with the version in the name, the folder or `?v=`
    """

    name: str
    sound: tuple[int, ...]
    why: Sentence
    file: str


_XSS = Sentence("lỗ hổng chèn mã (XSS)", "holes that let in scripts (XSS)")
_ENDED = Sentence("nhà phát triển đã ngừng vá lỗi", "its makers mend it no more")
_POLLUTION = Sentence(
    "lỗ hổng sửa nguyên mẫu đối tượng", "holes that let in changed prototypes of objects"
)

KNOWN = (
    Known("jQuery", (3, 5, 0), _XSS, r"jquery"),
    Known("jQuery UI", (1, 13, 0), _XSS, r"jquery[-.]ui"),
    Known("jQuery Migrate", (3, 0, 0), _XSS, r"jquery[-.]migrate"),
    Known("Bootstrap", (4, 3, 1), _XSS, r"bootstrap"),
    Known("AngularJS", (), _ENDED, r"angular(?:js)?"),
    Known("Lodash", (4, 17, 21), _POLLUTION, r"lodash"),
    Known("Underscore", (1, 13, 0), _XSS, r"underscore"),
    Known(
        "Moment",
        (2, 29, 4),
        Sentence("lỗ hổng làm treo máy", "holes that let a machine hang"),
        r"moment",
    ),
    Known("Handlebars", (4, 7, 7), _POLLUTION, r"handlebars"),
    Known("Vue", (3, 0, 0), _ENDED, r"vue"),
    Known("CKEditor", (4, 25, 0), _XSS, r"ckeditor"),
    Known("TinyMCE", (5, 10, 9), _XSS, r"tinymce"),
    Known("Knockout", (3, 5, 0), _XSS, r"knockout"),
    Known("Prototype", (), _ENDED, r"prototype"),
    Known("MooTools", (), _ENDED, r"mootools(?:-core)?"),
    Known("DOMPurify", (2, 4, 2), _XSS, r"(?:dom)?purify"),
)
BY_NAME = {one.name: one for one in KNOWN}
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,4}){1,3}")


def version(text: str) -> tuple[int, ...]:
    """Read the first version in a text: `3.5.1-slim` → (3, 5, 1); () where there is none."""
    found = _NUMBER.search(text[:100])
    return tuple(int(part) for part in found[0].split(".")) if found else ()


def outdated(name: str, number: tuple[int, ...]) -> bool:
    """Say whether a library of that version is one to be replaced."""
    known = BY_NAME.get(name)
    if known is None or not number:
        return False
    return not known.sound or number < known.sound


_SUFFIX = r"(?:[-.](?:min|slim|bundle|core|all|global|prod|esm))*"
_FILES = tuple(
    (
        one.name,
        re.compile(
            rf"(?:^|/){one.file}[-.]v?(\d[\d.]*\d)[^/]*\.js(?:[?#]|$)"
            rf"|/{one.file}(?:\.js)?[@/]v?(\d+\.[\d.]*\d)/[^?#]*\.js"
            rf"|/{one.file}{_SUFFIX}\.js\?(?:v|ver|version)=(\d+\.[\d.]*\d)",
            re.IGNORECASE,
        ),
    )
    for one in KNOWN
)


def from_address(url: str) -> tuple[str, tuple[int, ...]] | None:
    """Tell library and version from the address of a script; None where it does not say."""
    for name, pattern in _FILES:
        if found := pattern.search(url[:500]):
            number = next(group for group in found.groups() if group)
            return name, version(number)
    return None
