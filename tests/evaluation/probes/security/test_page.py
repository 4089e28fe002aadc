"""What one page shows about security, in a real browser."""

import pytest
from tests.evaluation.probes.leaky import seen

from motcua.evaluation.values.observations import Outcome

pytestmark = pytest.mark.once
__all__ = ["seen"]
NOT_HERE = Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("path", "fact", "value"),
    [
        ("/", "csp", False),
        ("/", "csp_quality", NOT_HERE),
        ("/", "framing", False),
        ("/", "headers", 2),
        ("/", "permissions", False),
        ("/", "https", False),
        ("/", "hsts", NOT_HERE),
        ("/", "mixed", NOT_HERE),
        ("/", "banners", 1),
        ("/", "cookies", 2),
        ("/", "cors", 1),
        ("/", "inline_script", 2),
        ("/", "integrity", 1),
        ("/", "libraries", 1),
        ("/", "session_in_address", 1),
        ("/", "insecure_form", NOT_HERE),
        ("/to-khai/", "insecure_form", 1),
        ("/to-khai/", "foreign_form", 1),
        ("/to-khai/", "password_field", 1),
        ("/gop-y/", "csp", True),
        ("/gop-y/", "csp_quality", 0),
        ("/gop-y/", "framing", True),
        ("/gop-y/", "headers", 0),
        ("/gop-y/", "permissions", True),
        ("/gop-y/", "banners", 0),
        ("/gop-y/", "cors", 0),
        ("/gop-y/", "inline_script", 0),
        ("/gop-y/", "integrity", NOT_HERE),
        ("/gop-y/", "libraries", 0),
        ("/gop-y/", "session_in_address", 0),
        ("/gop-y/", "insecure_form", 0),
        ("/gop-y/", "foreign_form", 0),
        ("/gop-y/", "password_field", NOT_HERE),
    ],
)
def test_each_fact(seen, *, path, fact, value):
    assert seen(path, f"security.{fact}") == value


def test_the_faults_of_a_session_cookie_are_named(seen):
    assert seen.rules("/", "security.cookies") == ["http_only", "same_site"]


def test_no_place_carries_a_number_of_a_person(seen):
    assert "031190004567" not in repr(seen.pages)
