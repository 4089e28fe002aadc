"""What scripts call while somebody fills in a form: saving, pieces of files, communes."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import translation
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.agencies import queries as agencies
from motcua.documents import actions as documents
from motcua.documents import queries as stored
from motcua.documents.rules import policy, sniffing
from motcua.documents.rules.policy import MEGABYTE
from motcua.documents.values import StoredFile, UploadProgress
from motcua.dossiers import actions
from motcua.kernel.words import Refused, Sentence
from motcua.portal import filling, reusing, typed
from motcua.web import clock, formats
from motcua.web.http import Request, number_of
from motcua.web.middleware.cleaning import length_of

LARGEST_PIECE = MEGABYTE
"""Bytes of one piece of a file; a longer one is refused by its announced length, unread."""


class PieceRefused(Refused):
    """A piece of a file does not say what it is a piece of, or is too long."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Không đọc được lần tải này. Bạn hãy tải lại trang rồi chọn lại tệp.",
                "This upload could not be read. Reload the page and choose the file again.",
            )
        )


class SaveRefused(Refused):
    """What came to be saved is no form."""

    def __init__(self) -> None:
        super().__init__(
            Sentence(
                "Không đọc được nội dung cần lưu. Bạn hãy tải lại trang rồi thử lại.",
                "What came to be saved could not be read. Reload the page and try again.",
            )
        )


@require_POST
def autosave(request: Request, key: UUID, page: str) -> HttpResponse:
    """Save the answers of a page as they are typed (protocol: autosave.js)."""
    if request.viewer.anonymous:
        return JsonResponse({}, status=401)
    made = filling.filling(request.viewer, key)
    if page not in {one.name for one in made.form.pages}:
        raise Http404
    if not request.POST:
        return _said(SaveRefused(), 400)
    at, answers = clock.now(), typed.answers_of(request, made, page)
    try:
        revision = actions.save_answers(
            draft=key,
            answers=answers,
            by=request.viewer,
            at=at,
            page=page,
            seen=typed.seen(request, made, page),
        )
    except actions.DraftConflict as refused:
        return _said(refused, 409)
    except Refused as refused:
        return _said(refused, 400)
    shown = typed.shown(made, page, answers)
    return JsonResponse({"revision": revision, "shown": shown, "saved_at": formats.clock(at)})


@require_http_methods(["GET", "POST"])
def upload(request: Request, key: UUID, path: str) -> HttpResponse:
    """Take a piece of a file, or say how many bytes of it are here (protocol: upload.js)."""
    if request.viewer.anonymous:
        return JsonResponse({}, status=401)
    made = filling.filling(request.viewer, key)
    if made.draft.submitted_as or not typed.is_file_field(made, path):
        raise Http404
    asked = request.GET
    try:
        file = UUID(asked.get("khoa", ""))
        if request.method == "GET":
            known = stored.progress(key=file, owner=request.viewer.actor.key)
            return JsonResponse({"received": known.received if known else 0})
    except ValueError:
        return _said(PieceRefused(), 400)
    total, offset = number_of(asked.get("tong")), number_of(asked.get("vi-tri"))
    if total is None or offset is None:
        return _said(PieceRefused(), 400)
    try:
        taken = reusing.taken(made.form, path)
        policy.check_size(total, filename=sniffing.clean_name(asked.get("ten", "")), taken=taken)
        if length_of(request) > LARGEST_PIECE:
            return _said(PieceRefused(), 413)
        came = documents.receive_chunk(
            key=file,
            filename=asked.get("ten", "tep"),
            total=total,
            offset=offset,
            chunk=request.body,
            by=request.viewer.actor,
            at=clock.now(),
            taken=taken,
        )
        return JsonResponse(_answer(request, made, path, came=came))
    except Refused as refused:
        return _said(refused, 422)


def _answer(
    request: Request, made: filling.Filling, path: str, *, came: UploadProgress
) -> dict[str, Any]:
    if came.file is None:
        return {"received": came.received}
    revision = actions.attach(
        draft=made.draft.key,
        field=path,
        component=typed.component_of(made, path),
        file=came.file,
        by=request.viewer,
        at=clock.now(),
    )
    return {"done": _shown(came.file), "revision": revision}


def _shown(file: StoredFile) -> dict[str, Any]:
    shown = {"key": str(file.key), "filename": file.filename, "size": file.size}
    return shown | {"state": formats.say(file.state.label)}


@require_GET
def units(_: HttpRequest, province: str) -> HttpResponseBase:
    """Give the communes of a province: [{code, name}]."""
    try:
        found = agencies.communes(province)
    except agencies.TerritoryUnknown:
        return JsonResponse([], safe=False, status=404)
    listed = [{"code": one.code, "name": one.title} for one in found]
    response = JsonResponse(listed, safe=False, json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def _said(refused: Refused, status: int) -> JsonResponse:
    language = translation.get_language() or "vi"
    return JsonResponse({"error": refused.sentence.in_(language)}, status=status)
