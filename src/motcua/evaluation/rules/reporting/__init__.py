"""Reports that machines read: JSON, CSV, EARL, SARIF. They tell; nothing is judged here."""

from collections.abc import Callable, Mapping

from motcua.evaluation.rules.reporting.earl import earl
from motcua.evaluation.rules.reporting.json import whole
from motcua.evaluation.rules.reporting.sarif import sarif
from motcua.evaluation.rules.reporting.sheet import csv
from motcua.evaluation.values.judged import Judged

__all__ = ["FORMATS", "csv", "earl", "sarif", "whole", "write"]

FORMATS: Mapping[str, Callable[[Judged], bytes]] = {
    "json": whole,
    "csv": csv,
    "earl": earl,
    "sarif": sarif,
}
"""What can be written, by the name of its format."""


def write(judged: Judged, form: str) -> bytes:
    """Write a report in one of `FORMATS`; raise KeyError for another."""
    return FORMATS[form](judged)
