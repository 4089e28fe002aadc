"""What a page says and where, as values: made of what the outline script gave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from motcua.evaluation.values.observations import SNIPPET, Place
from motcua.kernel.words import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A link, button, heading, label, picture, script: what it says and where it stands.

    target  address of a link, a picture, a script
    value   what stands beside a label or under a heading; what more is told of others
    region  nav, header, footer, article, main, aside, "" elsewhere
    """

    what: str = ""
    text: str = ""
    target: str = ""
    value: str = ""
    level: int = 0
    region: str = ""
    seen: bool = True
    selector: str = ""
    snippet: str = ""
    box: tuple[int, int, int, int] | None = None

    def place(self, says: Sentence | None = None, rule: str = "") -> Place:
        """Give where it stands, as evidence."""
        html = f"{self.snippet} {self.text}".strip() if self.what != "form" else self.snippet
        return Place(
            selector=self.selector, snippet=html[:SNIPPET], says=says, box=self.box, rule=rule
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a form; `kind` is its type (text, search, file…), select or textarea."""

    kind: str = "text"
    name: str = ""
    id: str = ""
    label: str = ""
    placeholder: str = ""
    hint: str = ""
    pattern: str = ""
    value: str = ""
    selector: str = ""
    seen: bool = True
    required: bool = False

    @property
    def says(self) -> str:
        """Everything that tells what it asks for."""
        return f"{self.label} {self.placeholder} {self.name} {self.id}"

    @property
    def is_typed(self) -> bool:
        """Whether one types or picks something into it."""
        return self.kind not in {"hidden", "checkbox", "radio", "submit", "button", "image"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form; `method` is get, post, dialog, or "" for fields outside any form.

    captcha  "" where there is none, `spoken` where it can be listened to, else `silent`
    """

    item: Item
    method: str = "get"
    role: str = ""
    captcha: str = ""
    said: str = ""
    fields: tuple[Field, ...] = ()
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A page by its parts. `count` is how many links there are, also beyond those kept."""

    url: str = ""
    title: str = ""
    lang: str = ""
    description: str = ""
    robots: str = ""
    text: str = ""
    tail: str = ""
    print: str = ""
    count: int = 0
    steps: int = 0
    framed: bool = False
    links: tuple[Item, ...] = ()
    buttons: tuple[Item, ...] = ()
    headings: tuple[Item, ...] = ()
    labels: tuple[Item, ...] = ()
    images: tuple[Item, ...] = ()
    media: tuple[Item, ...] = ()
    scripts: tuple[Item, ...] = ()
    missing: tuple[Item, ...] = ()
    crumbs: tuple[Item, ...] = ()
    acts: tuple[Item, ...] = ()
    """Items of numbered lists in the main part: steps that somebody is told to take."""
    forms: tuple[Form, ...] = field(default_factory=tuple)
    linked: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    times: tuple[str, ...] = ()

    @property
    def typed(self) -> tuple[tuple[Form, Field], ...]:
        """Every field that one sees and types or picks something into, with its form."""
        return tuple(
            (form, one) for form in self.forms for one in form.fields if one.is_typed and one.seen
        )


WORDS = ("url", "title", "lang", "description", "robots", "text", "tail", "print")
ITEMS = (
    *("links", "buttons", "headings", "labels", "images", "media"),
    *("scripts", "missing", "crumbs", "acts"),
)


def outline_of(told: object) -> Outline:
    """Make an outline of what the script gave; what has another shape is left out."""
    page = told if isinstance(told, Mapping) else {}
    parts: dict[str, Any] = {name: _words(page.get(name)) for name in WORDS}
    parts |= {name: tuple(_item(one) for one in _list(page.get(name))) for name in ITEMS}
    parts |= {
        name: tuple(_words(one) for one in _list(page.get(name)))
        for name in ("linked", "kinds", "times")
    }
    return Outline(
        **parts,
        count=_number(page.get("count")),
        steps=_number(page.get("steps")),
        framed=page.get("framed") is True,
        forms=tuple(_form(one) for one in _list(page.get("forms"))),
    )


def _form(told: object) -> Form:
    form = told if isinstance(told, Mapping) else {}
    return Form(
        item=_item(form),
        method="" if form.get("what") == "loose" else _words(form.get("method")) or "get",
        role=_words(form.get("role")),
        captcha=_words(form.get("captcha")),
        said=_words(form.get("said")),
        fields=tuple(_field(one) for one in _list(form.get("fields"))),
        buttons=tuple(_words(one) for one in _list(form.get("buttons"))),
    )


def _field(told: object) -> Field:
    one = told if isinstance(told, Mapping) else {}
    names = ("kind", "name", "id", "label", "placeholder", "hint", "pattern", "value", "selector")
    return Field(
        **{name: _words(one.get(name)) for name in names},
        seen=one.get("seen") is True,
        required=one.get("required") is True,
    )


def _item(told: object) -> Item:
    one = told if isinstance(told, Mapping) else {}
    names = ("what", "text", "target", "value", "region", "selector", "snippet")
    box = [_number(side) for side in _list(one.get("box"))]
    return Item(
        **{name: _words(one.get(name)) for name in names},
        level=_number(one.get("level")),
        seen=one.get("seen") is True,
        box=(box[0], box[1], box[2], box[3]) if len(box) == 4 else None,
    )


def _words(told: object) -> str:
    return told if isinstance(told, str) else ""


def _number(told: object) -> int:
    return int(told) if isinstance(told, int | float) and abs(told) < 1e9 else 0


def _list(told: object) -> Sequence[object]:
    return told if isinstance(told, list | tuple) else ()
