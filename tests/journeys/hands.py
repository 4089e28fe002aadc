"""Hands on a page: a finger, or only a keyboard. Every page they come to is judged by axe."""

import re

from playwright.sync_api import Error as PlaywrightError
from tests.browser import assert_accessible, focused, screenshot, tab_to


class Hands:
    """Does what a person does, by the words they see."""

    def __init__(self, page, url: str, *, judge=None) -> None:
        self.page, self.url = page, url
        self.judge = judge
        self.seen: set[str] = set()

    def visit(self, path: str) -> None:
        """Go to an address."""
        self.page.goto(self.url + path)
        self.arrive()

    def arrive(self) -> None:
        """Look at the page one has come to: nothing on it may shut anybody out."""
        self.page.wait_for_load_state()
        kind = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z0-9.]+-\d{6}-\d+", "…", self.page.url)
        kind += "!" if self.page.locator("[data-error-summary]").count() else ""
        if kind not in self.seen:
            self.seen.add(kind)
            assert_accessible(self._as_judged())
            name = re.sub(r"\W+", "-", kind.removeprefix(self.url)).strip("-") or "home"
            screenshot(self.page, f"{name}-{self.page.viewport_size['width']}")

    def _as_judged(self):
        """Give the page for axe, which needs scripts: a page without them is shown to a judge."""
        if self.judge is None:
            return self.page
        html = re.sub(r"<script.*?</script>", "", self.page.content(), flags=re.DOTALL)
        self.judge.goto(f"{self.url}/tra-cuu/")  # styles are given to pages of the same site only
        self.judge.set_content(html)
        return self.judge

    def press(self, words: str) -> None:
        """Press the button or link with these words, and go where it leads."""
        with self.page.expect_navigation():
            self._named(words).click()
        self.arrive()

    def fill(self, label: str, text: str) -> None:
        """Type into the box with this label."""
        box = self.page.get_by_label(label).first
        try:
            box.fill(text)
        except PlaywrightError as error:
            here = self.page.locator("main").inner_text()[:1500]
            raise AssertionError(f"no {label!r} on {self.page.url}:\n{here}") from error

    def day(self, legend: str, *, day: int, month: int, year: int) -> None:
        """Type a date into its three boxes."""
        group = self.page.get_by_role("group", name=legend)
        for label, number in (("Ngày", day), ("Tháng", month), ("Năm", year)):
            group.get_by_label(label, exact=True).fill(str(number))

    def choose(self, words: str) -> None:
        """Choose a radio button or tick a box."""
        self.page.get_by_label(words).first.check()

    def pick(self, label: str, option: str) -> None:
        """Pick from a list."""
        self.page.get_by_label(label).first.select_option(label=option)

    def place(self, legend: str, province: str, *, commune: str, detail: str = "") -> None:
        """Say where: province, commune, and the rest of the address."""
        group = self.page.get_by_role("group", name=legend)
        group.get_by_label("Tỉnh, thành phố").select_option(label=province)
        show = group.get_by_role("button", name="Hiện các xã, phường của tỉnh này")
        if show.is_visible():
            with self.page.expect_navigation():
                show.click()
        group.get_by_label("Xã, phường, đặc khu").select_option(label=commune)
        if detail:
            group.get_by_label("Số nhà").fill(detail)

    def photograph(self, label: str, file: str) -> None:
        """Attach a photograph."""
        self.page.get_by_label(label).first.set_input_files(file)
        send = self.page.get_by_role("button", name=re.compile("^Tải tệp lên"))
        if send.first.is_visible():
            with self.page.expect_navigation():
                send.first.click()
        self.page.locator(".file[data-key]").first.wait_for()

    def log_in(self, name: str, password: str) -> None:
        """Log in on the log-in page."""
        self.page.locator("input[name=login]").fill(name)
        self.page.locator("input[name=password]").fill(password)
        self.press("Đăng nhập")

    def reads(self, words: str) -> bool:
        """Whether these words stand on the page."""
        return words in self.page.locator("main").inner_text()

    def _named(self, words: str):
        exact = re.compile(f"^{re.escape(words)}")
        places = (self.page.locator("main"), self.page.locator("body"))
        found = (
            place.get_by_role(role, name=exact) for place in places for role in ("button", "link")
        )
        return next((one.first for one in found if one.count()), places[0].get_by_text(exact).first)


class Keyboard(Hands):
    """The same, by Tab, Space, Enter and letters alone; nothing is ever clicked."""

    def press(self, words: str) -> None:
        self._go_to(self._named(words))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.arrive()

    def fill(self, label: str, text: str) -> None:
        self._type(self.page.get_by_label(label).first, text)

    def day(self, legend: str, *, day: int, month: int, year: int) -> None:
        group = self.page.get_by_role("group", name=legend)
        for label, number in (("Ngày", day), ("Tháng", month), ("Năm", year)):
            self._type(group.get_by_label(label, exact=True), str(number))

    def choose(self, words: str) -> None:
        target = self.page.get_by_label(words).first
        if target.get_attribute("type") == "radio":
            self._arrow_to(target)
        else:
            self._go_to(target)
            self.page.keyboard.press("Space")
        assert target.is_checked()

    def pick(self, label: str, option: str) -> None:
        self._choose_in(self.page.get_by_label(label).first, option)

    def place(self, legend: str, province: str, *, commune: str, detail: str = "") -> None:
        group = self.page.get_by_role("group", name=legend)
        self._choose_in(group.get_by_label("Tỉnh, thành phố"), province)
        communes = group.get_by_label("Xã, phường, đặc khu")
        communes.locator("option", has_text=commune).first.wait_for(state="attached")
        self._choose_in(communes, commune)
        if detail:
            self._type(group.get_by_label("Số nhà"), detail)

    def photograph(self, label: str, file: str) -> None:
        """The file dialog belongs to the system, not to the page: reach its button, then choose."""
        box = self.page.get_by_label(label).first
        self._go_to(box)
        box.set_input_files(file)
        self.page.locator(".file[data-key]").first.wait_for()

    def log_in(self, name: str, password: str) -> None:
        self._type(self.page.locator("input[name=login]"), name)
        self._type(self.page.locator("input[name=password]"), password)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.arrive()

    def _type(self, box, text: str) -> None:
        self._go_to(box)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def _choose_in(self, box, option: str) -> None:
        self._go_to(box)
        value = box.locator("option", has_text=re.compile(f"^{re.escape(option)}$"))
        wanted = value.first.get_attribute("value")
        for _ in range(400):
            if box.input_value() == wanted:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrow keys never reached {option!r}")

    def _arrow_to(self, radio) -> None:
        group = radio.get_attribute("name")
        for _ in range(200):
            if self.page.evaluate("() => document.activeElement.name") == group:
                break
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Space")
        for _ in range(20):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrow keys never reached {group!r}")

    def _go_to(self, target) -> None:
        handle = target.element_handle()
        for _ in range(250):
            if self.page.evaluate("(e) => document.activeElement === e", handle):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(
            f"the Tab key never reached {target}; it ends at {focused(self.page)!r}"
        )


__all__ = ["Hands", "Keyboard", "tab_to"]
