"""PDF without anything that acts: scripts, launches, files inside, XFA, sound and film.

Keys and actions are those of ISO 32000-2, 12.6 (actions), 12.5.6 (annotations), 7.11.4 (embedded
files), 12.7.8 (XFA). Links to web pages stay: they do nothing by themselves.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

_KEYS = {
    "/JS": "script",
    "/JavaScript": "script",
    "/OpenAction": "action",
    "/AA": "action",
    "/XFA": "xfa",
    "/EmbeddedFiles": "file",
    "/EF": "file",
    "/Collection": "file",
    "/RichMediaContent": "media",
    "/RichMediaSettings": "media",
}
_ACTIONS = {
    "/JavaScript": "script",
    "/Launch": "launch",
    "/SubmitForm": "action",
    "/ImportData": "action",
    "/GoToE": "file",
    "/GoToR": "action",
    "/Rendition": "media",
    "/RichMediaExecute": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/GoTo3DView": "media",
}
_ANNOTATIONS = {
    "/RichMedia": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/Screen": "media",
    "/3D": "media",
    "/FileAttachment": "file",
}
_DEEPEST = 40


class Unreadable(Exception):
    """The PDF cannot be opened; `locked` when only its password is missing."""

    def __init__(self, why: str, *, locked: bool = False) -> None:
        super().__init__(why)
        self.locked = locked


@dataclass(frozen=True, slots=True)
class Look:
    """What a PDF is: how many pages, whether somebody signed it, what in it acts."""

    pages: int
    signed: bool
    acts: tuple[str, ...]


def look(content: bytes) -> Look:
    """Read a PDF whole; raises `Unreadable`."""
    with _opened(content) as pdf:
        try:
            every = list(_dictionaries(pdf))
            acts = {reason for one in every for reason in _reasons(one)}
            # Going to a page when opened is no danger; only an action is.
            return Look(len(pdf.pages), any(map(_is_signature, every)), tuple(sorted(acts)))
        except (pikepdf.PdfError, ValueError, TypeError, RecursionError) as cause:
            raise Unreadable(str(cause)) from cause


def defanged(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Write a PDF anew without what acts; gives it and what was taken out. Raises `Unreadable`.

    Only what the document reaches is written, so what stood before, between or after it is gone.
    """
    with _opened(content) as pdf:
        try:
            taken_out = {reason for one in _dictionaries(pdf) for reason in _disarmed(one)}
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True)
        except (pikepdf.PdfError, ValueError, TypeError, RecursionError) as cause:
            raise Unreadable(str(cause)) from cause
    return out.getvalue(), tuple(sorted(taken_out))


def _opened(content: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(content))
    except pikepdf.PasswordError as cause:
        raise Unreadable("password", locked=True) from cause
    except (pikepdf.PdfError, ValueError, RecursionError) as cause:
        raise Unreadable(str(cause)) from cause


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Walk every dictionary of the file, reached or not, those inside others as well."""
    yield pdf.trailer
    for thing in pdf.objects:
        yield from _within(thing, 0)


def _within(thing: Any, depth: int) -> Iterator[Any]:
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
    children: list[Any] = []
    if isinstance(thing, pikepdf.Array):
        children = list(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        children = [thing.get(key) for key in list(thing.keys())]
    for child in children:
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            yield from _within(child, depth + 1)


def _reasons(one: Any) -> Iterator[str]:
    """Name what in a dictionary acts."""
    for key, reason in _KEYS.items():
        if key in one and not (key == "/OpenAction" and isinstance(one[key], pikepdf.Array)):
            yield reason
    action, annotation = _name(one, "/S"), _name(one, "/Subtype")
    if _is_action(one) and action in _ACTIONS:
        yield _ACTIONS[action]
    if "/Rect" in one and annotation in _ANNOTATIONS:
        yield _ANNOTATIONS[annotation]


def _disarmed(one: Any) -> list[str]:
    """Take what acts out of a dictionary; gives the reasons."""
    reasons = list(_reasons(one))
    for key in _KEYS:
        if key in one:
            del one[key]
    if _is_action(one) and _name(one, "/S") in _ACTIONS:
        for key in list(one.keys()):
            del one[key]
        one["/S"] = pikepdf.Name("/None")
    if "/Annots" in one:
        notes = _listed(one["/Annots"])
        acting = [each for each in notes if _acting_annotation(each)]
        reasons += [_ANNOTATIONS[_name(each, "/Subtype")] for each in acting]
        one["/Annots"] = pikepdf.Array([each for each in notes if each not in acting])
    return reasons


def _listed(annotations: Any) -> list[Any]:
    return list(annotations) if isinstance(annotations, pikepdf.Array) else []


def _acting_annotation(each: Any) -> bool:
    return isinstance(each, pikepdf.Dictionary) and _name(each, "/Subtype") in _ANNOTATIONS


def _is_action(one: Any) -> bool:
    """Tell an action from a structure element, whose `/S` names its role."""
    return _name(one, "/Type") in ("", "/Action")


def _is_signature(one: Any) -> bool:
    return "/ByteRange" in one and "/Contents" in one


def _name(one: Any, key: str) -> str:
    value = one.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""
