"""Message templates: read from YAML, checked whole, rendered in a sandbox."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import Field, ValidationInfo, field_validator

from motcua.kernel import definitions
from motcua.kernel.definitions import Strict, Words
from motcua.kernel.words import Sentence
from motcua.notifications.values import Wording

_sandbox = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
)


class MessageTemplate(Strict):
    """One kind of message in two languages, with the facts it is filled in from.

    `uses` lists every fact that the words may name; who sends must give them all.
    """

    code: str = Field(pattern=r"^[a-z_]+(\.[a-z_]+)*$", max_length=80)
    valid_from: date
    valid_to: date | None = None
    uses: tuple[str, ...]
    subject: Words
    text: Words
    short: Words

    @field_validator("subject", "text", "short")
    @classmethod
    def _checked(cls, words: Sentence, info: ValidationInfo) -> Sentence:
        uses = info.data.get("uses")
        if uses is not None:
            _check(words.vi, frozenset(uses))
            _check(words.en, frozenset(uses))
        return words

    def holds(self, on: date) -> bool:
        """Tell whether these words hold on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


def _check(words: str, uses: frozenset[str]) -> None:
    try:
        named = meta.find_undeclared_variables(parsed(words))
    except TemplateSyntaxError as error:
        raise definitions.wrong(
            Sentence(f"mẫu lời viết sai: {error}", f"the words cannot be read: {error}"),
            Sentence("hãy viết tên dữ kiện trong {{ … }}", "write facts as {{ name }}"),
        ) from None
    unknown = ", ".join(sorted(named - uses))
    if unknown:
        raise definitions.wrong(
            Sentence(f"lời dùng {unknown} mà `uses` không kể", f"the words use {unknown}"),
            Sentence("hãy thêm vào `uses` hoặc bỏ đi", "list it under `uses` or leave it out"),
        )


def load(text: str, *, name: str) -> MessageTemplate:
    """Read one template; raises DefinitionRefused with every problem and its line."""
    return definitions.load(text, name=name, model=MessageTemplate)


def render(template: MessageTemplate, context: Mapping[str, object], *, language: str) -> Wording:
    """Fill a template in. A fact that is missing raises jinja2.UndefinedError."""
    facts = {name: context[name] for name in template.uses if name in context}

    def fill(words: Sentence) -> str:
        return filled(words.in_(language), facts)

    return Wording(
        subject=" ".join(fill(template.subject).split()),
        text=fill(template.text) + "\n",
        short=" ".join(fill(template.short).split()),
    )


def parsed(words: str) -> nodes.Template:
    """Read words into their tree; raises TemplateSyntaxError."""
    return _sandbox.parse(words)


def filled(words: str, facts: Mapping[str, object]) -> str:
    """Fill words in. A fact that is missing raises jinja2.UndefinedError."""
    return _compiled(words).render(facts).strip()


@lru_cache(maxsize=256)
def _compiled(words: str) -> Template:
    return _sandbox.from_string(words)
