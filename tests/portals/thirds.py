"""Hosts of others, played on this machine: trackers, fonts of others, the national EMC system.

Pages name them as real portals do (`www.googletagmanager.com`); a browser started with
`resolver_rules(port)` comes here instead of going out. Without the rules it finds nobody, and the
request is still there to be seen.
"""

from tests.portals.portal import Asked, Portal, Reply

ANALYTICS, TAGS, PIXEL = (
    "www.google-analytics.com",
    "www.googletagmanager.com",
    "connect.facebook.net",
)
FONTS, EMC, FOREIGN = "fonts.googleapis.com", "f-emc.ngsp.gov.vn", "dich-vu-khac.vidu.vn"
HOSTS = (ANALYTICS, TAGS, PIXEL, FONTS, "fonts.gstatic.com", EMC, FOREIGN)

_GTAG = """
document.cookie = '_ga=GA1.1.1234567890.1767225600; path=/; max-age=63072000';
new Image().src = 'https://www.google-analytics.com/g/collect?v=2&tid=G-SONGMAU&dl=' +
  encodeURIComponent(location.href);
"""


def resolver_rules(port: int) -> str:
    """Give the value of Chromium's `--host-resolver-rules` for others served at this port."""
    mapped = [f"MAP {host} 127.0.0.1:{port}" for host in HOSTS]
    return ", ".join([*mapped, "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1", "EXCLUDE *.localhost"])


def others() -> Portal:
    """Build what every other host answers; paths tell them apart."""
    portal = Portal(secure=True, compressing=False, redirecting=False)
    portal.page("404", "nothing.html", status=404)
    script = "text/javascript; charset=utf-8"
    portal.file("/gtag/js", script, _GTAG)
    portal.file("/en_US/fbevents.js", script, "document.cookie = '_fbp=fb.1.1.2; path=/';")
    portal.file("/embed/gov-tracking.min.js", script, _tracker())
    portal.file("/css2", "text/css", "body { font-family: Roboto, sans-serif; }")
    portal.file("/anh.svg", "image/svg+xml", _SQUARE)
    portal.file("/xin-chao.js", script, "window.khac = 1;")
    portal.answers["/g/collect"] = portal.answers["/tracking"] = _pixel
    portal.headers["Access-Control-Allow-Origin"] = "*"
    return portal


_SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>'
)


def _tracker() -> str:
    from tests.portals.clean import ASSETS  # noqa: PLC0415 -- the clean portal is not needed above

    return (ASSETS / "gov-tracking.min.js").read_text(encoding="utf-8")


def _pixel(_asked: Asked) -> Reply:
    return Reply(media_type="image/svg+xml", body=_SQUARE)
