"""The Jinja2 environment that every page is drawn with."""

from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    """Build the environment: autoescape on, undefined names are errors, gettext in templates."""
    options["undefined"] = StrictUndefined
    options.pop("autoescape", None)
    env = Environment(
        autoescape=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
    env.globals.update(static=static, url=reverse, language=translation.get_language)
    env.globals["demonstration"] = settings.DEMONSTRATION
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True
    )
    return env
