"""The editor of procedures by plain forms: what officers can do without any script."""

import io
import zipfile

import pytest
from django.urls import reverse
from tests.desk.editing import ANSWERS, CODE, NAME, Editor, inputs_of, text_of
from tests.factories import dossiers

from motcua.dossiers.models import Draft
from motcua.identity.values import Role
from motcua.procedures import queries as procedures
from motcua.procedures.queries import editing as queries
from motcua.procedures.rules.editing.questions import TYPES
from motcua.procedures.values.editing import EditionStatus, Section
from motcua.web import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    dossiers.country()
    return Editor().begin()


@pytest.mark.shows("CN03", "CN05", "CN09", "O1")
def test_a_service_goes_online_from_nothing(editor):
    editor.take_law()
    place = editor.add("fees.fees")
    editor.write(place, name__vi="Phí xác nhận", kind="charge", amount="8.000", legal_basis="TT 1")
    editor.add_scenario(ANSWERS)
    assert "1 trên 1 kịch bản đạt" in text_of(editor.get("edition_section", "kich-ban"))
    assert editor.post("edition_propose").status_code == 302
    second = Editor()
    second.key = editor.key

    done = second.post("edition_approve")

    assert done.status_code == 302, text_of(done)
    assert editor.edition.status is EditionStatus.PUBLISHED
    assert procedures.service(CODE, clock.today()).name.vi == NAME
    page = text_of(second.client.get(reverse("portal:procedure", args=[CODE])))
    assert NAME in page
    assert "8.000" in page
    assert second.client.get(reverse("portal:apply", args=[CODE])).status_code == 200


def test_every_section_opens_and_says_what_is_wrong(editor):
    for section in Section:
        answer = editor.get("edition_section", section.value)
        assert answer.status_code == 200
    assert "Cần ít nhất 1 mục" in text_of(editor.get("edition_section", "hieu-luc"))
    assert editor.get("edition_section", "nothing").status_code == 404


PLACES = (
    "procedure",
    "procedure.competent",
    "procedure.applicant",
    "procedure.results.0",
    "procedure.results.0.sections.0",
    "form",
    "form.pages.0",
    "workflow.limit",
    "workflow.steps.1",
    "workflow.steps.1.moves.0",
    "dates",
    "guide",
)


@pytest.mark.shows("CN07", "CN09")
@pytest.mark.parametrize("place", PLACES)
def test_a_thing_saved_as_it_was_drawn_stays_as_it_was(editor, place):
    before = editor.edition.trees
    page = editor.get("edition_thing", place)
    assert page.status_code == 200
    answer = editor.post("edition_thing", place, **inputs_of(page))
    assert answer.status_code in {302, 422}
    if place != "guide":
        assert answer.status_code == 302, text_of(answer)
    assert editor.edition.trees == before


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_of_question_can_be_asked(editor, kind):
    place = editor.add("form.pages.0.fields", kieu=kind)
    typed = {"label__vi": "Câu thử", "text__vi": "Lời dẫn", "item__vi": "Người con"}
    if kind == "computed":
        typed |= {"value": "1 + 1", "as": "integer"}
    if kind == "file":
        paper = editor.add("procedure.components")
        editor.write(paper, name__vi="Ảnh", originals="1", required__mode="yes")
        typed["component"] = "anh"
    if kind in {"choice", "choices", "select"}:
        typed["options"] = "Một\nHai"
    assert editor.write(place, **typed).status_code == 302
    if kind in {"group", "repetition"}:
        inner = editor.add(f"{place}.fields", kieu="text")
        assert editor.write(inner, label__vi="Tên người con").status_code == 302
    of_form = [one for one in queries.faults(editor.edition, today=clock.today())
               if one.section is Section.QUESTIONS]  # fmt: skip
    assert of_form == []


def test_usual_questions_come_with_their_elements(editor):
    editor.post("edition_add", "form.pages.0.fields", khoi="person")
    names = [field["name"] for field in editor.edition.trees["form"]["pages"][0]["fields"]]
    assert names[-4:] == ["person.full_name", "person.born_on", "person.sex", "person.citizen_id"]
    again = editor.post("edition_add", "form.pages.0.fields", khoi="person")
    assert again.status_code == 302
    assert len(editor.edition.trees["form"]["pages"][0]["fields"]) == len(names)


def test_rows_move_up_and_down_and_go(editor):
    first = "form.pages.0.fields.0"

    def names():
        return [one["name"] for one in editor.edition.trees["form"]["pages"][0]["fields"]]

    before = names()
    editor.post("edition_down", first)
    assert names()[:2] == [before[1], before[0]]
    editor.post("edition_up", first)
    assert names()[:2] == [before[1], before[0]]
    editor.post("edition_remove", first)
    assert names() == [before[0], *before[2:]]
    editor.post("edition_undo")
    assert names()[:2] == [before[1], before[0]]


def test_a_condition_is_chosen_and_said_in_words(editor):
    place = editor.add("form.pages.0.fields", kieu="yes_no")
    editor.write(place, label__vi="Bạn có nhà không?")
    other = editor.add("form.pages.0.fields", kieu="text")
    answer = editor.write(
        other, label__vi="Nhà ở đâu?", visible__mode="simple", visible__path="ban_co_nha_khong",
        visible__operator="eq", visible__value="có",
    )  # fmt: skip
    assert answer.status_code == 302
    assert editor.edition.trees["form"]["pages"][0]["fields"][-1]["visible"] == "ban_co_nha_khong"
    assert "“Bạn có nhà không?” là có" in text_of(editor.get("edition_section", "cau-hoi"))


def test_what_was_typed_is_kept_when_it_is_refused(editor):
    place = editor.add("fees.fees")
    answer = editor.write(place, name__vi="Phí giữ lại", kind="charge", amount="", legal_basis="")
    assert answer.status_code == 422
    assert "Phí giữ lại" in text_of(answer)
    stale = editor.post("edition_thing", place, revision=1, **{"name.vi": "Ở thẻ khác"})
    assert stale.status_code == 409
    assert "Ở thẻ khác" in text_of(stale)


@pytest.mark.parametrize("value", ["\x00", "\x07", "a" * 30_000, "{vi: x}", "<script>"])
def test_nonsense_is_refused_or_kept_as_plain_words(editor, value):
    answer = editor.write("form", title__vi=value)
    assert answer.status_code in {302, 422}
    page = text_of(editor.get("edition_section", "cau-hoi"))
    assert "<script>" not in page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize(
    "place", ["form.pages.99", "x", "form.pages.0.fields.0.options.0", "procedure.results", "9.9"]
)
def test_places_that_are_no_things_are_not_found(editor, place):
    assert editor.get("edition_thing", place).status_code == 404
    for route in ("edition_up", "edition_down", "edition_remove"):
        assert editor.post(route, place).status_code in {302, 404}


def test_automatic_saves_answer_with_the_revision(editor):
    typed = {"title.vi": "Tờ khai nhà ở", "_autosave": "1"}
    answer = editor.post("edition_thing", "form", **typed)
    assert answer.json()["revision"] == editor.edition.revision
    assert editor.edition.trees["form"]["title"] == "Tờ khai nhà ở"
    wrong = editor.post("edition_thing", "dates", _autosave="1", profile="none", valid_from="")
    assert wrong.status_code == 422


@pytest.mark.shows("CN03")
def test_an_edition_goes_out_as_files_and_comes_in_again(editor):
    content = editor.get("edition_export").content
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.namelist()[0] == f"library/procedures/{CODE}/v1/procedure.yaml"
    before = editor.edition.trees
    editor.write("form", title__vi="Tên khác")
    file = io.BytesIO(content)
    file.name = "v1.zip"
    assert editor.post("edition_take_in", tep=file).status_code == 302
    assert editor.edition.trees == before


def test_the_head_of_the_agency_may_decide_but_not_write(editor):
    editor.take_law()
    editor.add_scenario(ANSWERS)
    editor.post("edition_propose")
    head = Editor(Role.APPROVER)
    head.key = editor.key
    assert "Phê duyệt và công bố" in text_of(head.get("edition_compare"))
    assert "Phê duyệt và công bố" not in text_of(editor.get("edition_compare"))
    assert head.get("edition_thing", "form").status_code == 403
    assert head.post("edition_send_back", **{"can-sua": ""}).status_code == 409
    head.post("edition_send_back", **{"can-sua": "Ghi rõ căn cứ."})
    assert "Ghi rõ căn cứ." in text_of(editor.get("edition"))


def test_the_preview_tells_what_is_wrong_and_stores_nothing(editor):
    page = editor.client.post(editor.at("edition_preview"), {"_page": "applicant"})
    assert page.status_code == 422
    end = editor.try_out(ANSWERS)
    assert "Hẹn trả" in text_of(end)
    assert not Draft.objects.exists()
    odd = {"_page": "applicant", "_answers": "[1"}
    assert editor.client.post(editor.at("edition_preview"), odd).status_code == 422


def test_a_broken_form_is_not_tried_out_but_mended(editor):
    editor.add("form.pages.0.fields", kieu="text")
    page = text_of(editor.get("edition_preview"))
    assert "Chưa xem thử được" in page
    assert "form.yaml" not in page


STRANGE = (
    ("fees", "fees: 5\nexemptions: {a: 1}"),
    ("form", "title: [1]\npages: {a: 1}"),
    ("form", "pages: [1, {name: 5, title: {x: 1}, fields: 7}, {fields: [3, {type: [1]}]}]"),
    ("form", "pages: [{name: a, fields: [{name: 1, type: choice, label: 2, options: [1, {}]}]}]"),
    (
        "procedure",
        "code: 9.000321\ncomponents: [1, {name: 4}]\nresults: 3\ncases: x\nvalid_from: 7",
    ),
    ("procedure", "results: [1, {sections: [2, {rows: 5}]}]\ncompetent: 3\nlegal_basis: {}"),
    ("workflow", "limit: 3\nsteps: [1, {function: [1], moves: 5}, {moves: [1, {to: [2]}]}]"),
    ("scenarios", "answers: 3\nscenarios: [1, {name: [1], expect: 2}]"),
    ("guide", "summary: 4\nsteps: [1, {title: {}}]\nquestions: 7"),
)


@pytest.mark.parametrize(("name", "text"), STRANGE, ids=lambda one: one[:24])
def test_whatever_a_file_says_its_pages_can_be_read(editor, name, text):
    file = io.BytesIO(text.encode())
    file.name = f"{name}.yaml"
    assert editor.post("edition_take_in", tep=file).status_code == 302
    for section in Section:
        assert editor.get("edition_section", section.value).status_code == 200
    for route in ("edition", "edition_compare", "edition_preview", "edition_export"):
        assert editor.get(route).status_code == 200
    for place in (*PLACES, "form.pages.1", "form.pages.1.fields.0", "fees.fees.0"):
        assert editor.get("edition_thing", place).status_code in {200, 404}
    assert editor.post("edition_propose").status_code == 409


@pytest.mark.parametrize(
    "answers",
    ['{"applicant.full_name": {"a": [1]}}', '{"applicant.address": 5}', "[" * 5000, '"x"', "\x00"],
)
def test_answers_that_nobody_can_have_typed_break_nothing(editor, answers):
    for page in ("applicant", "declaration"):
        typed = {"_page": page, "_answers": answers, "declaration.truth": "yes"}
        assert editor.client.post(editor.at("edition_preview"), typed).status_code in {200, 422}
    assert editor.post("edition_scenario", _answers=answers, ten="Tên").status_code == 409
