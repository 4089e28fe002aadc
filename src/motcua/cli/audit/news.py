"""How an audit comes on: bars on a terminal, plain lines elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from motcua.evaluation.probes.auditing import News, Tell, Told
from motcua.evaluation.values.pages import KIND_TITLES
from motcua.kernel.words import Sentence

console = Console(stderr=True, highlight=False, soft_wrap=True)

_WORDS = {
    News.BEGUN: Sentence("bắt đầu", "begun"),
    News.RESUMED: Sentence("làm tiếp phần còn lại", "going on where it was"),
    News.SITE: Sentence("xem toàn cổng", "the portal as a whole"),
    News.DONE: Sentence("xong", "done"),
    News.LOST: Sentence("bị ngắt", "cut off"),
}


@contextmanager
def news(language: str, *, portals: int) -> Iterator[Tell]:
    """Give whom to tell."""
    if not console.is_terminal:
        yield lambda told: _print(told, language)
        return
    columns = (
        TextColumn("{task.fields[host]}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bars(progress, language, portals).tell


def _print(told: Told, language: str) -> None:
    if told.news not in {News.BEAT, News.PAGE}:  # A page is told once it was seen.
        console.print(line(told, language), markup=False)


class _Bars:
    def __init__(self, progress: Progress, language: str, portals: int) -> None:
        self._progress, self._language = progress, language
        self._tasks: dict[str, TaskID] = {}
        every = Sentence("Các cổng", "Portals").in_(language)
        self._all = progress.add_task("", total=portals, host=every, visible=portals > 1)

    def tell(self, told: Told) -> None:
        if told.news is News.BEAT:
            return
        if told.portal not in self._tasks:
            host = told.portal.split("://")[-1][:40]
            self._tasks[told.portal] = self._progress.add_task("", total=told.of or None, host=host)
        task = self._tasks[told.portal]
        if told.news is News.SEEN:
            self._progress.update(task, completed=told.page)
        elif told.news is News.DONE:
            self._progress.remove_task(self._tasks.pop(told.portal))
            self._progress.advance(self._all)
        else:
            self._progress.update(task, description=_what(told, self._language)[:60])
        if told.problem is not None:
            self._progress.console.print(line(told, self._language), markup=False)


def line(told: Told, language: str) -> str:
    """Say one piece of news in one line."""
    told_at = f"{told.page}/{told.of}" if told.page and told.of else ""
    problem = f": {told.problem.in_(language)}" if told.problem else ""
    where = "" if told.url == told.portal else told.url
    parts = (told.portal, told_at, _what(told, language), where)
    return " · ".join(part for part in parts if part) + problem


def _what(told: Told, language: str) -> str:
    if told.news in {News.PAGE, News.SEEN} and told.kind is not None:
        return KIND_TITLES[told.kind].in_(language)
    return _WORDS[told.news].in_(language) if told.news in _WORDS else ""
