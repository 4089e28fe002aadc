"""Judging what was seen, and writing it down in the forms that were asked for."""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from motcua.cli.audit.asked import Asked, NotUnderstood
from motcua.evaluation.probes.registry import facts
from motcua.evaluation.rules import recording
from motcua.evaluation.rules.answers_reading import read_answers
from motcua.evaluation.rules.judging.whole import judge
from motcua.evaluation.rules.reporting import FORMATS, write
from motcua.evaluation.values.audits import Audit
from motcua.evaluation.values.judged import Judged
from motcua.evaluation.values.scores import Answer
from motcua.kernel.definitions import decode
from motcua.kernel.words import Sentence

if TYPE_CHECKING:
    from motcua.evaluation.values.criteria import CriteriaSet

NAMES = {
    "html": "report.html",
    "pdf": "report.pdf",
    "json": "report.json",
    "csv": "report.csv",
    "earl": "report.earl.json",
    "sarif": "report.sarif",
}


class Judge:
    """Judges audits by the sets that were asked for, which it finds at once or refuses."""

    def __init__(self, wanted: Asked) -> None:
        """Find the sets and the earlier audit."""
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
        from motcua.evaluation.queries.criteria import criteria_set  # noqa: PLC0415 -- as above

        self.wanted = wanted
        self.sets: list[CriteriaSet] = [criteria_set(name) for name in wanted.sets]
        self.earlier = _earlier(wanted.compare) if wanted.compare else None
        self.answers = _answers(wanted.answers) if wanted.answers else None
        grades = [band.code for band in self.sets[0].bands]
        if wanted.least_grade and wanted.least_grade not in grades:
            known = ", ".join(grades)
            raise NotUnderstood(
                Sentence(
                    f"Bộ {self.sets[0].name} không có mức “{wanted.least_grade}”; có: {known}.",
                    f"{self.sets[0].name} has no grade “{wanted.least_grade}”; it has: {known}.",
                )
            )

    def judged(self, audit: Audit) -> Judged:
        """Judge one audit."""
        return judge(audit, self.sets, facts=facts(), answers=self.answers, earlier=self.earlier)

    def write(self, judged: Judged) -> tuple[Path, ...]:
        """Write the reports of one portal; give their files, `audit.json` first."""
        folder = self.wanted.folder(judged.audit.url)
        files = [folder / "audit.json"]
        for form in self.wanted.formats:
            content = self._maker(form, folder)(judged)
            file = folder / NAMES[form]
            file.write_bytes(content)
            files.append(file)
        return tuple(files)

    def _maker(self, form: str, folder: Path) -> Callable[[Judged], bytes]:
        if form in FORMATS:
            return lambda judged: write(judged, form)
        from motcua.cli import start_django  # noqa: PLC0415 -- needed for pages only

        start_django()
        from motcua.observatory import auditing  # noqa: PLC0415 -- needs Django set up

        if form == "pdf":
            return auditing.pdf
        return lambda judged: auditing.html(
            judged, read=_reader(folder), language=self.wanted.language
        )


def _reader(folder: Path) -> Callable[[str], bytes | None]:
    def read(digest: str) -> bytes | None:
        with suppress(OSError):
            return (folder / "evidence" / digest).read_bytes()
        return None

    return read


def _answers(file: Path) -> Mapping[str, tuple[Answer, ...]]:
    from motcua.evaluation.queries.criteria import criteria_set  # noqa: PLC0415 -- as above

    given = read_answers(decode(file.read_bytes(), name=str(file)), name=str(file))
    return {name: given.of(criteria_set(name)) for name in given.sets}


def _earlier(file: Path) -> Audit:
    found = recording.loads(file.read_bytes())
    if isinstance(found, dict) and "audit" in found:
        found = found["audit"]
    return recording.from_json(found)
