"""Every function the house must have is shown by a test, and the page saying so is current."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.once


def test_every_function_is_shown_and_the_page_is_current():
    command = [sys.executable, ROOT / "tools/functions.py", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
