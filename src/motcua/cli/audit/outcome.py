"""What came out: a table for the eye, an exit code for machines."""

from fractions import Fraction
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table

from motcua.cli.audit.asked import Asked
from motcua.evaluation.rules.judging import band_of, shown
from motcua.evaluation.values.audits import Audit
from motcua.evaluation.values.facts import Severity
from motcua.evaluation.values.judged import Judged, Judgement
from motcua.kernel.words import Sentence

if TYPE_CHECKING:
    from motcua.cli.audit.judging import Told

FAILED = 1
UNSEEN = 3
_SEVEREST_FIRST = tuple(Severity)

out = Console(highlight=False, soft_wrap=True)


def reached(one: Judgement) -> Fraction:
    """Give the share that was reached of the points that could be judged."""
    could = one.result.most * one.result.judged
    return one.result.total / could if could else Fraction(0)


def passes(judged: Judged, wanted: Asked) -> bool:
    """Whether a portal is as good as it was asked to be."""
    first = judged.judgements[0]
    share = reached(first)
    if wanted.least is not None and share * 100 < Fraction(str(wanted.least)):
        return False
    if wanted.least_grade:
        least = {band.code: band.least for band in first.criteria_set.bands}[wanted.least_grade]
        band = band_of(first.criteria_set.bands, share)
        if band is None or band.least < least:
            return False
    if wanted.fail_on is not None:
        bad = _SEVEREST_FIRST[: _SEVEREST_FIRST.index(wanted.fail_on) + 1]
        return not any(one.severity in bad for one in judged.findings)
    return True


def summary(told: "Told", *, language: str = "vi") -> None:
    """Show a portal with its grade, its groups, what to mend first, and its reports."""
    _portal(told.audit, told.judged, language)
    for file in told.files:
        out.print(f"  {file}", markup=False)


def _without_https(url: str, language: str) -> None:
    """Say how to name a portal that has no HTTPS yet: an address alone is asked for over HTTPS."""
    host = url.removeprefix("https://")
    if host != url:
        remedy = Sentence(
            f"Nếu cổng chưa có HTTPS, hãy ghi rõ http:// ở đầu địa chỉ: http://{host}",
            f"If the portal has no HTTPS yet, say http:// in its address: http://{host}",
        )
        out.print(remedy.in_(language), markup=False)


def _portal(audit: Audit, judged: Judged | None, language: str) -> None:
    out.print()
    out.print(audit.url, style="bold", markup=False)
    unseen = [page for page in audit.pages if page.problem is not None]
    seen = len(audit.pages) - len(unseen)
    pages = Sentence(f"Đã xem {seen} trang", f"{seen} pages seen").in_(language)
    missed = Sentence(f", {len(unseen)} trang không xem được", f", {len(unseen)} not").in_(language)
    out.print(f"{pages}{missed if unseen else ''}.", markup=False)
    if not seen and unseen and unseen[0].problem is not None:
        out.print(unseen[0].problem.in_(language), markup=False)
        _without_https(audit.url, language)
        return
    if judged is None:
        return
    for one in judged.judgements:
        _judgement(one, language)
    if judged.first:
        first = Sentence("Nên sửa trước:", "To mend first:").in_(language)
        out.print(first, markup=False)
    for number, finding in enumerate(judged.first, start=1):
        rule = f" ({finding.rule})" if finding.rule else ""
        name, remedy = finding.card.name.in_(language), finding.card.remedy.in_(language)
        out.print(f"  {number}. {name}{rule}", markup=False)
        out.print(f"     {remedy}", markup=False)


def _judgement(one: Judgement, language: str) -> None:
    result, of = one.result, one.criteria_set
    table = Table(box=box.SIMPLE, title=of.title.in_(language), title_justify="left")
    table.add_column(Sentence("Nhóm", "Group").in_(language))
    table.add_column(Sentence("Điểm", "Points").in_(language), justify="right")
    table.add_column(Sentence("Tối đa", "Of").in_(language), justify="right")
    names = {group.code: group.text.in_(language) for group in of.groups}
    for group in result.groups:
        table.add_row(
            names[group.code], str(shown(group.points, group.most)), f"{float(group.most):g}"
        )
    table.add_section()
    total = str(shown(result.total, result.most, of.bands))
    table.add_row(grade(one, language), total, f"{float(result.most):g}", style="bold")
    out.print(table)


def grade(one: Judgement, language: str) -> str:
    """Give the grade; while much is open, say how much was judged at all."""
    if not one.result.provisional:
        return one.result.grade or "–"
    part = f"{float(one.result.judged):.0%}"
    got = f"{float(reached(one)):.0%}"
    return Sentence(
        f"chưa đủ để xếp loại (máy chấm được {part} số điểm; đạt {got} phần đó)",
        f"not enough for a grade (a machine judged {part} of the points; {got} of those reached)",
    ).in_(language)
