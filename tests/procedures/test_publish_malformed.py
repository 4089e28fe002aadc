"""Everything a folder of the library may get wrong, told with file, line and remedy."""

from functools import cache
from pathlib import Path

import pytest

from motcua.kernel.definitions import DefinitionRefused
from motcua.procedures.queries import library
from motcua.procedures.rules.services import Folder, read_service

pytestmark = pytest.mark.once

LIBRARY = Path(__file__).parents[2] / "library"


@cache
def _folder():
    return library.folder(LIBRARY / "procedures" / "2.000635" / "v1")


@cache
def _forms():
    return library.forms_library(LIBRARY)


def _read(file, *changes):
    found = _folder()
    text = found.texts[file]
    for old, new in changes:
        assert old in text, f"{old!r} is not in {file}"
        text = text.replace(old, new, 1)
    texts = {**found.texts, file: text}
    folder = Folder("2.000635/v1", found.code, found.version, texts, found.profiles)
    return text, lambda: read_service(folder, library=_forms())


MALFORMED = [
    pytest.param(
        "procedure.yaml",
        [("code: 2.000635", "code: 2.000636")],
        "code: 2.000636",
        "khác tên thư mục “2.000635”",
        id="code of another folder",
    ),
    pytest.param(
        "procedure.yaml",
        [("code: 2.000635", "code: 2-000635")],
        "code: 2-",
        "không phải mã thủ tục",
        id="no code",
    ),
    pytest.param(
        "procedure.yaml",
        [("KQ.G15.000342", "KQ.15.342")],
        "code: KQ",
        "không phải mã kết quả",
        id="no result code",
    ),
    pytest.param(
        "procedure.yaml",
        [("profile: vn-2025", "profile: vn-2035")],
        "profile:",
        "không có bộ quy định “vn-2035”; hãy chọn một trong: vn-2022, vn-2024, vn-2025",
        id="unknown profile",
    ),
    pytest.param(
        "procedure.yaml",
        [("valid_from: 2025-07-01", "valid_from: 2025-06-30")],
        "valid_from:",
        "nằm ngoài hiệu lực của vn-2025",
        id="before its profile",
    ),
    pytest.param(
        "procedure.yaml",
        [("valid_from: 2025-07-01", "valid_from: 2025-07-01\nvalid_to: 2025-01-01")],
        "valid_to:",
        "hết hiệu lực trước khi có hiệu lực",
        id="ends before it begins",
    ),
    pytest.param(
        "procedure.yaml",
        [("valid_from: 2025-07-01", "valid_from: 01/07/2025")],
        "valid_from:",
        "2026-01-31",
        id="date in another order",
    ),
    pytest.param(
        "procedure.yaml",
        [("  path: register.commune", "  path: register.comune")],
        "  path:",
        "tờ khai không có trường “register.comune”",
        id="competent by nothing",
    ),
    pytest.param(
        "procedure.yaml",
        [("  path: register.commune", "  path: copies.count")],
        "  path:",
        "không chỉ ra một đơn vị hành chính",
        id="competent by a number",
    ),
    pytest.param(
        "procedure.yaml",
        [("  phone: applicant.phone", "  phone: applicant.mobile")],
        "  phone:",
        "tờ khai không có trường “applicant.mobile”",
        id="applicant of nothing",
    ),
    pytest.param(
        "procedure.yaml",
        [("value: subject.full_name", "value: subject.full_nam")],
        "value: subject.full_nam",
        "tờ khai không có trường “subject.full_nam”",
        id="result that states nothing",
    ),
    pytest.param(
        "procedure.yaml",
        [('for_whom == "authorised"', "for_whom = 1")],
        "required: event",
        "event.for_whom = 1",
        id="condition that is none",
    ),
    pytest.param(
        "procedure.yaml",
        [('for_whom == "authorised"', 'for_wom == "authorised"')],
        "required: event",
        "for_wom",
        id="condition over nothing",
    ),
    pytest.param(
        "procedure.yaml",
        [('required: event.for_whom == "authorised"', "required: copies.count")],
        "required: copies.count",
        "biểu thức cho ra số nguyên",
        id="condition that is a number",
    ),
    pytest.param(
        "procedure.yaml",
        [("  - code: residence_proof", "  - code: authorisation")],
        "  - code: authorisation\n    name:\n      vi: Giấy tờ",
        "“authorisation” có hai lần",
        id="component twice",
    ),
    pytest.param(
        "procedure.yaml",
        [("    originals: 1\n", "    originals: 1\n    available_in_database: true\n")],
        "  - code: authorisation",
        "đã có trong cơ sở dữ liệu mà vẫn bắt nộp bản giấy",
        id="paper that stands in a database",
    ),
    pytest.param(
        "procedure.yaml",
        [("audiences: [citizen", "audiences: [citizens")],
        "audiences:",
        "có phải bạn muốn viết “citizen”?",
        id="unknown audience",
    ),
    pytest.param(
        "form.yaml",
        [("component: authorisation", "component: authorization")],
        "- name: authorisation.paper",
        "thành phần “authorization” không có trong procedure.yaml",
        id="file for no component",
    ),
    pytest.param(
        "form.yaml",
        [("min: 1\n        max: 50", "min: 60\n        max: 50")],
        "min: 60",
        "min (60) lớn hơn max (50)",
        id="least over most",
    ),
    pytest.param(
        "form.yaml",
        [('event.for_whom == "relative"', 'subject.relation == "x"')],
        "- name: subject.relation",
        "vòng tròn",
        id="condition in a circle",
    ),
    pytest.param(
        "workflow.yaml",
        [("budget: 1 giờ làm việc", "budget: 3 giờ làm việc")],
        "duration: trong ngày",
        "cộng lại là 4 giờ làm việc, thời hạn chung là 2 giờ làm việc",
        id="budgets that do not add up",
    ),
    pytest.param(
        "fees.yaml",
        [("amount: 8000", "amount: 8.000")],
        "amount:",
        "amount",
        id="amount with a point",
    ),
    pytest.param(
        "fees.yaml", [("amount: 8000", "amount: -1")], "amount:", "amount", id="amount below none"
    ),
    pytest.param(
        "fees.yaml",
        [("amount: 8000", "amount: 8000 * copies.cout")],
        "amount:",
        "copies.cout",
        id="amount over nothing",
    ),
    pytest.param(
        "fees.yaml",
        [("quantity: copies.count", "quantity: event.kind")],
        "quantity:",
        "ở đây cần số nguyên",
        id="quantity that is text",
    ),
    pytest.param(
        "fees.yaml",
        [("kind: charge", "kind: 3rd")],
        "kind:",
        "hãy chọn một trong: fee, charge",
        id="unknown kind of fee",
    ),
    pytest.param(
        "fees.yaml",
        [('    when: fee.exemption != "none"', "    when: fee.exemption")],
        "    when:",
        "ở đây cần đúng/sai",
        id="exemption that is no condition",
    ),
    pytest.param(
        "fees.yaml",
        [("    legal_basis: Luật", "    fees: [extract_copi]\n    legal_basis: Luật")],
        "    fees: [extract_copi]",
        "không có “extract_copi”; hãy chọn một trong: extract_copy",
        id="exemption of no fee",
    ),
    pytest.param(
        "fees.yaml",
        [("    legal_basis: Thông tư 281/2016/TT-BTC\n", "")],
        "  - code: extract_copy",
        "thiếu khóa “legal_basis”",
        id="fee without its law",
    ),
    pytest.param(
        "scenarios.yaml",
        [("  copies.count: 1", "  copies.cout: 1")],
        "  copies.cout: 1",
        "tờ khai không có trường “copies.cout”",
        id="answer to nothing",
    ),
    pytest.param(
        "scenarios.yaml",
        [("at: 2025-12-01T08:30", "at: 2025-12-01")],
        "at: 2025-12-01\n",
        "hãy viết như 2026-02-13T14:30",
        id="moment without a time",
    ),
    pytest.param(
        "scenarios.yaml",
        [("at: 2025-12-01T08:30", "at: 2025-12-01T08:30+07:00")],
        "at: 2025-12-01T08:30+",
        "không phải thời điểm ở Hà Nội",
        id="moment of another place",
    ),
    pytest.param(
        "scenarios.yaml",
        [("path: [reception, search,", "path: [reception, serch,")],
        "path:",
        "không có “serch”",
        id="step that is none",
    ),
    pytest.param(
        "scenarios.yaml",
        [("forms: [receipt_appointment]", "forms: [receipt]")],
        "forms: [receipt]",
        "không có “receipt”",
        id="form that is none",
    ),
    pytest.param(
        "scenarios.yaml",
        [("move: accept,", "move: acept,")],
        "{move: acept",
        "có phải bạn muốn viết “accept”?",
        id="move that is none",
    ),
    pytest.param(
        "scenarios.yaml",
        [("  - name: Năm bản sao", "  - name: Một bản sao, trả trong ngày")],
        "  - name: Một bản sao, trả trong ngày\n    at: 2025-12-01T08:30\n    change",
        "có hai lần",
        id="scenario twice",
    ),
]


@pytest.mark.parametrize(("file", "changes", "where", "told"), MALFORMED)
def test_it_is_refused_with_file_line_and_remedy(file, changes, where, told):
    text, reading = _read(file, *changes)
    line = text[: text.index(where)].count("\n") + 1
    place = f"2.000635/v1/{file}:{line}: "
    with pytest.raises(DefinitionRefused) as refusal:
        reading()
    lines = refusal.value.sentence.vi.split("\n")
    assert any(line.startswith(place) and told in line for line in lines), "\n".join(lines)
    assert all("; " in line for line in lines)


def test_problems_of_every_file_are_told_at_once():
    found = _folder()
    texts = {
        **found.texts,
        "fees.yaml": "fees: nothing\n",
        "form.yaml": "title: Trống\n",
        "workflow.yaml": "title: Trống\n",
    }
    folder = Folder("x", found.code, found.version, texts, found.profiles)
    with pytest.raises(DefinitionRefused) as refusal:
        read_service(folder, library=_forms())
    assert {problem.file for problem in refusal.value.problems} == {
        "x/fees.yaml",
        "x/form.yaml",
        "x/workflow.yaml",
    }


@pytest.mark.parametrize("file", ["procedure.yaml", "fees.yaml", "scenarios.yaml"])
@pytest.mark.parametrize(
    "text",
    ["", "- một\n- hai\n", "a: [1\n", "a: &x 1\nb: *x\n", "a: 1\na: 2\n", "chữ\n", "a:\n\t- b\n"],
)
def test_what_is_no_definition_at_all_is_refused_too(file, text):
    found = _folder()
    folder = Folder("x", found.code, found.version, {**found.texts, file: text}, found.profiles)
    with pytest.raises(DefinitionRefused) as refusal:
        read_service(folder, library=_forms())
    assert refusal.value.sentence.vi.startswith(f"x/{file}:")
