"""The reference of field types, drawn from the models themselves.

python -m motcua.forms.rules.describing > docs/reference/form-fields.md"""

import ast
import inspect
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from motcua.forms.rules.conditions.functions import BUILT_IN, FUNCTIONS, MACROS, METHODS
from motcua.forms.rules.programme import PARTS
from motcua.forms.values.fields import Element, Field_, Offering, Question, Typed
from motcua.forms.values.forms import FormSource, PageSource
from motcua.kernel.words import Sentence

_INTRODUCTION = """# Fields of a form

Generated from `motcua.forms.values` by `python -m motcua.forms.rules.describing`; do not edit.
How to write a form: [write-a-form](../how-to/write-a-form.md).

Texts for people are a Vietnamese text, or `{vi: …, en: …}`. Names are small letters, digits and
underscores, joined by dots (`child.full_name`). CEL is an expression over the answers.
"""


def reference() -> str:
    """Give the whole page in Markdown."""
    return "\n".join([_INTRODUCTION, *_shared(), *_types(), *_expressions()]).rstrip() + "\n"


def _shared() -> Iterator[str]:
    yield from _section("## The file", FormSource)
    yield from _section("## A page", PageSource)
    yield from _section("## Every field", Element)
    yield from _section("## Every question", Question, known=Element)
    yield from _section("## Questions with one text box", Typed, known=Question)
    yield from _section("## Questions with options", Offering, known=Question)


def _types() -> Iterator[str]:
    yield "## Types\n"
    for model in get_args(get_args(Field_)[0]):
        name = get_args(model.model_fields["type"].annotation)[0]
        known = next(base for base in model.__mro__[1:] if issubclass(base, BaseModel))
        yield from _section(f"### `{name}`", model, known=known)
        if parts := PARTS.get(name):
            listed = ", ".join(f"`{part}`" for part in parts)
            yield f"Parts that conditions may compare: {listed}.\n"


def _expressions() -> Iterator[str]:
    yield "## Expressions\n"
    yield "| function | gives | |\n|---|---|---|"
    for name, function in sorted(FUNCTIONS.items()):
        words = (function.call.__doc__ or "").splitlines()[0].removeprefix("Give ")
        yield f"| `{name}({', '.join(function.parameters)})` | `{function.returns}` | {words} |"
    yield ""
    yield f"Of CEL itself: {_listed(BUILT_IN)}; on texts and lists {_listed(METHODS)};"
    yield f"on lists {_listed(MACROS)}; `&&`, `||`, `!`, `? :`, `in`, comparison, whole numbers."
    yield "`today` is the date in Hà Nội. Within a repetition, `row.<name>` is a field of the row."


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _section(
    heading: str, model: type[BaseModel], *, known: type[BaseModel] | None = None
) -> Iterator[str]:
    yield f"{heading}\n\n{' '.join((model.__doc__ or '').split())}\n"
    inherited = known.model_fields if known else {}
    own = {n: i for n, i in model.model_fields.items() if n not in inherited and n != "type"}
    if own:
        yield "| key | is | default | |\n|---|---|---|---|"
        told = _told(model)
        for name, info in own.items():
            cells = (f"`{info.alias or name}`", _kind(info.annotation), _default(info))
            yield f"| {' | '.join(cells)} | {told.get(name, '')} |"
        yield ""


def _told(model: type[BaseModel]) -> dict[str, str]:
    """Give the words under each attribute, which Python itself does not keep."""
    body = ast.parse(inspect.getsource(model)).body[0].body  # type: ignore[attr-defined]  # a class
    return {
        line.target.id: " ".join(str(words.value.value).split())
        for line, words in pairwise(body)
        if isinstance(line, ast.AnnAssign)
        and isinstance(line.target, ast.Name)
        and isinstance(words, ast.Expr)
        and isinstance(words.value, ast.Constant)
    }


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return "*required*"
    value = info.default
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{', '.join(map(str, value))}`" if isinstance(value, tuple) else f"`{value}`"


def _kind(kind: Any) -> str:
    if get_origin(kind) is Annotated:
        return _kind(get_args(kind)[0])
    if get_origin(kind) is Literal:
        return ", ".join(f"`{value}`" for value in get_args(kind))
    if get_origin(kind) in {Union, type(int | str)}:
        members = [inner for inner in get_args(kind) if inner is not type(None)]
        if len(members) > 5:
            return "field"
        return " or ".join(_kind(inner) for inner in members)
    if get_origin(kind) is tuple:
        return f"list of {_kind(get_args(kind)[0])}"
    plain = {str: "text", int: "whole number", bool: "true or false", Sentence: "words"}
    return plain.get(kind, f"`{getattr(kind, '__name__', kind)}`")


if __name__ == "__main__":
    sys.stdout.write(reference())
