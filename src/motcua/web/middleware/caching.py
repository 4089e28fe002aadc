"""Who may keep a copy of a page: the reader's own browser, and it asks again each time."""

from django.http import HttpRequest, HttpResponseBase

from motcua.web.middleware import Next


def private_pages(get_response: Next) -> Next:
    """Mark an answer that says nothing of copies itself as the reader's own."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return middleware
