"""Headers that keep others' scripts, frames and sensors out of our pages."""

from django.http import HttpRequest, HttpResponseBase

from motcua.web.middleware import Next

FRAMES = "X-Frame-Options"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
        "form-action 'self'"
    ),
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(self), display-capture=(), "
        "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    FRAMES: "DENY",
}


def security_headers(get_response: Next) -> Next:
    """Add the headers to every answer; an answer that sets one itself keeps its own.

    A view that may be framed says so with Django's `xframe_options_exempt` and a policy of its own.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in HEADERS.items():
            if name != FRAMES or not getattr(response, "xframe_options_exempt", False):
                response.headers.setdefault(name, value)
        return response

    return middleware
