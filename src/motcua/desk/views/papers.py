"""Files and documents of a dossier, shown in the browser or saved."""

from urllib.parse import quote
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from motcua.desk.views import CASE_ROLES
from motcua.documents import actions as documents
from motcua.dossiers import queries
from motcua.web.access import officer_required
from motcua.web.http import Request


@require_GET
@officer_required(*CASE_ROLES)
def attachment(request: Request, code: str, key: UUID) -> HttpResponse:
    """Show a file that the applicant handed in."""
    found = queries.content_of_attachment(viewer=request.viewer, code=code, key=key)
    if found is None:
        raise Http404
    file, content = found
    return inline(content, media_type=file.media_type, filename=file.filename)


@require_GET
@officer_required(*CASE_ROLES)
def document(request: Request, code: str, key: UUID) -> HttpResponse:
    """Show a document that the state issued."""
    found = queries.content_of_document(viewer=request.viewer, code=code, key=key)
    if found is None:
        raise Http404
    name = f"{found.number}.pdf".replace("/", "-")
    return inline(documents.printed(key=key), media_type="application/pdf", filename=name)


def inline(content: bytes, *, media_type: str, filename: str) -> HttpResponse:
    """Show bytes in the browser, where they may run and load nothing."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(filename)}"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
