"""An officer's seat: the page of a dossier at the desk, and its forms sent as a browser sends them.

`Seat` sends them over HTTP, with cookies and CSRF; `WatchedSeat` presses the buttons in Chromium.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from tests.browser import assert_accessible

DOSSIER = "/ban-lam-viec/ho-so/{}/"
ONWARD = ("accept", "hand_over", "forward", "propose", "approve", "resolve", "return_result")


@dataclass
class Form:
    """A form as it stands on a page: where it goes and what it sends."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class Forms(HTMLParser):
    """Gathers the forms of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs) -> None:
        here = dict(attrs)
        if tag == "form":
            self.found.append(Form(here.get("action", "")))
        if not self.found:
            return
        fields, name = self.found[-1].fields, here.get("name", "")
        if tag == "select":
            self._select = name
        elif tag == "option" and ("selected" in here or self._select not in fields):
            fields[self._select] = here.get("value", "")
        elif tag == "textarea":
            fields[name] = ""
        elif tag == "input" and name and not self._left_out(here):
            fields[name] = here.get("value", "")

    @staticmethod
    def _left_out(here) -> bool:
        return here.get("type") in {"radio", "checkbox"} and "checked" not in here


class Seat:
    """One officer; what they see of a dossier, and what they may do to it."""

    def __init__(self, context, url: str, session: str) -> None:
        context.add_cookies([{"name": "motcua", "value": session, "url": url}])
        self.context, self.url = context, url
        self.html, self.code = "", ""

    def open(self, code: str) -> "Seat":
        """Open a dossier."""
        self.code = code
        answer = self.context.request.get(self.url + DOSSIER.format(code))
        assert answer.status == 200, f"{answer.status} {code}"
        self.html = answer.text()
        return self

    def onward(self) -> str:
        """Name the move that leads on and can be made now, empty where none can."""
        offered = {form.fields.get("buoc") for form in Forms(self.html).found}
        return next((move for move in ONWARD if move in offered), "")

    @property
    def head(self) -> str:
        """What stands below the name: code, state, channel."""
        return self.html.partition('<p class="counts">')[2].partition("</p>")[0]

    def has(self, ending: str) -> bool:
        """Whether the page has a form that goes there."""
        return any(form.action.endswith(ending) for form in self._drawn(ending))

    def settle(self, move: str) -> None:
        """Make a move."""
        self.send("/buoc/", move=move)

    def ask_for(self, target: str, *, reason: str) -> None:
        """Ask for one thing more: a paper or an answer."""
        told = {"can": target, f"loai:{target}": "incorrect", "ly-do": reason}
        self.send("/buoc/", move="request_supplement", typed=told)

    def send(self, ending: str, *, move: str = "", typed=None) -> None:
        """Send a form of the page; what the next page says is kept."""
        form = next(form for form in self._drawn(ending) if form.fields.get("buoc", "") == move)
        answer = self.context.request.post(
            self.url + form.action,
            form={**form.fields, **(typed or {})},
            headers={"Referer": self.url + DOSSIER.format(self.code)},
        )
        assert answer.status == 200, f"{answer.status} {move or ending} {self.code}"
        self.html = answer.text()

    def _drawn(self, ending: str) -> list[Form]:
        return [form for form in Forms(self.html).found if form.action.endswith(ending)]


class WatchedSeat(Seat):
    """The same in Chromium: every page is judged by axe and every button is pressed."""

    def __init__(self, context, url: str, session: str) -> None:
        super().__init__(context, url, session)
        self.page = context.new_page()

    def open(self, code: str) -> "WatchedSeat":
        self.code = code
        answer = self.page.goto(self.url + DOSSIER.format(code))
        assert answer.status == 200, f"{answer.status} {code}"
        self.html = self.page.content()
        return self

    def ask_for(self, target: str, *, reason: str) -> None:
        deed = self.page.locator("details.deed:has(input[value=request_supplement])")
        deed.locator("summary").first.click()
        ticked = deed.locator(f'input[name=can][value="{target}"]')
        if not ticked.is_visible():
            deed.locator("summary").nth(1).click()
        ticked.check()
        deed.locator(f'select[name="loai:{target}"]').select_option("incorrect")
        deed.locator("#ly-do-request_supplement").fill(reason)
        assert_accessible(self.page)
        self._press(deed.get_by_role("button").last)

    def send(self, ending: str, *, move: str = "", typed=None) -> None:
        which = f":has(input[name=buoc][value={move}])" if move else ""
        form = self.page.locator(f'form[action$="{ending}"]{which}').first
        self._press(form.get_by_role("button").last)

    def _press(self, button) -> None:
        with self.page.expect_navigation():
            button.click()
        self.html = self.page.content()
