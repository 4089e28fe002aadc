from datetime import date
from fractions import Fraction

import pytest
from tests.evaluation.judged import a_set, card, manual

from motcua.evaluation.rules.criteria_drawing import page
from motcua.evaluation.rules.criteria_lint import World, in_force, lint
from motcua.evaluation.rules.criteria_reading import ReadSet, read_criteria
from motcua.evaluation.values.facts import Better, Unit
from motcua.kernel.definitions import DefinitionRefused

pytestmark = pytest.mark.once

TEXT = """\
code: thu
version: "2026"
title: {vi: Bộ thử, en: A trial}
source: {vi: Tự đặt, en: Our own}
official: false
valid_from: 2026-01-01
total: 10
groups:
  - {code: G, points: 6, text: {vi: Nhóm, en: Group}}
  - {code: H, points: 4, text: {vi: Nhóm khác, en: Another}}
bands:
  - {code: A, least: 0.9, text: {vi: Tốt, en: Good}}
  - {code: B, least: 0, text: {vi: Chưa, en: Not yet}}
criteria:
  - code: G.1
    group: G
    text: {vi: Nhanh, en: Quick}
    points: 3.5
    method: automatic
    measure: {facts: [performance.lcp], how: median}
    scale: {kind: ratio, target: 2500, less: true}
    evidence: {vi: Số đo, en: Measurements}
  - code: G.2
    group: G
    text: {vi: Dùng nhiều, en: Used}
    points: "5/2"
    method: indicator
    indicator: use2
    scale: {kind: ratio, target: 0.5}
    evidence: {vi: Số liệu, en: Figures}
  - code: H.1
    group: H
    text: {vi: Dễ đọc, en: Readable}
    points: 4
    method: manual
    same_as: [thu/2025/X]
    guidance: {vi: Đọc thử, en: Read it}
    scale:
      kind: graded
      steps:
        - {least: 1, share: 0.5, title: {vi: một phần, en: partly}}
        - {least: 2, share: 1, title: {vi: đủ, en: fully}}
    evidence: {vi: Ảnh, en: Pictures}
"""
WORLD = World(
    facts={
        one.code: one
        for one in (
            card("performance.lcp", unit=Unit.MILLISECONDS, better=Better.LESS, limit=2500),
            card("security.https"),
        )
    },
    indicators=["use2"],
    sets=(a_set(manual("X", 1), version="2025"),),
)


def read(text: str = TEXT) -> ReadSet:
    return read_criteria(text, name="thu.yaml")


def line_of(words: str, text: str) -> int:
    return next(at for at, line in enumerate(text.split("\n"), start=1) if words in line)


def test_a_set_that_stands_is_read_exactly() -> None:
    found = read()
    assert lint(found, WORLD) == ()
    one = found.criteria_set
    assert (one.name, one.official, found.total) == ("thu/2026", False, 10)
    assert [each.points for each in one.criteria] == [Fraction(7, 2), Fraction(5, 2), 4]
    assert one.bands[0].least == Fraction(9, 10)
    assert one.criteria[0].valid_from == date(2026, 1, 1)
    assert one.by_code["H.1"].scale.steps[0].share == Fraction(1, 2)


def test_the_digest_is_of_what_is_said_not_of_how_it_is_written() -> None:
    spaced = TEXT.replace("total: 10", "# điểm\ntotal:   10")
    other = TEXT.replace("Bộ thử", "Bộ khác")
    assert read(spaced).criteria_set.digest == read().criteria_set.digest
    assert read(other).criteria_set.digest != read().criteria_set.digest


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("text: {vi: Nhanh, en: Quick}", "text: Nhanh", "chưa có lời bằng cả hai thứ tiếng"),
        ("least: 0.9,", "least: 1.9,", "không phải một phần của 1"),
        ("points: 3.5", "points: -1", "số âm"),
        ("points: 3.5", "points: nhiều", "không phải số"),
        ("kind: graded", "kind: grade", "có phải bạn muốn viết “graded”"),
        ("    method: manual", "    methods: manual", "có phải bạn muốn viết “method”"),
        ("same_as: [thu/2025/X]", "same_as: [X]", "cần đúng mẫu"),
        ("valid_from: 2026-01-01", "valid_from: hôm nay", "cần ngày dạng 2026-01-31"),
    ],
)
def test_a_misfit_is_told_with_its_line(wrong: str, right: str, told: str) -> None:
    text = TEXT.replace(wrong, right)
    with pytest.raises(DefinitionRefused) as refused:
        read(text)
    problems = [problem.text("vi") for problem in refused.value.problems]
    assert any(
        each.startswith(f"thu.yaml:{line_of(right, text)}: ") and told in each for each in problems
    ), problems


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("total: 10", "total: 11", "điểm các nhóm cộng thành 10; phải là 11"),
        ("code: G, points: 6", "code: G, points: 7", "cộng thành 6 điểm; phải là 7"),
        ("points: 6,", "points: 6, cap: 7,", "mức trần 7 không hợp lệ"),
        ("group: H", "group: K", "không có nhóm K"),
        ("code: H.1", "code: G.1", "mã G.1 đứng 2 lần"),
        ("code: B, least: 0,", "code: B, least: 0.1,", "dưới 0,1 không có mức nào"),
        ("code: B, least: 0,", "code: B, least: 0.9,", "mức B không thấp hơn mức A"),
        ("performance.lcp", "performance.lcpp", "có phải bạn muốn viết “performance.lcp”"),
        ("how: median}", "how: median, needs: [security.http]}", "muốn viết “security.https”"),
        ("how: median}", "how: median, needs: [security.https]}", "“needs” không đi với less"),
        ("indicator: use2", "indicator: use9", "không có chỉ số “use9”"),
        ("    indicator: use2\n", "", "“indicator” cần mã chỉ số"),
        ("thu/2025/X", "thu/2025/Y", "có phải bạn muốn viết “thu/2025/X”"),
        ("method: manual", "method: automatic", "“automatic” và “measure” phải đi cùng nhau"),
        ("    guidance: {vi: Đọc thử, en: Read it}\n", "", "không có lời hướng dẫn"),
        ("valid_from: 2026-01-01", "valid_from: 2026-01-01\nvalid_to: 2025-01-01", "hết hiệu lực"),
        ("points: 4\n", "points: 4\n    valid_to: 2025-01-01\n", "hết hiệu lực trước khi có"),
        ("points: 4\n", "points: 4\n    valid_from: 2025-01-01\n", "ngoài thời gian của bộ"),
        ("points: 4\n", "points: 4\n    valid_to: 2026-06-30\n", "ngày 01/07/2026 cộng thành 0"),
        ("official: false", "official: true", "bộ ghi là chính thức mà 3 tiêu chí thì không"),
        ("target: 2500, less: true", "target: 2500", "thang đi ngược sự kiện"),
        ("how: median", "how: share_good", "thang đi ngược sự kiện"),
        ("[performance.lcp]", "[performance.lcp, security.https]", "cần các số cùng đơn vị"),
        ("target: 0.5", "target: 0", "“ratio” cần target lớn hơn 0"),
        ("least: 1, share: 0.5", "least: 3, share: 0.5", "các bậc không đi lên"),
        ("least: 2, share: 1,", "least: 2, share: 0.9,", "không bậc nào được đủ điểm"),
        ("kind: graded", "kind: graded\n      target: 1", "thang có bậc không dùng target"),
        ("kind: graded", "kind: binary", "steps"),
    ],
)
def test_what_does_not_stand_is_told(wrong: str, right: str, told: str) -> None:
    text = TEXT.replace(wrong, right)
    assert text != TEXT
    found = [problem.text("vi") for problem in lint(read(text), WORLD)]
    assert any(told in each for each in found), found


def test_a_capped_group_counts_by_its_cap() -> None:
    text = TEXT.replace("points: 6,", "points: 6, cap: 5,").replace("total: 10", "total: 9")
    assert lint(read(text), WORLD) == ()


def test_levels_are_held_to_what_bands_are() -> None:
    text = TEXT.replace(
        "criteria:\n", "levels:\n  - {code: x, least: 1, text: {vi: a, en: b}}\ncriteria:\n"
    )
    assert [one.what.vi for one in lint(read(text), WORLD)] == ["dưới 1 không có mức nào"]


def test_what_holds_changes_with_the_day() -> None:
    text = TEXT.replace("points: 4\n", "points: 4\n    valid_to: 2026-06-30\n")
    one = read(text).criteria_set
    held = {day: len(in_force(one, day).criteria) for day in (date(2026, 6, 30), date(2026, 7, 1))}
    assert list(held.values()) == [3, 2]


def test_a_page_tells_every_criterion() -> None:
    drawn = page(read().criteria_set, WORLD.facts)
    assert "in proportion, all points at 2,500 ms or less" in drawn
    assert "in proportion, all points from 50% on" in drawn
    assert "from 1 partly (50%); from 2 fully (100%)" in drawn
    assert "- Official: **no**; see the notes" in drawn
    assert "Compared with: `thu/2025/X`" in drawn
