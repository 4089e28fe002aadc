"""Chooses the store of a test run before Django reads its settings: `--database sqlite|postgresql`.

A plugin (`-p tests.store` in pyproject.toml), so run the tests as `python -m pytest`.
"""

import atexit
import os
import tempfile
from contextlib import ExitStack

import pytest
from tests.postgres import private_cluster

_kept_open = ExitStack()


def pytest_addoption(parser):
    parser.addoption(
        "--database", choices=["sqlite", "postgresql"], default="sqlite", help="where rows are kept"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config):
    home = _kept_open.enter_context(tempfile.TemporaryDirectory(prefix="motcua-test-"))
    os.environ["MOTCUA_HOME"] = home
    os.environ["MOTCUA_SECRET_KEY"] = "tests-only"
    if early_config.known_args_namespace.database == "postgresql":
        os.environ["MOTCUA_DATABASE_URL"] = _kept_open.enter_context(private_cluster())
    else:
        os.environ["MOTCUA_DATABASE_URL"] = f"sqlite:///{home}/store.sqlite3"


def pytest_unconfigure():
    _kept_open.close()


atexit.register(_kept_open.close)  # also when a run ends before it began
