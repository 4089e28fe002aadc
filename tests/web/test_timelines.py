"""Lines of what happened name people as they are, and machines in the reader's language."""

import pytest
from django.utils import translation

from motcua.identity.values import SYSTEM
from motcua.journal.values import Actor
from motcua.web.timelines import who


@pytest.mark.once
@pytest.mark.parametrize(
    ("by", "language", "named"),
    [
        (Actor(kind="account", key="1", name="Lê Thị Hoa"), "en", "Lê Thị Hoa"),
        (SYSTEM.actor, "vi", "Hệ thống"),
        (SYSTEM.actor, "en", "The system"),
        (Actor(kind="worker", key="motcua", name="motcua"), "vi", "Hệ thống"),
    ],
)
def test_who_did_it_is_named(by, language, named):
    with translation.override(language):
        assert who(by) == named
