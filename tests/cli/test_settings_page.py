"""The page of settings names what the code reads, and nothing else."""

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[2]
READ = re.compile(
    r"""(?:env\.\w+\(\s*|envvar=|environ(?:\.get)?[\[(]\s*|number\(\s*)["'](MOTCUA_\w+)"""
)


def test_every_setting_is_explained_and_every_explained_one_is_read():
    code = [*ROOT.glob("src/motcua/**/*.py"), *ROOT.glob("tests/*.py")]
    read = {name for file in code for name in READ.findall(file.read_text())}
    page = (ROOT / "docs/how-to/settings.md").read_text()
    told = set(re.findall(r"`(MOTCUA_\w+)", page))
    assert read == told
