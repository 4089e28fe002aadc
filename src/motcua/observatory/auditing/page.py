"""The report as one HTML file: styles and pictures inside, nothing asked of any server."""

import re
from functools import cache
from pathlib import Path

from django.template import engines
from django.utils import translation
from markupsafe import Markup

from motcua import design
from motcua.evaluation.values.judged import Judged
from motcua.observatory.auditing import telling
from motcua.observatory.auditing.pictures import Pictures, Read

STYLES = Path(design.__file__).parent / "static" / "design" / "css"
SHEETS = ("motcua.css", "charts.css", "audit.css")
_FONTS = re.compile(r"@font-face\s*{[^}]*}")


def html(judged: Judged, *, read: Read, language: str = "vi") -> bytes:
    """Write the report; `read` gives what is kept under a digest."""
    with translation.override(language):
        told = telling.whole(judged, Pictures(read))
        drawn = engines["jinja2"].get_template("observatory/audit/report.html")
        return drawn.render({**told, "styles": _styles()}).encode()


@cache
def _styles() -> Markup:
    written = "".join((STYLES / name).read_text("utf-8") for name in SHEETS)
    return Markup(_FONTS.sub("", written))  # noqa: S704 -- our own style sheets
