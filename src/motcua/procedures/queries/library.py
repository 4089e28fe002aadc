"""The library as it lies on disk: folders of procedures, profiles, lists, the official calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from motcua.forms import rules as forms
from motcua.forms.values import Library
from motcua.kernel.calendar import DayTable, WorkingCalendar
from motcua.kernel.calendar.files import read_year
from motcua.kernel.definitions import DefinitionRefused, Problem, parse, read
from motcua.kernel.definitions.source import decode
from motcua.kernel.words import Sentence
from motcua.procedures.rules.guides import GUIDE, read_guide
from motcua.procedures.rules.services import FILES, Folder, read_service
from motcua.procedures.rules.services.bundle_checks import children_problems
from motcua.procedures.rules.services.files import ProcedureFile
from motcua.procedures.values.guides import Guide
from motcua.procedures.values.services import ServiceVersion


def folders(root: Path) -> Iterator[Folder]:
    """Give every version under `procedures/<code>/v<N>/`, oldest first."""
    versions = [path for path in (root / "procedures").glob("*/v*") if _number(path)]
    for path in sorted(versions, key=lambda path: (path.parent.name, _number(path))):
        yield folder(path)


def folder(path: Path) -> Folder:
    """Read one version's folder, `…/procedures/<code>/v<N>`; DefinitionRefused if it is none."""
    number = _number(path)
    if not path.is_dir() or not number:
        what = Sentence("không phải thư mục của một phiên bản", "not the folder of a version")
        remedy = Sentence(
            "hãy chỉ đến thư mục như library/procedures/1.001193/v1",
            "point at a folder such as library/procedures/1.001193/v1",
        )
        raise DefinitionRefused((Problem(str(path), 1, what, remedy),))
    root = path.parents[2]
    name = path.relative_to(root.parent) if root.is_absolute() else path
    return Folder(
        name=str(name),
        code=path.parent.name,
        version=number,
        texts={file: _text(path / file) for file in FILES if (path / file).is_file()},
        profiles={file.stem: _text(file) for file in sorted((root / "profiles").glob("*.yaml"))},
    )


@dataclass(frozen=True, slots=True)
class GuideText:
    """The text of one `guide.yaml`; `name` stands before every message about it."""

    code: str
    version: int
    folder: Path
    name: str
    text: str

    def read(self) -> Guide:
        """Read it; DefinitionRefused with everything that is wrong in it."""
        return read_guide(self.text, name=self.name, code=self.code, version=self.version)


def guides(root: Path) -> Iterator[GuideText]:
    """Give the guide of every version that has one."""
    for path in sorted((root / "procedures").glob(f"*/v*/{GUIDE}")):
        yield GuideText(
            code=path.parent.parent.name,
            version=_number(path.parent),
            folder=path.parent,
            name=str(path.relative_to(root.parent)),
            text=_text(path),
        )


def children(service: ServiceVersion, root: Path) -> dict[str, ServiceVersion]:
    """Read the newest version of every service that a bundle opens, as far as there is one."""
    found: dict[str, ServiceVersion] = {}
    for part in service.bundle:
        versions = [
            path for path in (root / "procedures" / part.service).glob("v*") if _number(path)
        ]
        if versions:
            newest = folder(max(versions, key=_number))
            found[part.service] = read_service(newest, library=forms_library(root), published=True)
    return found


def bundle_problems(of: Folder, opened: Mapping[str, ServiceVersion]) -> Iterator[Problem]:
    """Check what a bundle says of the services it opens, by line of its procedure.yaml."""
    name = "procedure.yaml"
    document = read(of.texts[name], name=of.path(name))
    yield from children_problems(parse(document, ProcedureFile), document, opened)


def list_texts(root: Path) -> dict[str, str]:
    """Give the texts of code lists and of the dictionary, by their path in the library."""
    files = (*sorted(root.glob("lists/*.yaml")), *sorted(root.glob("dictionary/*.yaml")))
    return {str(path.relative_to(root)): _text(path) for path in files}


def forms_library(root: Path) -> Library:
    """Give the lists and data elements that forms may refer to."""
    texts = list_texts(root)
    return forms.library(texts) if texts else Library()


@lru_cache(maxsize=4)
def official_calendar(root: Path) -> WorkingCalendar:
    """Give the official calendar of `calendar/<year>.yaml` with the usual working hours."""
    years = [
        read_year(_text(path), name=path.name) for path in sorted(root.glob("calendar/*.yaml"))
    ]
    days = [entry.day for year in years for entry in year.days]
    return WorkingCalendar(DayTable.of(days, [year.year for year in years]))


def _number(path: Path) -> int:
    digits = path.name.removeprefix("v")
    return int(digits) if path.name.startswith("v") and digits.isdecimal() else 0


def _text(path: Path) -> str:
    return decode(path.read_bytes(), name=str(path))
