"""Trees, conditions, boxes, faults and differences of editions, without a database."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.forms.values import Library
from motcua.kernel.definitions import DefinitionRefused, read
from motcua.kernel.words import Sentence
from motcua.procedures.queries import library as on_disk
from motcua.procedures.rules.editing import (
    boxes,
    comparing,
    conditions,
    faults,
    templates,
    trees,
    trying,
)
from motcua.procedures.rules.editing.conditions import Asked, Simple
from motcua.procedures.rules.editing.knowing import known_of
from motcua.procedures.rules.editing.shapes import shape_of
from motcua.procedures.rules.services import digest_of, read_service

LIBRARY = Path(__file__).parents[2] / "library"
FOLDERS = sorted((LIBRARY / "procedures").glob("*/v*"))
TODAY = date(2026, 11, 23)
KNOWN = {
    "home.kind": Asked("home.kind", "Loại nhà", "choice", (("flat", "Căn hộ"),)),
    "copies": Asked("copies", "Số bản", "integer", may_be_missing=True),
    "has_father": Asked("has_father", "Có khai cha?", "yes_no"),
    "ways": Asked("ways", "Cách nhận", "choices", (("post", "Bưu điện"),)),
}


@pytest.fixture(scope="module")
def library():
    return on_disk.forms_library(LIBRARY)


def profiles():
    return {file.stem: file.read_text() for file in (LIBRARY / "profiles").glob("*.yaml")}


def empty():
    return templates.empty(code="9.000001", name="Xác nhận", on=TODAY)


def found_in(version, library):
    folder = faults.folder_of(version, code="9.000001", version=1, profiles=profiles(), lined=True)
    try:
        read_service(folder, library=library)
    except DefinitionRefused as refused:
        return faults.placed(refused.problems, version)
    return ()


@pytest.mark.shows("CN03", "CN09")
@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: path.parent.name)
def test_what_is_exported_and_imported_again_says_the_same(path):
    folder = on_disk.folder(path)
    begun = {
        name.removesuffix(".yaml"): trees.from_text(text, name=name)
        for name, text in folder.texts.items()
    }
    again = trees.unpack(trees.archive(begun, "library/x"), "x.zip")
    back = faults.folder_of(
        again, code=folder.code, version=folder.version, profiles=folder.profiles
    )
    assert again == begun
    assert digest_of(back) == digest_of(folder)


_keys = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
_text = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]))
_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | _text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(_keys, _values, min_size=1, max_size=4))
def test_whatever_is_typed_comes_back_from_yaml_as_it_was(tree):
    assert trees.from_text(trees.to_text(tree), name="x") == tree
    assert read(trees.to_lines(tree), name="x").data == tree


def test_a_tree_is_changed_without_touching_the_one_before():
    one = {"form": {"pages": [{"name": "a"}, {"name": "b"}]}}
    moved = trees.moved(one, ("form", "pages", 1), -1)
    assert [page["name"] for page in moved["form"]["pages"]] == ["b", "a"]
    assert [page["name"] for page in one["form"]["pages"]] == ["a", "b"]
    assert trees.moved(one, ("form", "pages", 0), -1) == one
    assert trees.removed(one, ("form", "pages", 0))["form"]["pages"] == [{"name": "b"}]


@pytest.mark.parametrize(
    "place", [("form", "pages", 9), ("form", 0), ("none",), ("form", "pages", "x"), ()]
)
def test_what_is_not_there_is_refused(place):
    with pytest.raises(trees.PlaceUnknown):
        trees.removed({"form": {"pages": []}}, place or ("x",))


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"PK\x03\x04nonsense", "x.zip"),
        (b"a: 1", "other.yaml"),
        (b"a: [", "form.yaml"),
        (b"\xff", "form.yaml"),
        (b"", "x.zip"),
    ],
)
def test_a_file_that_is_no_version_is_refused_with_words(content, name):
    with pytest.raises((trees.ImportRefused, DefinitionRefused)) as refused:
        trees.unpack(content, name)
    assert refused.value.sentence.vi


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        (Simple("home.kind", "eq", "Căn hộ"), 'home.kind == "flat"'),
        (Simple("home.kind", "ne", "flat"), 'home.kind != "flat"'),
        (Simple("copies", "gt", "1.000"), "has(copies) && copies > 1000"),
        (Simple("has_father", "eq", "không"), "!has_father"),
        (Simple("ways", "includes", "Bưu điện"), '"post" in ways'),
        (Simple("copies", "has"), "has(copies)"),
        (Simple("copies", "has_not"), "!has(copies)"),
    ],
)
def test_simple_conditions_become_expressions_and_come_back(asked, written):
    assert conditions.expression(asked, KNOWN) == written
    again = conditions.simple(written)
    assert conditions.expression(again, KNOWN) == written


@pytest.mark.parametrize("text", ["a && b || c", "age_years(x, today) < 14", "has(a) && b == 'x'"])
def test_other_expressions_stay_as_they_are(text):
    assert conditions.simple(text) is None


@pytest.mark.parametrize(
    "asked", [Simple("copies", "eq", "nhiều"), Simple("has_father", "eq", "1"),
              Simple("home.kind", "eq", 'x" || true || "')]
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused(asked):
    with pytest.raises(ValueError, match=r".+"):
        conditions.expression(asked, KNOWN)


@pytest.mark.parametrize("kind", templates.PROCESS_TITLES)
def test_the_template_lacks_only_the_law_and_a_scenario(library, kind):
    version = empty() | {"workflow": templates.process(kind, "Xác nhận")}
    assert [one.at for one in found_in(version, library)] == [
        ("procedure", "legal_basis"),
        ("scenarios", "scenarios"),
    ]


@pytest.mark.shows("CN05", "CN07")
def test_faults_name_the_question_and_never_a_line(library):
    version = trees.put(empty(), ("form", "pages", 0, "fields", 0, "map_to"), "person.ful_name")
    fault = next(one for one in found_in(version, library) if one.at[0] == "form")
    assert fault.at == ("form", "pages", 0, "fields", 0, "map_to")
    assert fault.title.vi == "Họ, chữ đệm, tên của bạn"
    assert "dòng" not in fault.what.vi and ".yaml" not in fault.what.vi + fault.remedy.vi  # noqa: PT018 -- one thing


def test_faults_of_budgets_lead_to_the_limit(library):
    version = trees.put(empty(), ("workflow", "limit", "duration"), "5 ngày làm việc")
    (fault,) = found_in(trying.filled_in(version), library)
    assert fault.at == ("workflow", "limit", "duration")


def test_boxes_keep_what_they_do_not_know():
    shape = shape_of(("procedure", "components", 0), {})
    thing = {"code": "a", "name": {"vi": "A", "en": "A"}, "something": [1]}
    post = {"name.vi": ["Ảnh"], "originals": ["2"], "required.mode": ["no"], "code": ["a"]}
    read_ = boxes.read(shape.boxes, thing, post=post, known=known_of({}, _no_library()))
    assert read_.errors == ()
    assert read_.thing == {
        "code": "a", "name": "Ảnh", "something": [1], "required": False, "originals": 2,
    }  # fmt: skip


def _no_library():
    return Library()


def test_options_are_lines_and_keep_their_hints():
    box = next(one for one in shape_of(("form", "pages", 0, "fields", 0), {"type": "choice"}).boxes
               if one.kind == "options")  # fmt: skip
    before = {"options": [{"value": "a", "label": "A", "hint": "Gợi ý"}]}
    text = boxes.fill(box, before)["options"]
    post = {"options": [text + "\nHộ nghèo | Poor household"]}
    after = boxes.read((box,), before, post=post, known=known_of({}, _no_library())).thing[
        "options"
    ]
    assert after == [
        {"value": "a", "label": "A", "hint": "Gợi ý"},
        {"value": "ho_ngheo", "label": {"vi": "Hộ nghèo", "en": "Poor household"}},
    ]


def test_differences_are_told_in_words():
    before = empty()
    before["fees"]["fees"] = [{"code": "a", "name": "Phí", "amount": 8000}]
    after = trees.put(before, ("fees", "fees", 0, "amount"), 10000)
    after, _ = trees.added(after, ("form", "pages", 0, "fields"), templates.BLOCKS["copies"]()[0])
    after = trees.removed(after, ("form", "pages", 1))
    told = [(one.sign, one.what.vi, one.before, one.after) for one in
            comparing.differences(before, after)]  # fmt: skip
    assert sorted(told) == [
        ("+", "Thêm câu hỏi “Bạn cần bao nhiêu bản?”", "", ""),
        ("-", "Bỏ trang “Cam đoan”", "", ""),
        ("~", "Khoản thu “Phí”: Mức thu cho một đơn vị, đồng", "8.000 đ", "10.000 đ"),
    ]
    assert comparing.differences(before, before) == ()


def test_a_version_may_not_begin_in_the_past():
    assert not list(faults.timing(empty(), TODAY))
    (fault,) = faults.timing(empty(), date(2026, 11, 24))
    assert fault.what == Sentence("Ngày có hiệu lực đã qua", "The day it takes effect is over")
