"""How tests read the pages of worksheets, agencies and sessions."""

from bs4 import BeautifulSoup
from django.urls import reverse

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64)


def at(name, told, agency="H26", **more):
    """Give the address of a page of a portal."""
    return reverse(f"evaluating:{name}", kwargs={"code": told.code, "agency": agency, **more})


def soup(answer, status=200):
    """Read a page."""
    assert answer.status_code == status, answer.content[-2000:].decode()
    return BeautifulSoup(answer.content, "html.parser")


def words(node):
    """Give what a piece of a page says."""
    return " ".join(node.get_text(" ").split())
