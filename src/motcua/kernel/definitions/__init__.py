"""Definitions: the law as data, read from YAML 1.2 and refused with file, line and remedy.

A definition file is one mapping. Every problem that can be found is found at once, and each says
what is wrong and what would be right, so that a legal officer can mend the file without us.

Deliberately narrower than YAML 1.2: no anchors, aliases, tags or merge keys (a law is written out),
no duplicate keys; a number with a leading zero stays text (codes keep their zeros), and so does a
date (models of type `date` read it)."""

from typing import TypeVar

from pydantic import ValidationError

from motcua.kernel.definitions.explain import nearest, problems_of
from motcua.kernel.definitions.models import Strict, Words, wrong
from motcua.kernel.definitions.source import (
    MAX_BYTES,
    DefinitionRefused,
    Document,
    Path,
    Plain,
    Problem,
    decode,
    read,
)

__all__ = [
    "MAX_BYTES",
    "DefinitionRefused",
    "Document",
    "Path",
    "Plain",
    "Problem",
    "Strict",
    "Words",
    "decode",
    "load",
    "load_bytes",
    "nearest",
    "parse",
    "read",
    "wrong",
]


M = TypeVar("M", bound=Strict)


def parse(document: Document, model: type[M]) -> M:
    """Fit a read document into `model`, or raise `DefinitionRefused` with every misfit."""
    found: list[Problem] = list(document.problems)
    value: M | None = None
    try:
        value = model.model_validate_json(document.as_json(), strict=True)
    except ValidationError as refusal:
        found += problems_of(refusal, document, model)
    if found or value is None:
        raise DefinitionRefused(tuple(sorted(found, key=lambda p: p.line)))
    return value


def load(text: str, *, name: str, model: type[M]) -> M:
    """Read one YAML definition into `model`; `name` is the file's name in every message."""
    return parse(read(text, name=name), model)


def load_bytes(content: bytes, *, name: str, model: type[M]) -> M:
    """Read one YAML definition from the bytes of its file (UTF-8)."""
    return load(decode(content, name=name), name=name, model=model)
