"""The Jinja2 environment that every page is drawn with."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from motcua.identity.rules.names import phone_shown
from motcua.kernel.words import Sentence
from motcua.web import formats


def environment(**options: Any) -> Environment:
    """Build the environment: autoescape on, undefined names are errors, gettext in templates.

    A Sentence that is printed speaks the reader's language by itself; `say` is for where it is
    joined to other words. Filters: say, day, clock, moment, iso, dong, procedure, phone.
    """
    options["undefined"] = StrictUndefined
    options.pop("autoescape", None)
    env = Environment(
        autoescape=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_in_the_readers_language,
        **options,
    )
    env.globals.update(static=static, url=address, language=translation.get_language)
    env.filters.update(
        say=formats.say,
        day=formats.day,
        clock=formats.clock,
        moment=formats.moment,
        iso=formats.iso,
        dong=formats.dong,
        procedure=formats.procedure,
        phone=phone_shown,
    )
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True
    )
    return env


def address(name: str, *args: object, **kwargs: object) -> str:
    """Give the address of a named page: `url('portal:procedure', code=…)`."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def _in_the_readers_language(printed: Any) -> Any:
    return formats.say(printed) if isinstance(printed, Sentence) else printed
