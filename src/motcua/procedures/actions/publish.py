"""Publishing: a folder is read whole, its scenarios are played, and what it says is frozen."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from motcua.documents.queries import layouts
from motcua.identity.values import SYSTEM
from motcua.journal.actions import record
from motcua.journal.values import Actor
from motcua.kernel.calendar import WorkingCalendar
from motcua.kernel.definitions import DefinitionRefused, Problem, read
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.events import ProcedurePublished
from motcua.procedures.models.services import PublishedService
from motcua.procedures.queries import library as on_disk
from motcua.procedures.rules import scenarios
from motcua.procedures.rules.services import Folder, read_service
from motcua.procedures.values.services import ServiceVersion


class PublishRefused(Refused):
    """A published version says something else than the folder of the same number."""


@dataclass(frozen=True, slots=True)
class Published:
    """What came of publishing one folder; `new` is False where it had been published already."""

    code: str
    version: int
    digest: str
    new: bool


def publish(*, folder: Path, at: datetime, by: Actor = SYSTEM.actor) -> Published:
    """Publish `…/procedures/<code>/v<N>`; the same again changes nothing.

    Raises DefinitionRefused with every problem, `file:line`, scenarios that do not hold among them,
    and PublishRefused where that version was published with other words.
    """
    root = folder.parents[2]
    return _publish(on_disk.folder(folder), root, at=at, by=by)


def publish_library(
    *, at: datetime, by: Actor = SYSTEM.actor, library: Path | None = None
) -> tuple[Published, ...]:
    """Publish every folder of the library in one transaction; unchanged folders are not read.

    Raises as `publish` does, with the problems of every folder at once.
    """
    root = library or settings.LIBRARY
    done: list[Published] = []
    problems: list[Problem] = []
    with transaction.atomic():
        for folder in on_disk.folders(root):
            try:
                done.append(_publish(folder, root, at=at, by=by))
            except DefinitionRefused as refused:
                problems += refused.problems
        if problems:
            raise DefinitionRefused(tuple(problems))
    return tuple(done)


def publish_folder(*, folder: Folder, at: datetime, by: Actor) -> Published:
    """Publish texts that lie in no folder of the library, under its profiles and lists.

    Raises as `publish` does.
    """
    return _publish(folder, settings.LIBRARY, at=at, by=by)


def check(folder: Folder, root: Path) -> ServiceVersion:
    """Read a folder and play its scenarios; DefinitionRefused with every problem."""
    service = read_service(folder, library=on_disk.forms_library(root))
    children = on_disk.children(service, root)
    calendar = on_disk.official_calendar(root)
    problems = (
        *on_disk.bundle_problems(folder, children),
        *layout_problems(folder, service),
        *scenario_problems(folder, service, calendar, children=children),
    )
    if problems:
        raise DefinitionRefused(problems)
    return service


def layout_problems(folder: Folder, service: ServiceVersion) -> Iterator[Problem]:
    """Tell every result whose print has no layout."""
    name = "procedure.yaml"
    document = read(folder.texts[name], name=folder.path(name))
    known = layouts()
    for index, result in enumerate(service.results):
        if result.layout not in known:
            yield document.problem(
                ("results", index, "layout"),
                Sentence(
                    f"không có mẫu in “{result.layout}”", f"there is no layout “{result.layout}”"
                ),
                Sentence(
                    "hãy chọn một mẫu có sẵn, ví dụ certificate",
                    "choose one that exists, such as certificate",
                ),
            )


def scenario_problems(
    folder: Folder,
    service: ServiceVersion,
    calendar: WorkingCalendar,
    *,
    children: Mapping[str, ServiceVersion] | None = None,
) -> Iterator[Problem]:
    """Tell every expectation that does not hold, at its scenario's line."""
    for outcome in scenarios.run(service, calendar, children=children):
        for sentence in outcome.problems:
            yield Problem(
                folder.path("scenarios.yaml"),
                outcome.line,
                Sentence(
                    f"kịch bản “{outcome.scenario}” không đúng: {sentence.vi}",
                    f"scenario “{outcome.scenario}” does not hold: {sentence.en}",
                ),
                Sentence(
                    "hãy sửa định nghĩa, hoặc sửa điều kịch bản chờ đợi",
                    "mend the definition, or what the scenario expects",
                ),
            )


def _publish(folder: Folder, root: Path, *, at: datetime, by: Actor) -> Published:
    sources = _sources_digest(folder)
    kept = PublishedService.objects.filter(code=folder.code, version=folder.version).first()
    if kept is not None and kept.sources_digest == sources:
        return Published(kept.code, kept.version, kept.digest, new=False)
    service = check(folder, root)
    if kept is not None:
        if kept.digest != service.digest:
            raise _refusal(folder)
        return Published(kept.code, kept.version, kept.digest, new=False)
    with transaction.atomic():
        PublishedService.objects.create(
            code=service.code,
            version=service.version,
            digest=service.digest,
            sources_digest=sources,
            name=service.name.vi,
            files=_frozen(folder, service, on_disk.list_texts(root)),
            valid_from=service.valid_from,
            valid_to=service.valid_to,
            published_at=at,
        )
        event = ProcedurePublished(
            subject=f"procedure:{service.code}",
            code=service.code,
            version=service.version,
            digest=service.digest,
            valid_from=service.valid_from,
        )
        record(event=event, by=by, at=at)
    return Published(service.code, service.version, service.digest, new=True)


def _frozen(folder: Folder, service: ServiceVersion, lists: Mapping[str, str]) -> dict[str, str]:
    """Give every text the version needs for life: its files, its profile, the code lists."""
    profile = service.profile
    codes = {name: text for name, text in lists.items() if name.startswith("lists/")}
    return {**folder.texts, f"profiles/{profile}.yaml": folder.profiles[profile], **codes}


def _sources_digest(folder: Folder) -> str:
    texts = [folder.code, folder.version, dict(folder.texts), dict(folder.profiles)]
    return hashlib.sha256(json.dumps(texts, sort_keys=True).encode()).hexdigest()


def _refusal(folder: Folder) -> PublishRefused:
    following = folder.version + 1
    return PublishRefused(
        Sentence(
            f"Phiên bản {folder.version} của thủ tục {folder.code} đã được công bố với nội dung "
            f"khác, hồ sơ đang theo nội dung đó nên không sửa được nữa. Bạn hãy chép thư mục thành "
            f"v{following}, sửa ở đó và ghi ngày có hiệu lực mới.",
            f"Version {folder.version} of procedure {folder.code} was published with other words, "
            f"and dossiers are filed under them, so it cannot be changed. Copy the folder to "
            f"v{following}, change it there and give it a new valid_from.",
        )
    )
