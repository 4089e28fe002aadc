"""What one page shows about personal data, in a real browser."""

import pytest
from tests.evaluation.probes.leaky import seen

from motcua.evaluation.values.observations import Outcome

pytestmark = pytest.mark.once
__all__ = ["seen"]
NOT_HERE = Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("path", "fact", "value"),
    [
        ("/", "third_parties", 1),
        ("/", "trackers", 0),
        ("/", "cookies_before", 1),
        ("/", "cookie_lifetime", 1),
        ("/", "storage_before", 1),
        ("/", "in_addresses", 1),
        ("/", "identities_printed", 1),
        ("/", "people_listed", 1),
        ("/", "one_click", False),
        ("/", "consent", 2),
        ("/", "collection_notice", NOT_HERE),
        ("/to-khai/", "collection_notice", 1),
        ("/to-khai/", "consent", 1),
        ("/to-khai/", "consent_asked", True),
        ("/to-khai/", "asked_by_get", 1),
        ("/to-khai/", "autocomplete", 1),
        ("/to-khai/", "needless", NOT_HERE),
        ("/gop-y/", "collection_notice", 0),
        ("/gop-y/", "consent", 0),
        ("/gop-y/", "autocomplete", 0),
        ("/gop-y/", "needless", 0),
        ("/gop-y/", "third_parties", 0),
        ("/gop-y/", "identities_printed", 0),
        ("/gop-y/", "people_listed", 0),
        ("/gop-y/", "in_addresses", 0),
        ("/rieng-tu/", "readable", True),
        ("/rieng-tu/", "law_current", False),
        ("/rieng-tu/", "access_log", False),
    ],
)
def test_each_fact(seen, *, path, fact, value):
    assert seen(path, f"privacy.{fact}") == value


def test_what_the_notice_leaves_out_is_named(seen):
    assert seen.rules("/rieng-tu/", "privacy.statements") == [
        *("controller", "retention", "contact", "complaint", "sharing", "abroad", "security"),
    ]


def test_a_person_is_never_kept(seen):
    told = repr(seen.pages)
    assert "Nguyễn Thị Hoa" not in told
    assert "031190004567" not in told
    assert "8f3a91c27d5e44b0" not in told
