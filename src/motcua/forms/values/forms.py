"""A loaded form: its pages, and every field with the place where it stands."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from pydantic import Field

from motcua.forms.values.fields import Code, Element, Expression, Field_, Name, Option
from motcua.kernel.definitions import Strict, Words


class PageSource(Strict):
    """One page as it is written."""

    name: Name
    """Name of the page in addresses."""
    title: Words
    """Its heading."""
    intro: Words | None = None
    """Words under the heading."""
    visible: Expression | None = None
    """CEL: the page is asked only where it is true."""
    fields: tuple[Field_, ...] = Field(min_length=1)
    """Its fields, in order."""


class FormSource(Strict):
    """A form file as it is written."""

    title: Words
    """Name of the form."""
    source: str | None = None
    """Where the form stands in law, or `unconfirmed`."""
    pages: tuple[PageSource, ...] = Field(min_length=1)
    """Its pages, in order."""


class CodeList(Strict):
    """A list of codes and names under `library/lists`, with its date and source."""

    code: Code
    title: Words
    source: str
    valid_from: str
    options: tuple[Option, ...] = Field(min_length=1)


class DataElement(Strict):
    """One entry of the shared dictionary: what is once given is not asked again."""

    code: Code
    title: Words
    types: tuple[str, ...] = Field(min_length=1)
    source: str | None = None


class Dictionary(Strict):
    """The shared dictionary of data elements, `library/dictionary/elements.yaml`."""

    title: Words
    elements: tuple[DataElement, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Library:
    """Lists and data elements that forms refer to by code."""

    lists: Mapping[str, CodeList] = dataclasses.field(default_factory=dict)
    elements: Mapping[str, DataElement] | None = None


class Units(Protocol):
    """Provinces and communes of one edition of the territory."""

    edition: str

    def province(self, code: str) -> str | None:
        """Give the name of a province, or None where there is none of that code."""
        ...

    def commune(self, code: str) -> tuple[str, str] | None:
        """Give (name, code of its province), or None."""
        ...


@dataclass(frozen=True, eq=False)
class Placed:
    """A field where it stands: full path, page, every condition over it.

    `line` is where it stands in the file, `lines` where each of its expressions does."""

    path: str
    field: Element
    page: str
    conditions: tuple[str, ...]
    at: tuple[str | int, ...]
    line: int
    rows: tuple["Placed", ...] = ()
    lines: Mapping[str, int] = dataclasses.field(default_factory=dict)

    @property
    def type(self) -> str:
        """The type written in the file."""
        return str(getattr(self.field, "type", ""))


@dataclass(frozen=True, eq=False)
class Page:
    """One page and the fields on it, groups flattened, in order."""

    name: str
    title: Words
    intro: Words | None
    visible: str | None
    fields: tuple[Placed, ...]
    line: int


@dataclass(frozen=True, eq=False, repr=False)
class FormDefinition:
    """A form that was loaded and found right. Compared by identity: it is loaded once."""

    name: str
    title: Words
    pages: tuple[Page, ...]
    fields: Mapping[str, Placed]
    library: Library

    def __repr__(self) -> str:
        return f"<FormDefinition {self.name}>"

    @property
    def file_paths(self) -> tuple[str, ...]:
        """Give the paths of the questions that are answered with files, in order."""
        return tuple(path for path, placed in self.fields.items() if placed.type == "file")

    def page(self, name: str) -> Page:
        """Give the page of that name; KeyError where there is none."""
        for page in self.pages:
            if page.name == name:
                return page
        raise KeyError(name)
