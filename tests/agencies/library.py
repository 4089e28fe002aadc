"""The project's own library, and small ones made for a test."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from motcua.agencies.actions import load_library
from motcua.journal.values import Actor

LIBRARY = Path(__file__).parents[2] / "library"
EDITION = "territory/2025-07-01"
SYSTEM = Actor(kind="system", key="tests", name="Hệ thống")
AT = datetime(2026, 11, 23, 2, tzinfo=UTC)

SMALL = {
    f"{EDITION}/provinces.csv": "code,agency,kind,name,from\n01,H26,Thành phố,Hà Nội,01\n",
    f"{EDITION}/former-communes.csv": (
        "code,name\n00055,Phường Cửa Đông\n00070,Phường Hàng Bạc\n00073,Phường Cửa Nam\n"
    ),
    f"{EDITION}/communes.csv": (
        "code,province,kind,name,from\n00004,01,Phường,Ba Đình,~00055\n"
        "00070,01,Phường,Hoàn Kiếm,~00055 00070\n00082,01,Phường,Cửa Nam,00073\n"
    ),
}


def small(folder):
    """Make a library of one province with three communes."""
    for name in ("calendar", "agencies", "territory"):
        shutil.copytree(LIBRARY / name, folder / name)
    for name, text in SMALL.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def load(folder=LIBRARY, *, at=AT):
    return load_library(library=folder, by=SYSTEM, at=at)


def change(folder, name, *, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
