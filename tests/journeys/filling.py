"""Hands that fill in any form of the library, question by question, as a person does in a browser.

What is answered comes from a scenario; what is seen on the page decides what is asked.
"""

import re
from datetime import date, timedelta

from tests.browser import wider_than

WHOLE_DATE = re.compile(r"\d{4}-\d\d-\d\d")
PARTS = ("year", "month", "day")


def moved(value, days):
    """Move every whole date of a scenario's answers by so many days; give the answers."""
    if isinstance(value, str) and WHOLE_DATE.fullmatch(value):
        return (date.fromisoformat(value) + timedelta(days=days)).isoformat()
    if isinstance(value, dict):
        return {name: moved(part, days) for name, part in value.items()}
    return [moved(one, days) for one in value] if isinstance(value, list | tuple) else value


class Filler:
    """Answers the questions of one form on a page of Playwright; `photo` is what is attached."""

    def __init__(self, hands, form, answers, *, photo) -> None:
        self.page, self.form = hands.page, form
        self.hands, self.answers, self.photo = hands, answers, photo
        self.asked: list[str] = []
        self.answered: set[str] = set()

    def fill_in(self, *, judged=lambda: None) -> None:
        """Fill in page after page until all answers are shown; `judged` looks at each page."""
        for _ in range(len(self.form.pages) + 1):
            name = self._here()
            if name == "kiem-tra":
                missed = [path for path in self.answers if path not in self.answered]
                assert missed == [], f"never asked: {missed}"
                return
            self.asked.append(name)
            judged()
            self.fill_page(name)
            assert wider_than(self.page, 320) == [], name
            self.go_on()
        raise AssertionError(f"the form never ends: {self.asked}")

    def fill_page(self, name: str) -> None:
        """Answer whatever this page asks."""
        self.page.locator("form#questions[data-ready]").wait_for()
        for placed in self.form.page(name).fields:
            if placed.type not in {"note", "computed"}:
                self.answer(placed, placed.path, self.answers.get(placed.path))

    def go_on(self) -> None:
        """Save the page; whatever is wrong on it is told."""
        with self.page.expect_navigation():
            self.page.locator("#questions > .buttons button").first.click()
        wrong = self.page.locator("[data-error-summary]")
        assert not wrong.count(), f"{self.page.url}: {wrong.inner_text()}"

    def answer(self, placed, path: str, value) -> None:
        """Answer one question, if it is asked now and there is an answer to it."""
        question = self.page.locator(f'.asked[data-field="{path}"]')
        if value is None or not question.is_visible():
            return
        self.answered.add(path)
        kind = "_box" if placed.type in BOXES else f"_{KINDS.get(placed.type, placed.type)}"
        getattr(self, kind)(placed, path, value)

    def _here(self) -> str:
        address = self.page.url.partition("#")[0].partition("?")[0]
        return address.rstrip("/").rpartition("/")[2]

    def _named(self, name: str, more: str = ""):
        return self.page.locator(f'#questions [name="{name}"]{more}')

    def _box(self, _placed, path, value) -> None:
        self._named(path).fill(str(value))

    def _choice(self, _placed, path, value) -> None:
        chosen = {True: "yes", False: "no"}.get(value, value)
        self._named(path, f'[value="{chosen}"]').check()

    def _choices(self, _placed, path, values) -> None:
        for value in values:
            self._named(path, f'[value="{value}"]').check()

    def _declaration(self, _placed, path, value) -> None:
        self._named(path, "[type=checkbox]").set_checked(value)

    def _select(self, _placed, path, value) -> None:
        self._named(path).select_option(value=value)

    def _date(self, _placed, path, value) -> None:
        for part, number in zip(PARTS, value.split("-"), strict=False):
            self._named(f"{path}.{part}").fill(str(int(number)))

    def _place(self, _placed, path, value) -> None:
        self._named(f"{path}.province").select_option(value=value["province"])
        if "commune" in value:
            communes = self._named(f"{path}.commune")
            communes.locator(f'option[value="{value["commune"]}"]').wait_for(state="attached")
            communes.select_option(value=value["commune"])
        if "detail" in value:
            self._named(f"{path}.detail").fill(value["detail"])

    def _file(self, _placed, path, _value) -> None:
        place = self.page.locator(f'.upload[data-field="{path}"]')
        stored = place.locator(".file[data-key]")
        if stored.count():
            with self.page.expect_navigation():
                stored.first.get_by_role("button").click()
            self.page.locator("form#questions[data-ready]").wait_for()
        place.locator("input[type=file]").set_input_files(self.photo)
        stored.first.wait_for()

    def _repetition(self, placed, path, rows) -> None:
        place = self.page.locator(f'.repetition[data-field="{path}"]')
        for _ in range(len(rows) - place.locator(".repetition__item").count()):
            with self.page.expect_navigation():
                place.locator(f'button[name=_add][value="{path}"]').click()
            self.page.locator("form#questions[data-ready]").wait_for()
        for number, row in enumerate(rows):
            for inner in placed.rows:
                self.answer(inner, f"{path}.{number}.{inner.path}", row.get(inner.path))


BOXES = frozenset(
    {
        "text",
        "long_text",
        "integer",
        "money",
        "time",
        "person_name",
        "citizen_id",
        "tax_code",
        "phone",
        "email",
    }
)
KINDS = {
    "yes_no": "choice",
    "nationality": "select",
    "ethnicity": "select",
    "partial_date": "date",
    "address": "place",
    "administrative_unit": "place",
}
