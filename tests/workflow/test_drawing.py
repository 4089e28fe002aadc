"""Drawings come from the tables, never from a hand."""

import pytest
from tests.workflow.example import definition

from motcua.kernel.words import Sentence
from motcua.workflow import rules
from motcua.workflow.values import Move, State

pytestmark = pytest.mark.once


def test_the_flowchart_shows_every_step_and_way():
    drawn = rules.mermaid(definition()).split("\n")
    assert drawn[0] == "flowchart TD"
    assert '  appraisal["Thẩm định<br/>Cán bộ thụ lý<br/>3 nửa ngày làm việc"]' in drawn
    assert '  appraisal -- "Trình duyệt" --> approval' in drawn
    assert '  approval -. "Trả lại bước trước" .-> appraisal' in drawn
    assert '  reception -- "Bàn giao để xử lý (tự động)" --> appraisal' in drawn
    assert '  counter -- "Trả kết quả" --> returned(["Đã trả kết quả"])' in drawn


def test_the_page_of_a_procedure_tells_limits_and_budgets():
    page = rules.procedure_page(
        code="1.000001", name=Sentence("Thủ tục thử", "A trial"), definition=definition()
    )
    assert page.startswith("# 1.000001 Thủ tục thử\n")
    assert "| verification | 10 ngày làm việc | – | – |" in page
    assert "| Thẩm định (`appraisal`) | case_officer | in_process | 3 nửa ngày làm việc |" in page
    assert rules.mermaid(definition()) in page


def test_the_page_of_states_has_every_state_and_move():
    page = rules.states_page()
    for state in State:
        assert f"| `{state}` |" in page
    for move in Move:
        assert f"`{move}`" in page
    assert "  refused --> [*]" in page
    assert "  submitted --> supplement: request_supplement, form 02" in page
