"""A page as a reader has it: words without markup, tables as rows."""

import re
from html import unescape
from html.parser import HTMLParser

_SKIPPED = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)


def words(answer):
    """Give the words of the page's main part, one space between."""
    page = _SKIPPED.sub(" ", answer.content.decode())
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())


class _Rows(HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self.cell = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.cell = []

    def handle_data(self, data):
        if self.cell is not None:
            self.cell.append(data)

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.rows[-1].append(" ".join(" ".join(self.cell).split()))
            self.cell = None


def rows(answer, after=""):
    """Give the rows of the first table behind `after`."""
    page = answer.content.decode()
    start = page.index("<table", page.index(after) if after else 0)
    parser = _Rows()
    parser.feed(page[start : page.index("</table>", start)])
    return parser.rows
