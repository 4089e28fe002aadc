"""Bundles: what their files may say, and whether they can fill in the forms of their parts."""

import pytest
from tests.procedures.bundle import folder
from tests.procedures.changed import LIBRARY

from motcua.kernel.definitions import DefinitionRefused
from motcua.procedures.actions.publish import check


@pytest.mark.shows("CN07")
def test_a_bundle_is_read_and_its_scenarios_fill_in_every_part():
    service = check(folder(), LIBRARY)

    birth, extract = service.bundle
    assert (birth.service, birth.after) == ("1.001193", ())
    assert birth.answers["child.full_name"] == "child.full_name"
    assert extract.after == ("1.001193",)
    assert extract.results["register.number"] == ("1.001193", "number")


@pytest.mark.parametrize(
    ("change", "what", "remedy"),
    [
        (("after: [1.001193]", "after: []"), "không đứng trước", "after"),
        (("after: [1.001193]", "after: [1.001193, 1.004222]"), "không phải thủ tục", "trong nhóm"),
        (("- service: 1.001193", "- service: 2.000635"), "hai lần", "bỏ một lần"),
        (
            ("- service: 1.001193\n", "- service: 1.001193\n    after: [2.000635]\n"),
            "vòng tròn",
            "bỏ một dòng",
        ),
        (("subject.born_on: child.born_on", "subject.born: child.born_on"), "subject.born", "tên"),
        (("1.001193:number", "1.001193:weight"), "không nêu điều này", "number, date"),
        (("- service: 2.000635", "- service: 7.999999"), "không có thủ tục này", "thêm thư mục"),
        (("copies.count + 1", "copies.count +"), "copies.count +", ""),
        (("copies.count + 1", "copies.count - 1"), "2.000635: copies.count", ""),
        (("when: copies.count > 0", "when: copies.count > 9"), "hồ sơ được mở: 1.001193", ""),
    ],
)
def test_the_linter_names_what_a_bundle_gets_wrong(change, what, remedy):
    with pytest.raises(DefinitionRefused) as refused:
        check(folder(change), LIBRARY)
    found = [p for p in refused.value.problems if what in p.what.vi]
    assert found, [problem.what.vi for problem in refused.value.problems]
    assert remedy in found[0].remedy.vi
    assert all(problem.what.en and problem.remedy.en for problem in refused.value.problems)
