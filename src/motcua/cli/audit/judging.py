"""Judging what was seen, and writing it down in the forms that were asked for."""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
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


@dataclass(slots=True, kw_only=True)
class Told:
    """What came of one audit: its judgement if it could be judged, the files that were written
    (`audit.json` first), why others were not."""

    audit: Audit
    judged: Judged | None = None
    files: list[Path] = field(default_factory=list)
    failures: list[Sentence] = field(default_factory=list)

    @property
    def is_reported(self) -> bool:
        """Whether any report was written."""
        return len(self.files) > 1


class Judge:
    """Judges audits by the sets that were asked for, which it finds at once or refuses."""

    def __init__(self, wanted: Asked) -> None:
        """Find the sets and the earlier audit."""
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
        from motcua.evaluation.queries.criteria import criteria_set  # noqa: PLC0415 -- as above

        self.wanted = wanted
        self.sets: list[CriteriaSet] = [criteria_set(name) for name in wanted.sets]
        _known(self.sets)
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

    def told(self, audit: Audit) -> Told:
        """Judge one audit and write its reports. What fails is told; the rest is done."""
        told = Told(audit=audit, files=[self.wanted.folder(audit.url) / "audit.json"])
        try:
            told.judged = self._judged(audit)
        except Exception as error:  # noqa: BLE001 -- what was seen took long and is kept
            told.failures.append(_not_judged(audit, error))
            return told
        for form in self.wanted.formats:
            try:
                told.files.append(self._write(told.judged, form))
            except Exception as error:  # noqa: BLE001 -- one report's fault costs no other
                told.failures.append(_not_written(NAMES[form], error))
        return told

    def _judged(self, audit: Audit) -> Judged:
        return judge(audit, self.sets, facts=facts(), answers=self.answers, earlier=self.earlier)

    def _write(self, judged: Judged, form: str) -> Path:
        folder = self.wanted.folder(judged.audit.url)
        content = self._maker(form, folder)(judged)
        file = folder / NAMES[form]
        file.write_bytes(content)
        return file

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


def _known(sets: Sequence["CriteriaSet"]) -> None:
    """Refuse a set that asks for facts which no probe finds, before anything is looked at."""
    asked = (
        (one.name, criterion.code, fact)
        for one in sets
        for criterion in one.criteria
        if (measure := criterion.measure) is not None
        for fact in (*measure.facts, *measure.needs)
    )
    for name, code, fact in asked:
        if fact not in facts():
            raise NotUnderstood(
                Sentence(
                    f"Bộ {name}, tiêu chí {code}: không có phép đo “{fact}”.",
                    f"{name}, criterion {code}: no probe finds “{fact}”.",
                )
            )


def _not_judged(audit: Audit, error: Exception) -> Sentence:
    why = _why(error)
    return Sentence(
        f"Đã xem {audit.url} nhưng không chấm được: {why}",
        f"{audit.url} was seen but could not be judged: {why}",
    )


def _not_written(name: str, error: Exception) -> Sentence:
    why = _why(error)
    return Sentence(f"Không viết được {name}: {why}", f"{name} could not be written: {why}")


def _why(error: Exception) -> str:
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _earlier(file: Path) -> Audit:
    found = recording.loads(file.read_bytes())
    if isinstance(found, dict) and "audit" in found:
        found = found["audit"]
    return recording.from_json(found)
