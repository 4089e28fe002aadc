"""A nation of synthetic portals: 63 provinces and 20 ministries, each with faults of its own.

Which portal has which faults is drawn from a seed, so that everybody who asks has the same nation.
As in the review of 2024, 60 of the 63 provinces have a fault of privacy and 39 one that keeps
people with disabilities out. No portal is named after a real one.
"""

import random
from dataclasses import dataclass

from tests.portals.clean import clean
from tests.portals.faults import faults
from tests.portals.portal import ANYWHERE, Portal

PROVINCES, MINISTRIES = 63, 20
WITHOUT_PRIVACY, WITHOUT_ACCESS = 60, 39
SEED = 2024

PRIVACY = (
    "privacy-statements-missing",
    "privacy-tracker",
    "privacy-cookies-before",
    "privacy-storage-before",
    "privacy-number-in-address",
    "privacy-notice-none",
    "privacy-fonts-foreign",
)
ACCESS = (
    "a11y-contrast",
    "a11y-text-small",
    "a11y-reflow",
    "a11y-focus-invisible",
    "a11y-trap",
    "a11y-label-placeholder",
    "a11y-captions-none",
    "a11y-lang-none",
)
OTHERS = (
    ("devices-zoom-locked", "devices-overflow", "devices-covered", "devices-fields-small"),
    ("performance-image-heavy", "performance-caching-none", "performance-shift"),
    ("security-framing", "security-nosniff-none", "security-txt-none", "security-git-exposed"),
    ("structure-search-marks", "structure-search-typo", "structure-links-broken"),
    ("structure-sitemap-none", "structure-missing-as-found", "structure-titles-same"),
    ("guides-image-none", "lookup-sms-none", "lookup-zalo-none", "lookup-qr-none"),
    ("feedback-rating-none", "feedback-questions-none", "feedback-petition-none"),
    ("emc-none", "emc-silent", "emc-number-none"),
    ("functions-payment-none", "functions-signature-none", "functions-post-none"),
    ("functions-assistant-none", "functions-statistics-none", "functions-store-none"),
)
"""At most one of each row, so that no fault takes away what another changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One portal of the nation: `nation-07`; `league` is `provinces` or `ministries`."""

    name: str
    title: str
    league: str
    faults: tuple[str, ...]


def nation(count: int = PROVINCES + MINISTRIES, *, seed: int = SEED) -> tuple[Member, ...]:
    """Draw a nation; with fewer portals than 83, the shares of the faults stay."""
    drawn = random.Random(seed)
    provinces = round(count * PROVINCES / (PROVINCES + MINISTRIES))
    without_privacy = set(drawn.sample(range(provinces), _share(provinces, WITHOUT_PRIVACY)))
    without_access = set(drawn.sample(range(provinces), _share(provinces, WITHOUT_ACCESS)))
    found = []
    for at in range(count):
        is_province = at < provinces
        chosen = []
        if at in without_privacy or (not is_province and drawn.random() < 0.5):
            chosen.append(drawn.choice(PRIVACY))
        if at in without_access or (not is_province and drawn.random() < 0.5):
            chosen.append(drawn.choice(ACCESS))
        chosen += [drawn.choice(row) for row in OTHERS if drawn.random() < 0.4]
        place = at + 1 if is_province else at + 1 - provinces
        found.append(
            Member(
                name=f"nation-{at + 1:02}",
                title=f"{'Tỉnh' if is_province else 'Bộ'} Mẫu {place:02}",
                league="provinces" if is_province else "ministries",
                faults=tuple(chosen),
            )
        )
    return tuple(found)


def _share(provinces: int, of_all: int) -> int:
    return round(provinces * of_all / PROVINCES)


def ten() -> tuple[Member, ...]:
    """Give ten portals for a campaign, provinces and ministries among them."""
    return nation(10)


def member(name: str, *, among: tuple[Member, ...] | None = None) -> Portal:
    """Build a portal of the nation (of 83) by its name."""
    found = {one.name: one for one in among or nation()}
    if name not in found:
        raise LookupError(name)
    one = found[name]
    portal = clean()
    for code in one.faults:
        faults()[code].spoil(portal)
    portal.edits.append((ANYWHERE, lambda text: text.replace("tỉnh Sông Mẫu", one.title)))
    return portal
