"""`motcua catalogue reindex`."""

import pytest
from click.testing import CliRunner
from tests.procedures.search_samples import keep

from motcua.cli.catalogue import command
from motcua.procedures.queries import search

pytestmark = pytest.mark.django_db


def test_reindex_makes_what_is_kept_findable():
    keep("1.000001", "Cấp giấy phép thả diều")
    assert search("thả diều").total == 0
    answer = CliRunner().invoke(command, ["reindex"], catch_exceptions=False)
    assert answer.output.startswith("1 ")
    assert search("thả diều").total == 1
