import pytest
from tests.journal.kettle import Clock

from motcua.journal import ports


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def registry():
    """The registry, empty for this test."""
    books = (ports.listeners, ports.handlers, ports.periodics, ports._by_kind)
    before = [dict(book) for book in books]
    for book in books:
        book.clear()
    yield ports
    for book, content in zip(books, before, strict=True):
        book.clear()
        book.update(content)
