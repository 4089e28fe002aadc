"""Addresses of pages as they are kept: a path without query, without anybody in it."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote, unquote_to_bytes

from motcua.measurement.rules import privacy

LONGEST = 200
_READ = 1_000

_DOSSIER = re.compile(r"[A-Za-z0-9.]{3,35}-\d{6}-[A-Za-z0-9]{4,12}(?=$|\.)")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}")
_NUMBER = re.compile(r"\d{5,}|\d{1,4}(?=\.\w)")
_TOKEN = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[A-Za-z0-9_=~:-]{16,}")
_SLUG = re.compile(r"[a-z0-9]{1,24}(?:[-_][a-z0-9]{1,24})+")
_PROCEDURE = re.compile(r"(?<![\d.])(\d\.\d{6})(?!\d)")
_HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,99}(?::\d{1,5})?")
_MULTIPLE_SLASHES = re.compile(r"/{2,}")


def page_of(url: str) -> str:
    """Give the path of `url` without query and fragment, generalised, at most 200 characters.

    What stands for one person or one case becomes `*` (codes of dossiers, UUIDs, numbers of five
    digits and more, tokens); what could name somebody becomes its kind: `/tra-cuu/(phone)/`.
    """
    return _path(url[:_READ].partition("?")[0].partition("#")[0])


def host_of(url: str) -> str:
    """Give the host of `url` in lower case, without its port; empty where there is none."""
    return _host(url[:_READ].partition("?")[0])


@lru_cache(maxsize=16_384)
def procedure_of(page: str) -> str:
    """Give the national code of the procedure that a page is about; empty where it names none."""
    found = _PROCEDURE.search(page)
    return found[1] if found else ""


def query_of(url: str) -> str:
    """Give what of `url` is not kept, its query and fragment, to be looked at and forgotten."""
    return url[len(url.partition("?")[0].partition("#")[0]) : _READ]


@lru_cache(maxsize=16_384)
def _host(url: str) -> str:
    scheme, _, rest = url.partition("://")
    if not rest or "/" in scheme:
        return ""
    named = rest.partition("/")[0].rpartition("@")[2]
    found = _HOST.fullmatch(named)
    return named.partition(":")[0].lower() if found else ""


@lru_cache(maxsize=16_384)
def _path(address: str) -> str:
    if "://" in address.partition("/")[0] + "//":
        address = "/" + address.partition("://")[2].partition("/")[2]
    plain = _plain(address)
    text = plain if plain.isascii() else unicodedata.normalize("NFKC", plain)
    path = "/".join(map(_segment, text.split("/")))
    path = _MULTIPLE_SLASHES.sub("/", path)
    path = path if path.startswith("/") else f"/{path}"
    return privacy.masked(path)[:LONGEST]


def _plain(address: str) -> str:
    """Undo percent signs, however often they were put, and drop what cannot be printed."""
    for _ in range(4):
        if "%" not in address:
            break
        if address.isascii():  # as unquote does, which looks for this by a pattern
            address = unquote_to_bytes(address).decode("utf-8", "replace")
        else:
            address = unquote(address)
    plain = address.partition("?")[0].partition("#")[0]
    if plain.isprintable() and "\\" not in plain:
        return plain
    return "".join(letter for letter in plain if letter.isprintable() and letter != "\\")


@lru_cache(maxsize=4_096)
def _segment(segment: str) -> str:
    segment = segment.partition(";")[0]
    if not segment or segment.isalpha():
        return segment
    if _DOSSIER.match(segment):
        return "*"
    if _PROCEDURE.fullmatch(segment):
        return segment
    named = privacy.names_a_person(segment)
    if named:
        return f"({named})"
    if _UUID.search(segment) or _NUMBER.fullmatch(segment):
        return "*"
    if _TOKEN.fullmatch(segment) and not _SLUG.fullmatch(segment):
        return "*"
    return segment
