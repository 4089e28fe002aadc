"""Paper at the desk: each component is looked at, what stays is scanned, page by page."""

import io
from uuid import uuid4

import pytest
from PIL import Image
from tests.documents import papers
from tests.factories import people
from tests.factories.dossiers import BIRTH, MORNING, birth_answers, picture

from motcua.documents.models import IssuedDocument
from motcua.documents.rules.pages import count_pages
from motcua.documents.rules.policy import UploadRefused
from motcua.dossiers import actions, queries
from motcua.dossiers.queries.intake_check import intake_of_dossier, intake_of_draft
from motcua.dossiers.rules.intake_check import PapersRefused
from motcua.dossiers.rules.once_given import PaperDemandRefused
from motcua.dossiers.values import Channel
from motcua.dossiers.values.intake import CheckedPaper, NotDigitised
from motcua.procedures import queries as procedures
from motcua.workflow.values import Move

pytestmark = pytest.mark.shows("CN12", "O2", "O4")
DESK = "H26.00070"
NOTICE = "birth_notice"


def pdf(pages):
    def more(document):
        for _ in range(pages - 1):
            document.add_blank_page(page_size=(100, 100))

    return papers.pdf(more)


def begun(by, *, answers=None, **how):
    key = actions.begin_intake(
        service_code=BIRTH,
        channel=how.pop("channel", Channel.COUNTER),
        reception_code=DESK,
        by=by,
        at=MORNING,
        **how,
    )
    filled = answers or birth_answers(**{"proof.kind": "notice"})
    actions.save_answers(draft=key, answers=filled, by=by, at=MORNING)
    return key


def check(key, by, *papers):
    actions.check_papers(draft=key, papers=papers, by=by, at=MORNING)


def scanned(key, by, content, *, pages=1, component=NOTICE, name="quét.pdf"):
    return actions.scan(
        draft=key,
        component=component,
        content=content,
        filename=name,
        declared_pages=pages,
        by=by,
        at=MORNING,
    )


def submit(key, by):
    return actions.submit(draft=key, by=by, at=MORNING)


def test_nothing_goes_in_before_every_required_paper_was_looked_at(reception):
    key = begun(reception)
    with pytest.raises((PapersRefused, actions.SubmitRefused)):
        submit(key, reception)

    check(key, reception, CheckedPaper(NOTICE, originals=1))
    with pytest.raises((PapersRefused, actions.SubmitRefused)):
        submit(key, reception)
    digest = scanned(key, reception, pdf(2), pages=2)

    code = submit(key, reception)
    noted = intake_of_dossier(viewer=reception, code=code)
    assert [(one.pages, one.sha256, one.by_name) for one in noted.scans] == [
        (2, digest, "Lê Thị Hoa")
    ]
    assert len(digest) == 64


def test_the_receipt_lists_what_was_handed_in(reception):
    key = begun(reception)
    check(key, reception, CheckedPaper(NOTICE, originals=1, copies=2, note="Bản gốc hơi nhàu"))
    scanned(key, reception, picture(), name="ảnh.jpg")
    code = submit(key, reception)

    actions.perform(code=code, move=Move.ACCEPT, by=reception, at=MORNING)

    (receipt,) = IssuedDocument.objects.filter(layout="receipt_appointment")
    listed = [line["counts"] for line in receipt.data["components"]]
    assert listed == ["1 bản chính, 2 bản sao"]


@pytest.mark.parametrize(
    "paper",
    [
        CheckedPaper(NOTICE, shown=True),
        CheckedPaper(NOTICE, missing=True),
        CheckedPaper(NOTICE, originals=1, not_digitised=NotDigitised.SECRET),
        CheckedPaper(NOTICE, copies=1, not_digitised=NotDigitised.OPINION),
    ],
)
def test_what_is_not_digitised_says_why_and_the_form_asks_for_no_file(reception, paper):
    key = begun(reception)
    check(key, reception, paper)

    code = submit(key, reception)

    noted = intake_of_dossier(viewer=reception, code=code)
    assert noted.papers == (paper,)
    assert queries.dossier(viewer=reception, code=code, at=MORNING).attachments == ()


@pytest.mark.parametrize(
    ("paper", "why"),
    [
        (CheckedPaper(NOTICE), "Bạn hãy ghi số bản"),
        (CheckedPaper(NOTICE, originals=1, missing=True), "không phải là còn thiếu"),
        (CheckedPaper(NOTICE, copies=100), "từ 0 đến 99"),
        (CheckedPaper(NOTICE, copies=1, note="x" * 301), "ghi chú dài nhất"),
        (CheckedPaper(NOTICE, copies=1, not_digitised=NotDigitised.SHOWN), "không giữ bản nào"),
        (CheckedPaper("nothing", copies=1), "không có giấy tờ đó"),
    ],
)
def test_notes_that_contradict_themselves_are_refused(reception, paper, why):
    key = begun(reception)
    with pytest.raises(PapersRefused, match=why):
        check(key, reception, paper)
    assert intake_of_draft(viewer=reception, draft=key).papers == ()


def test_what_a_database_has_is_not_missing(reception):
    service = procedures.service(BIRTH, MORNING.date())
    known = next(one.code for one in service.components if one.available_in_database)
    with pytest.raises(PaperDemandRefused, match="đã có trong cơ sở dữ liệu"):
        check(begun(reception), reception, CheckedPaper(known, missing=True))


@pytest.mark.parametrize(("declared", "why"), [(1, "quét hai lần"), (3, "chưa quét")])
def test_a_scan_with_other_pages_than_counted_is_refused(reception, declared, why):
    key = begun(reception)
    with pytest.raises(UploadRefused, match=why):
        scanned(key, reception, pdf(2), pages=declared)
    assert intake_of_draft(viewer=reception, draft=key).scans == ()


def test_frames_of_an_image_are_pages(reception):
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, "PNG")
    with pytest.raises(UploadRefused, match="có 1 trang"):
        scanned(begun(reception), reception, out.getvalue(), pages=2, name="một.png")


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 40, b"%PDF-1.4 broken", b"PK\x03\x04" + b"x" * 40]
)
def test_what_is_no_scan_is_refused(reception, content):
    with pytest.raises(UploadRefused):
        scanned(begun(reception), reception, content)


def test_pages_of_a_text_document_cannot_be_counted():
    with pytest.raises(UploadRefused, match="PDF hoặc ảnh"):
        count_pages(b"PK", media_type="application/msword")


def test_a_person_with_an_account_follows_what_was_taken_in(mother, reception):
    key = begun(reception, applicant=mother.key)
    check(key, reception, CheckedPaper(NOTICE, shown=True))
    code = submit(key, reception)

    seen = queries.dossier(viewer=mother, code=code, at=MORNING)
    assert (seen.for_applicant, seen.channel) == (True, Channel.COUNTER)
    assert intake_of_dossier(viewer=reception, code=code).with_account
    stranger = people.citizen()
    assert intake_of_dossier(viewer=stranger, code=code) is None


def test_only_the_desk_takes_paper_in_and_only_its_own(reception, clerk, mother):
    for viewer in (clerk, mother):
        with pytest.raises(actions.IntakeRefused, match="Chỉ cán bộ tiếp nhận"):
            begun(viewer)
    with pytest.raises(actions.IntakeRefused):
        begun(reception, channel=Channel.OFFICER_ASSISTED)
    with pytest.raises(actions.DraftRefused):
        check(uuid4(), reception, CheckedPaper(NOTICE, shown=True))
