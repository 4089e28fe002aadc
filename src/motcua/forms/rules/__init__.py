"""Rules of forms: read one, check answers, show them, derive the rest."""

from motcua.forms.rules.checking import check, computed, pages_shown, visible
from motcua.forms.rules.deriving import (
    Column,
    Line,
    export_columns,
    for_browser,
    print_layout,
)
from motcua.forms.rules.drawing import controls
from motcua.forms.rules.linting import lint
from motcua.forms.rules.loading import library, load, load_bytes
from motcua.forms.rules.posting import from_post, to_post
from motcua.forms.rules.programme import variables_of
from motcua.forms.rules.schema import json_schema
from motcua.forms.rules.showing import masked, shown, summary

__all__ = [
    "Column",
    "Line",
    "check",
    "computed",
    "controls",
    "export_columns",
    "for_browser",
    "from_post",
    "json_schema",
    "library",
    "lint",
    "load",
    "load_bytes",
    "masked",
    "pages_shown",
    "print_layout",
    "shown",
    "summary",
    "to_post",
    "variables_of",
    "visible",
]
