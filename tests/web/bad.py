"""Sending what no page can use, and what must come back: a sentence in both languages, never a 500.

`Bad` is one such request. `stays` is what was typed and must still stand on the page that answers.
"""

from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from django.db import transaction


@dataclass(frozen=True)
class Bad:
    """One request, the status it gets, and the sentence in Vietnamese and in English."""

    about: str
    address: str
    status: int
    vi: str
    en: str
    typed: dict | None = None
    stays: tuple[str, ...] = ()
    body: bytes = b""
    kind: str = "application/octet-stream"
    headers: dict = field(default_factory=dict)

    def __str__(self):
        return self.about


def send(client, bad, **things):
    """Send it and undo what it did; gives the answer."""
    address = bad.address.format(**things)
    with transaction.atomic():
        if bad.typed is not None:
            typed = {name.format(**things): value for name, value in bad.typed.items()}
            answer = client.post(address, typed, headers=bad.headers)
        elif bad.body:
            answer = client.post(address, bad.body, content_type=bad.kind, headers=bad.headers)
        else:
            answer = client.get(address, headers=bad.headers)
        transaction.set_rollback(True)
    return answer


def words_of(answer):
    """Give what the answer says to a person, and what stands in its boxes."""
    if "json" in answer.headers.get("Content-Type", ""):
        return str(answer.json())
    page = BeautifulSoup(answer.content, "html.parser")
    boxes = [box.get("value", "") for box in page.select("main input, form input")]
    main = page.find("main") or page
    return " ".join([*main.get_text(" ").split(), *boxes])


def assert_told(client, bad, **things):
    """Hold the answer against what was promised, in Vietnamese and then in English."""
    for language, promised in (("vi", bad.vi), ("en", bad.en)):
        client.cookies["ngon-ngu"] = language
        answer = send(client, bad, **things)
        said = words_of(answer)
        assert answer.status_code == bad.status, f"{language}: {said[:300]}"
        assert promised in said, f"{language}: {said[:600]}"
        assert [text[:80] for text in bad.stays if text not in said] == []
