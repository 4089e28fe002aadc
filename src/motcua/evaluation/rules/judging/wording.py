"""Numbers and values as one reads them, in both languages."""

from fractions import Fraction

from motcua.evaluation.rules.judging.scales import shown
from motcua.evaluation.values.criteria import Scale
from motcua.evaluation.values.facts import Unit
from motcua.kernel.words import Sentence

_UNITS = {
    Unit.MILLISECONDS: Sentence(" ms", " ms"),
    Unit.BYTES: Sentence(" byte", " bytes"),
    Unit.PIXELS: Sentence(" px", " px"),
}


def number(value: Fraction) -> Sentence:
    """Write a number with two decimals at most: `1.234,5` and `1,234.5`."""
    rounded = shown(value, Fraction(0))
    en = f"{rounded:,}".rstrip("0").rstrip(".") if rounded % 1 else f"{int(rounded):,}"
    return Sentence(en.translate(str.maketrans(",.", ".,")), en)


def percent(share: Fraction) -> Sentence:
    """Write a share as percent: `66,67 %`."""
    said = number(share * 100)
    return Sentence(f"{said.vi} %", f"{said.en}%")


def quantity(value: Fraction, unit: Unit) -> Sentence:
    """Write a value in its unit; yes or no for what is only that."""
    if unit is Unit.YES_NO:
        return Sentence("có", "yes") if value else Sentence("không", "no")
    if unit is Unit.SHARE:
        return percent(value)
    said, named = number(value), _UNITS.get(unit, Sentence("", ""))
    return Sentence(said.vi + named.vi, said.en + named.en)


def points(value: Fraction) -> Sentence:
    """Write points with two decimals always: `2,50`."""
    en = f"{shown(value, Fraction(0)):.2f}"
    return Sentence(en.replace(".", ","), en)


def asked(scale: Scale, unit: Unit) -> Sentence | None:
    """Say what would earn all points; None where it goes without saying."""
    if scale.steps:
        best = max(scale.steps, key=lambda step: step.share)
        target: Fraction | None = best.least
    else:
        target = scale.target
    if target is None or unit is Unit.YES_NO or (unit is Unit.SHARE and target == 1):
        return None
    said = quantity(target, unit)
    if scale.less:
        return Sentence(f"đủ điểm khi không quá {said.vi}", f"all points at {said.en} or less")
    return Sentence(f"đủ điểm khi từ {said.vi} trở lên", f"all points from {said.en} on")


def joined(*parts: Sentence | None, by: str = "; ") -> Sentence:
    """Join what is there."""
    there = [part for part in parts if part is not None]
    return Sentence(by.join(one.vi for one in there), by.join(one.en for one in there))
