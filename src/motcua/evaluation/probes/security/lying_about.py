"""What lies about on a portal: inside files, listed folders, error pages that talk too much."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from motcua.evaluation.probes.visits import Answer, Site
from motcua.evaluation.rules.looking import exposures, telling
from motcua.evaluation.values.observations import Observation, Place
from motcua.kernel.words import Sentence

NOWHERE = "/motcua-audit-khong-co-trang-nay-7f3a91"
"""An address that no portal has: how it says "not found" is how it says it of the others."""


@dataclass(slots=True)
class Asked:
    """Questions about addresses: how many could be put, and why others could not."""

    site: Site
    absent: bytes | None = None
    refused: int = 0
    put: int = 0
    seen: list[Place] = field(default_factory=list)

    def get(self, path: str) -> Answer:
        """Ask for a path of the portal, not following redirects."""
        answer = self.site.web.get(urljoin(self.site.home, path), follow=False)
        if answer.failed:
            self.refused += 1
        else:
            self.put += 1
        return answer


def lying_about(site: Site) -> Iterator[Observation]:
    """Ask for a page that cannot be, then for few addresses that should not be there."""
    asked = Asked(site)
    nowhere = asked.get(NOWHERE)
    yield _talkative(site, nowhere)
    # A portal that answers 200 to everything is told apart by what it answers.
    asked.absent = nowhere.body if nowhere.status in {200, 206} else None
    yield _files(asked)
    yield _folders(asked, nowhere)


def _talkative(site: Site, nowhere: Answer) -> Observation:
    fact = "security.error_leak"
    if nowhere.failed:
        return telling.unseen(fact, site.home, _failed(nowhere))
    places = [
        telling.place(
            name,
            Sentence(f"trang lỗi lộ {name}", f"the error page shows {name} inside"),
            snippet=name,
        )
        for name in exposures.leaks(nowhere.text)
    ]
    return telling.counted(fact, site.home, places)


def _files(asked: Asked) -> Observation:
    places = []
    for one in exposures.FILES:
        answer = asked.get(one.path)
        if exposures.is_there(one, status=answer.status, body=answer.body, absent=asked.absent):
            places.append(telling.place("file", one.says, snippet=one.path))
    return _told("security.exposed", asked, places)


def _folders(asked: Asked, nowhere: Answer) -> Observation:
    places = []
    for path in exposures.FOLDERS:
        answer = asked.get(path)
        if answer.status == 200 and exposures.is_listing(answer.text):
            if answer.body[:2000] == nowhere.body[:2000]:
                continue
            says = Sentence("liệt kê mọi tệp trong thư mục", "it lists every file in the folder")
            places.append(telling.place("listing", says, snippet=path))
    return _told("security.listing", asked, places)


def _told(fact: str, asked: Asked, places: list[Place]) -> Observation:
    if not asked.put:
        why = Sentence("Không hỏi được địa chỉ nào.", "No address could be asked for.")
        return telling.unseen(fact, asked.site.home, why)
    note = None
    if asked.refused:
        note = Sentence(
            f"{asked.refused} địa chỉ không hỏi được (robots.txt hoặc lỗi mạng).",
            f"{asked.refused} addresses could not be asked for (robots.txt or the network).",
        )
    return telling.counted(fact, asked.site.home, places, note=note)


def _failed(answer: Answer) -> Sentence:
    return Sentence(f"Không hỏi được: {answer.failed}.", f"It could not be asked: {answer.failed}.")
