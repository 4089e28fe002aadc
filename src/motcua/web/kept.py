"""What somebody had typed when they were asked to log in: kept, and given back afterwards.

The fields (not files, not passwords) rest in the session for half an hour. The page after the
log-in shows one button that sends them again to where they were going.
"""

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from motcua.web import clock
from motcua.web.http import way_back

SESSION_KEY = "kept"
KEPT = timedelta(minutes=30)
LARGEST = 256 * 1024
NOT_KEPT = {"csrfmiddlewaretoken", "password", "old_password", "new_password", "code"}


def keep(request: HttpRequest) -> None:
    """Keep the fields of a POST that could not be let through."""
    if request.method != "POST":
        return
    fields = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT}
    size = sum(len(value) for values in fields.values() for value in values)
    if fields and size <= LARGEST:
        request.session[SESSION_KEY] = {
            "path": request.get_full_path(),
            "fields": fields,
            "until": (clock.now() + KEPT).isoformat(),
        }


def place(request: HttpRequest) -> str:
    """Give where to go after the log-in: this page, or where kept fields are given back."""
    if request.method == "GET":
        return request.get_full_path()
    if SESSION_KEY in request.session:
        return reverse("web:kept")
    return way_back(request) or "/"


def take(request: HttpRequest) -> tuple[str, list[tuple[str, str]]] | None:
    """Give the kept path and fields, once they are asked for; nothing when there are none."""
    stored: dict[str, Any] | None = request.session.get(SESSION_KEY)
    if not stored or datetime.fromisoformat(stored["until"]) < clock.now():
        return None
    pairs = [(name, value) for name, values in stored["fields"].items() for value in values]
    return stored["path"], pairs


def forget(request: HttpRequest) -> None:
    """Drop what was kept."""
    request.session.pop(SESSION_KEY, None)
