"""The harness, stricter than production: warnings are errors, no network but this machine's own."""

import pytest
import pytest_socket
from django.conf import settings
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from motcua.cli.prepare import compile_words

pytest_plugins = [
    "tests.browser",
    "tests.flush",
    "tests.processes",
    "tests.clamd",
    "tests.casework",
]


# No test is timed: a machine that is busy is no fault of what is tested.
hypothesis.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.load_profile("untimed")


def pytest_configure():
    compile_words(settings.HOME)
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _vietnamese_at_first():
    """Whatever language the last test left behind."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _only_this_machine():
    """No test may reach anything but this machine."""
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
