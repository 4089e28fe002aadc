"""Procedures by code, as public pages name them."""

import re

from motcua.kernel.words import Refused, Sentence
from motcua.procedures import queries as procedures
from motcua.web import clock
from motcua.web.formats import say

_CODE = re.compile(r"[0-9A-Z][0-9A-Za-z.\-]{0,39}")


class CodeUnknown(Refused):
    """This is no code of a procedure."""


def procedure(code: str) -> str:
    """Give the name of a procedure; its code where the catalogue does not know it."""
    return names((checked(code),)).get(code, code)


def checked(code: str) -> str:
    """Give a code that a procedure may have; raise CodeUnknown."""
    if not _CODE.fullmatch(code):
        raise CodeUnknown(
            Sentence(
                f"“{code[:40]}” không phải mã thủ tục. Mã thủ tục trông như 1.001193.",
                f"“{code[:40]}” is no code of a procedure. They look like 1.001193.",
            )
        )
    return code


def names(codes: tuple[str, ...]) -> dict[str, str]:
    """Name many procedures at once: those people apply for here, then those of the catalogue."""
    known = {one.code: say(one.name) for one in procedures.services(clock.today())}
    found = {code: known[code] for code in codes if code in known}
    missing = tuple(code for code in codes if code not in known)
    return {**found, **_from_catalogue(missing)}


def _from_catalogue(codes: tuple[str, ...]) -> dict[str, str]:
    return dict(procedures.names(codes)) if codes else {}
