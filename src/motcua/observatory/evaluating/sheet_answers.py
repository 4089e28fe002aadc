"""Reading what evaluators and agencies type of a criterion, and the file that they add."""

from typing import Any

from django.http import QueryDict

from motcua.evaluation.rules.files import LARGEST, MEGABYTE, MOST_FILES, TYPES
from motcua.evaluation.rules.reading_answers import NOTE_LENGTH
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import (
    SCANNED_TITLES,
    AnswerView,
    DeclarationView,
    Scanned,
    Typed,
    Upload,
)
from motcua.kernel.words import Sentence
from motcua.observatory.auditing.words import number
from motcua.observatory.evaluating.reaching import Problem
from motcua.web.http import Request

TAKES = {
    "accept": ",".join(TYPES),
    "kinds": ", ".join(TYPES.values()),
    "megabytes": LARGEST // MEGABYTE,
    "files": MOST_FILES,
}
"""What is said of files before one is chosen."""
NO_FILE = Sentence("Bạn hãy chọn một tệp.", "Choose a file.")


def typed_of(posted: QueryDict) -> Typed:
    """Give an answer as it was typed."""
    return Typed(
        value=posted.get("gia-tri", ""),
        applies=posted.get("khong-ap-dung") != "yes",
        note=posted.get("ghi-chu", "")[:NOTE_LENGTH],
    )


def unfinished(view: AnswerView | DeclarationView) -> Problem | None:
    """Say what an answer lacks to be whole; None where nothing."""
    if not view.typed.applies:
        if view.typed.note.strip():
            return None
        why = Sentence(
            "Bạn hãy ghi vì sao tiêu chí này không áp dụng cho cổng.",
            "Write why this does not apply to the portal.",
        )
        return Problem("ghi-chu", (why,))
    if view.value is not None:
        return None
    none = Sentence("Bạn hãy chọn hoặc ghi kết quả.", "Choose or write a result.")
    return Problem("gia-tri", (view.problem or none,))


def upload_of(request: Request, *, must: bool) -> Upload | None:
    """Give the file that was sent, never more of it than is looked at; refuses none where one
    must be there."""
    sent = request.FILES.get("tep")
    if sent is None:
        if must:
            raise CampaignRefused("tep", NO_FILE)
        return None
    return Upload(name=sent.name or "tep", content=sent.read(LARGEST + 1))


def listed(files: Any, address: Any) -> list[dict[str, Any]]:
    """Give files as pages list them; `address` makes where one is read of its digest."""
    return [
        {
            "digest": one.digest,
            "name": one.name,
            "size": size(one.size),
            "href": address(one.digest),
            "careful": SCANNED_TITLES[one.scanned] if one.scanned is Scanned.NOT_SCANNED else "",
        }
        for one in files
    ]


def size(count: int) -> str:
    """Write how large a file is."""
    if count >= MEGABYTE:
        return f"{number(count / MEGABYTE, 1)} MB"
    return f"{number(max(count / 1024, 1), 0)} kB"
