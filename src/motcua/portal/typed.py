"""Keeping what was typed on one page: answers, files, rows; never losing any of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile

from motcua.documents import actions as documents
from motcua.documents.rules import policy
from motcua.dossiers import actions
from motcua.dossiers.rules.imprints import imprint
from motcua.forms import rules as forms
from motcua.forms.values import FieldError
from motcua.identity.values import Viewer
from motcua.kernel.words import Refused
from motcua.portal import reusing
from motcua.portal.filling import PLACES, Filling, as_error, filling, named_place
from motcua.web.http import Request, number_of

STAYING = ("_add", "_remove", "_province", "_upload", "_remove_file", "_reuse")
"""Buttons that change the page one is on, without JavaScript."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a post: the draft as it now is, what is wrong, where on the page to stay."""

    made: Filling
    errors: tuple[FieldError, ...] = ()
    stay: str = ""
    conflict: Refused | None = None


def keep(request: Request, made: Filling, page: str, *, at: datetime) -> Kept:
    """Save a post of one page; files are stored one by one, each error told beside its question."""
    viewer, key = request.viewer, made.draft.key
    answers = answers_of(request, made, page)
    try:
        actions.save_answers(
            draft=key,
            answers=answers,
            by=viewer,
            at=at,
            page=page,
            seen=seen(request, made, page),
        )
    except actions.DraftConflict as refused:
        shown = replace(made, answers={**made.answers, **answers})
        return Kept(shown, (as_error(made.form, "", refused.sentence),), conflict=refused)
    except actions.DraftRefused as refused:
        shown = replace(made, answers={**made.answers, **answers})
        return Kept(shown, (as_error(made.form, "", refused.sentence),))
    errors = _take_files(request, made, page, at=at) + reusing.pressed(request, made, at=at)
    _drop_file(request, viewer, key, at=at)
    return Kept(filling(viewer, key), errors, _place_to_stay(request))


def seen(request: Request, made: Filling, page: str) -> actions.Seen:
    """Give what the page that is posted knows of its draft."""
    return actions.Seen(
        revision=number_of(request.POST.get("_revision")),
        name=request.POST.get("_save", ""),
        unheard=frozenset(request.POST.get("_unheard", "").split()),
        fields=_fields(made, page),
        shown=request.POST.get("_shown", ""),
    )


def shown(made: Filling, page: str, answers: Mapping[str, Any] | None = None) -> str:
    """Give the imprint of what a page shows of its draft, `answers` being saved over it."""
    return imprint({**made.draft.answers, **(answers or {})}, _fields(made, page))


def _fields(made: Filling, page: str) -> tuple[str, ...]:
    return tuple(placed.path for placed in made.form.page(page).fields)


def answers_of(request: Request, made: Filling, page: str) -> dict[str, Any]:
    """Give the typed answers of a page; files are not answers here, they are attached by verbs."""
    post = {name: request.POST.getlist(name) for name in request.POST}
    answers = forms.from_post(made.form, page, post)
    kinds = {path: made.form.fields[path].type for path in answers}
    return {
        path: named_place(value) if kinds[path] in PLACES else value
        for path, value in answers.items()
        if kinds[path] != "file"
    }


def _take_files(
    request: Request, made: Filling, page: str, *, at: datetime
) -> tuple[FieldError, ...]:
    errors = []
    for placed in made.form.page(page).fields:
        for upload in request.FILES.getlist(f"{placed.path}.file"):
            try:
                attach(made, placed.path, upload, by=request.viewer, at=at)
            except Refused as refused:
                errors.append(as_error(made.form, placed.path, refused.sentence))
    return tuple(errors)


def attach(
    made: Filling, path: str, upload: "UploadedFile[bytes]", *, by: Viewer, at: datetime
) -> None:
    """Store one whole file and put it into the draft under the question at `path`."""
    name, taken = upload.name or "tep", reusing.taken(made.form, path)
    policy.check_size(upload.size or 0, filename=name, taken=taken)
    content = upload.read()
    stored = documents.store(content=content, filename=name, by=by.actor, at=at, taken=taken)
    actions.attach(
        draft=made.draft.key,
        field=path,
        component=component_of(made, path),
        file=stored,
        by=by,
        at=at,
    )


def component_of(made: Filling, path: str) -> str:
    """Give the component of the dossier that the files of a question are."""
    placed = made.form.fields.get(path)
    return str(getattr(placed.field, "component", "")) if placed else ""


def is_file_field(made: Filling, path: str) -> bool:
    """Tell whether the question at `path` takes files."""
    placed = made.form.fields.get(path)
    return placed is not None and placed.type == "file"


def _drop_file(request: Request, viewer: Viewer, key: UUID, *, at: datetime) -> None:
    _, _, file = request.POST.get("_remove_file", "").rpartition(":")
    try:
        gone = UUID(file)
    except ValueError:
        return
    actions.detach(draft=key, file=gone, by=viewer, at=at)


def _place_to_stay(request: Request) -> str:
    for button in STAYING:
        value = request.POST.get(button, "")
        if button == "_province" and value:
            return f"{value}.commune"
        if button in ("_remove", "_remove_file", "_reuse") and value:
            return value.rpartition(".")[0] if button == "_remove" else value.rpartition(":")[0]
        if value:
            return value
    return ""
