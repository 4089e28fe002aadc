"""Linting a set as a whole: dates, codes, points, bands."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from motcua.evaluation.rules.criteria_lint.found import Found, in_force
from motcua.evaluation.rules.criteria_reading import ReadSet
from motcua.evaluation.rules.judging.weighing import ceiling
from motcua.evaluation.rules.judging.wording import number
from motcua.evaluation.values.criteria import Band, CriteriaSet
from motcua.kernel.words import Sentence, day_in


def head(read: ReadSet) -> Found:
    """Look at the head: dates, `official`, codes that stand twice."""
    one = read.criteria_set
    if one.valid_to is not None and one.valid_to < one.valid_from:
        yield (
            ("valid_to",),
            Sentence("hết hiệu lực trước khi có hiệu lực", "it ends before it begins"),
            Sentence("hãy sửa một trong hai ngày", "mend one of the two dates"),
        )
    unread = [each.code for each in one.criteria if not each.official]
    if one.official and unread:
        listed = ", ".join(unread[:3])
        yield (
            ("official",),
            Sentence(
                f"bộ ghi là chính thức mà {len(unread)} tiêu chí thì không ({listed}…)",
                f"the set is called official and {len(unread)} criteria are not ({listed}…)",
            ),
            Sentence(
                "chỉ ghi official: true khi đã đọc từng tiêu chí trong văn bản",
                "write official: true only where every criterion was read in the decision",
            ),
        )
    for kind, codes in (
        ("criteria", [each.code for each in one.criteria]),
        ("groups", [each.code for each in one.groups]),
        ("bands", [each.code for each in one.bands]),
        ("levels", [each.code for each in one.levels]),
    ):
        yield from _twice(kind, codes)


def _twice(kind: str, codes: Sequence[str]) -> Found:
    for code, count in Counter(codes).items():
        if count > 1:
            last = len(codes) - 1 - list(reversed(codes)).index(code)
            yield (
                (kind, last, "code"),
                Sentence(f"mã {code} đứng {count} lần", f"the code {code} stands {count} times"),
                Sentence("mỗi mã chỉ dùng một lần", "use each code once"),
            )


def sums(read: ReadSet) -> Found:
    """Look whether points add up, on every day on which something changes."""
    whole = read.criteria_set
    total = sum((ceiling(group) for group in whole.groups), Fraction(0))
    if total != read.total:
        yield (
            ("total",),
            Sentence(
                f"điểm các nhóm cộng thành {number(total).vi}",
                f"the groups' points add up to {number(total).en}",
            ),
            Sentence(f"phải là {number(read.total).vi}", f"they must be {number(read.total).en}"),
        )
    groups = {group.code for group in whole.groups}
    for place, criterion in enumerate(whole.criteria):
        if criterion.group not in groups:
            yield (
                ("criteria", place, "group"),
                Sentence(f"không có nhóm {criterion.group}", f"no group {criterion.group}"),
                Sentence(
                    f"hãy chọn một trong: {', '.join(sorted(groups))}",
                    f"choose one of: {', '.join(sorted(groups))}",
                ),
            )
    told: set[str] = set()
    for day in _days(whole):
        for problem in _groups_on(in_force(whole, day), day):
            if problem[1].en not in told:
                told.add(problem[1].en)
                yield problem


def _days(whole: CriteriaSet) -> list[date]:
    """Give the days on which what holds changes."""
    begun = {one.valid_from for one in whole.criteria if one.valid_from}
    ended = {one.valid_to + timedelta(days=1) for one in whole.criteria if one.valid_to}
    last = whole.valid_to or date.max
    return sorted(
        day for day in {whole.valid_from, *begun, *ended} if whole.valid_from <= day <= last
    )


def _groups_on(whole: CriteriaSet, day: date) -> Found:
    for place, group in enumerate(whole.groups):
        points = sum((one.points for one in whole.criteria if one.group == group.code), Fraction(0))
        if points != group.points:
            said, meant = number(points), number(group.points)
            yield (
                ("groups", place, "points"),
                Sentence(
                    f"tiêu chí của nhóm {group.code} ngày {day_in(day)} cộng thành {said.vi} điểm",
                    f"the criteria of {group.code} add up to {said.en} points on "
                    f"{day_in(day, 'en')}",
                ),
                Sentence(f"phải là {meant.vi}", f"they must be {meant.en}"),
            )
        if group.cap is not None and not 0 < group.cap <= group.points:
            yield (
                ("groups", place, "cap"),
                Sentence(
                    f"mức trần {number(group.cap).vi} không hợp lệ", "a cap that caps nothing"
                ),
                Sentence(
                    "mức trần lớn hơn 0 và không quá điểm của nhóm",
                    "it is above 0 and not above the group's points",
                ),
            )


def bands(read: ReadSet) -> Found:
    """Look whether bands and levels cover everything, once."""
    whole = read.criteria_set
    yield from _cover("bands", whole.bands)
    if whole.levels:
        yield from _cover("levels", whole.levels)


def _cover(kind: str, bands: Sequence[Band]) -> Found:
    """Bands stand from the best to the least, each below the one before, the last from 0 on."""
    for place, (above, below) in enumerate(pairwise(bands), start=1):
        if below.least >= above.least:
            yield (
                (kind, place, "least"),
                Sentence(
                    f"mức {below.code} không thấp hơn mức {above.code} đứng trước",
                    f"{below.code} is not below {above.code}, which stands before it",
                ),
                Sentence(
                    "xếp từ mức cao nhất đến mức thấp nhất, không trùng nhau",
                    "order them from the highest to the lowest, none alike",
                ),
            )
    if bands and bands[-1].least != 0:
        yield (
            (kind, len(bands) - 1, "least"),
            Sentence(
                f"dưới {number(bands[-1].least).vi} không có mức nào",
                f"there is none below {number(bands[-1].least).en}",
            ),
            Sentence("mức cuối phải bắt đầu từ 0", "the last one must begin at 0"),
        )
