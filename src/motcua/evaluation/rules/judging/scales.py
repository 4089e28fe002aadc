"""Scales: from a value to a share of the points, and from a share to a level or a grade."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from motcua.evaluation.values.criteria import Band, Scale, ScaleKind, Step

NONE, ALL = Fraction(0), Fraction(1)
_CENT = Decimal("0.01")


def share_of(scale: Scale, value: Fraction) -> Fraction:
    """Give the share of the points, 0…1, that a value earns.

    ratio  min(1, value / target); where less is better min(1, target / value), and all for 0
    """
    if scale.kind is ScaleKind.BINARY:
        target = (NONE if scale.less else ALL) if scale.target is None else scale.target
        return ALL if (value <= target if scale.less else value >= target) else NONE
    if scale.kind is ScaleKind.RATIO:
        return _ratio(scale, value)
    step = step_of(scale, value)
    return step.share if step else NONE


def _ratio(scale: Scale, value: Fraction) -> Fraction:
    target = ALL if scale.target is None else scale.target
    if scale.less:
        return ALL if value <= target else max(NONE, target / value)
    return ALL if value >= target else max(NONE, value / target)


def step_of(scale: Scale, value: Fraction) -> Step | None:
    """Give the best step that a value reaches; `least` is the most where less is better."""
    reached = [
        step for step in scale.steps if (value <= step.least if scale.less else value >= step.least)
    ]
    return max(reached, key=lambda step: step.share, default=None)


def band_of(bands: Sequence[Band], share: Fraction) -> Band | None:
    """Give the band that an exact share falls in; None where there are no bands."""
    reached = [band for band in bands if share >= band.least]
    return max(reached, key=lambda band: band.least, default=None)


def best_of(bands: Sequence[Band]) -> Band | None:
    """Give the best band."""
    return max(bands, key=lambda band: band.least, default=None)


def shown(points: Fraction, most: Fraction, bands: Sequence[Band] = ()) -> Decimal:
    """Round for the eye to two decimals, half to even, never up into a better grade: 89.996 of 100
    is shown as 89.99 where A begins at 90."""
    number = _decimal(points, ROUND_HALF_EVEN)
    if most and bands:
        true, told = (band_of(bands, one / most) for one in (points, Fraction(number)))
        if true != told and Fraction(number) > points:
            return _decimal(points, ROUND_FLOOR)
    return number


def _decimal(points: Fraction, rounding: str) -> Decimal:
    cents = points * 100
    whole, rest = divmod(cents.numerator, cents.denominator)
    double = 2 * rest
    up = double > cents.denominator or (double == cents.denominator and whole % 2 == 1)
    return Decimal(whole + (up and rounding == ROUND_HALF_EVEN)) * _CENT
