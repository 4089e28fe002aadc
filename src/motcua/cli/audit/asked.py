"""What was asked of `motcua audit`, checked before anything is begun."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.facts import Area, Severity
from motcua.kernel.words import Refused, Sentence

DEFAULT_SET = "qd-473/2024-placeholder"
AREAS = tuple(one.value for one in Area)
FORMATS = ("html", "pdf", "json", "csv", "earl", "sarif")
PAGES = 15
EARLIER = "earlier.json"
UNDER_WAY = "list.json"
"""There while a run is not finished; the workers' list."""


class NotUnderstood(Refused):
    """What was asked makes no sense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked. `resume`: None goes on only with what was cut off. `answers`: a file."""

    urls: tuple[str, ...]
    manner: Manner
    out: Path
    sets: tuple[str, ...]
    workers: int
    formats: tuple[str, ...]
    compare: Path | None
    least: float | None
    least_grade: str
    fail_on: Severity | None
    language: str
    resume: bool | None
    answers: Path | None = None

    def folder(self, url: str) -> Path:
        """Give the folder of one portal."""
        from motcua.evaluation.probes.auditing import folder_of  # noqa: PLC0415 -- slow import

        return folder_of(self.out, url)

    def clear(self) -> None:
        """Put away what an earlier run left, unless it is to be gone on with."""
        cut_off = (self.out / UNDER_WAY).exists()
        if self.resume or (self.resume is None and cut_off):
            return
        for url in self.urls:
            folder = self.folder(url)
            if not (folder / "plan.json").exists():
                continue
            before = folder / "audit.json"
            kept = before.read_bytes() if before.exists() else b""
            shutil.rmtree(folder)
            if kept:
                folder.mkdir()
                (folder / EARLIER).write_bytes(kept)

    def finish(self) -> None:
        """Say that the run is finished: the next one begins anew."""
        (self.out / UNDER_WAY).unlink(missing_ok=True)
        for log in self.out.glob("worker-*.log"):
            if log.stat().st_size == 0:
                log.unlink()


def asked(given: Mapping[str, Any]) -> Asked:
    """Check what was given. Raises `Refused` with what is wrong."""
    from motcua.evaluation.probes.auditing import address  # noqa: PLC0415 -- slow import

    lines = [*given["urls"], *_lines(given["listed"])]
    if not lines:
        raise NotUnderstood(
            Sentence(
                "Hãy cho ít nhất một địa chỉ, hoặc --list TỆP.",
                "Give at least one address, or --list FILE.",
            )
        )
    urls = tuple(dict.fromkeys(address(one) for one in lines))
    _one_only(given, urls)
    seeds = tuple(urljoin(urls[0], one) for one in _lines(given["pages_from"]))
    manner = Manner(
        pages=given["pages"] or (len(seeds) + 1 if seeds else PAGES),
        pace=given["pace"],
        obey_robots=not given["ignore_robots"],
        load_token=given["load_token"],
        seeds=seeds,
        areas=_among(given["areas"], AREAS),
    )
    return Asked(
        urls=urls,
        manner=manner,
        out=given["out"],
        sets=given["sets"] or (DEFAULT_SET,),
        workers=given["workers"],
        formats=_among(given["formats"], FORMATS),
        compare=given["compare"],
        least=given["least"],
        least_grade=given["least_grade"] or "",
        fail_on=Severity(given["fail_on"]) if given["fail_on"] else None,
        language=given["language"],
        resume=given["resume"],
        answers=given["answers"],
    )


def _lines(file: Path | None) -> list[str]:
    if file is None:
        return []
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise NotUnderstood(
            Sentence(f"{file} không phải tệp văn bản UTF-8.", f"{file} is no text in UTF-8.")
        ) from None
    return [one for line in lines if (one := line.partition(" #")[0].strip()) and one[0] != "#"]


def _one_only(given: Mapping[str, Any], urls: tuple[str, ...]) -> None:
    for name in ("pages_from", "compare", "answers"):
        if given[name] and len(urls) > 1:
            option = f"--{name.replace('_', '-')}"
            raise NotUnderstood(
                Sentence(
                    f"{option} chỉ dùng khi kiểm tra một cổng.",
                    f"{option} goes with one portal only.",
                )
            )


def _among(given: str, known: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(one.strip().lower() for one in given.split(",") if one.strip()))
    for name in names:
        if name not in known:
            raise NotUnderstood(
                Sentence(
                    f"Không có “{name}”; có: {', '.join(known)}.",
                    f"There is no “{name}”; there are: {', '.join(known)}.",
                )
            )
    return names
