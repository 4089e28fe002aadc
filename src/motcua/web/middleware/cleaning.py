"""What no page can use is stopped at the door: NUL characters, and bodies beyond all measure.

A NUL means nothing in any text of ours and PostgreSQL cannot keep it, so it is taken out of fields,
addresses' questions and cookies; what else was typed stays. A path with one leads nowhere.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict

from motcua.documents.rules.policy import MEGABYTE, POLICY
from motcua.kernel.words import Refused, Sentence
from motcua.web import refusals
from motcua.web.middleware import Next

LARGEST_BODY = POLICY.largest_dossier + 4 * MEGABYTE
"""The files of a whole dossier in one post, as a browser without scripts may send them."""


class TooLarge(Refused):
    """More was sent at once than a whole dossier may hold; nothing of it was read."""

    def __init__(self) -> None:
        most = POLICY.largest_dossier // MEGABYTE
        super().__init__(
            Sentence(
                f"Lần gửi này quá {most} MB nên chúng tôi không nhận. Bạn hãy bấm nút quay lại của "
                "trình duyệt rồi gửi từng tệp một.",
                f"This was over {most} MB, so it was not taken. Go back and send the files one by "
                "one.",
            )
        )


class Cleaning:
    """Takes out NULs and refuses bodies beyond all measure, before anything reads them."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Look at the path, the question, the cookies and the announced length."""
        if "\0" in request.path_info:
            raise Http404
        if length_of(request) > LARGEST_BODY:
            return refusals.page(request, TooLarge(), status=413)
        if any("\0" in value for value in request.COOKIES.values()):
            request.COOKIES = {n: v for n, v in request.COOKIES.items() if "\0" not in v}
        if _holds_nul(request.GET):
            request.GET = _without_nul(request.GET)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Look at the fields; pieces of files are no fields and are not read here."""
        if request.method == "POST" and _holds_nul(request.POST):
            request.POST = _without_nul(request.POST)
        return None


def length_of(request: HttpRequest) -> int:
    """Give the length of the body that a request announces; 0 where it announces none."""
    text = str(request.META.get("CONTENT_LENGTH") or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _holds_nul(fields: QueryDict) -> bool:
    return any(
        "\0" in name or any("\0" in value for value in values) for name, values in fields.lists()
    )


def _without_nul(fields: QueryDict) -> Any:
    clean = QueryDict(mutable=True)
    for name, values in fields.lists():
        clean.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in values])
    clean._mutable = False  # noqa: SLF001 -- as Django's own parser ends
    return clean
