"""From the texts of a folder and its profile to one version, or every problem in them."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from motcua.forms import rules as forms
from motcua.forms.rules.programme import programme
from motcua.forms.values import FormDefinition, Library
from motcua.kernel.definitions import (
    DefinitionRefused,
    Document,
    Problem,
    Strict,
    parse,
    read,
)
from motcua.kernel.words import Sentence
from motcua.procedures.rules.services.building import (
    bundle,
    cases,
    components,
    results,
    scenarios,
    schedule,
)
from motcua.procedures.rules.services.checks import Parts, cross_check
from motcua.procedures.rules.services.expressions import Expressions
from motcua.procedures.rules.services.files import FeesFile, ProcedureFile, ScenariosFile
from motcua.procedures.values.channels import with_assistance
from motcua.procedures.values.services import LegalAct, ServiceVersion
from motcua.workflow import rules as workflow
from motcua.workflow.values import Profile, WorkflowDefinition

FILES = ("procedure.yaml", "form.yaml", "workflow.yaml", "fees.yaml", "scenarios.yaml")
_T = TypeVar("_T")
_M = TypeVar("_M", bound=Strict)


@dataclass(frozen=True, slots=True)
class Folder:
    """The texts of one version: `texts` by file name (`FILES`), `profiles` by their codes.

    `name` stands before the file's name in every message.
    """

    name: str
    code: str
    version: int
    texts: Mapping[str, str]
    profiles: Mapping[str, str]

    def path(self, file: str) -> str:
        """Name a file as messages name it."""
        return f"{self.name}/{file}"


def read_service(folder: Folder, *, library: Library, published: bool = False) -> ServiceVersion:
    """Read a folder; DefinitionRefused with everything wrong in its five files.

    What was `published` is not held to linters that have become stricter since.
    """
    return _Reading(folder, library, published=published).service()


def digest_of(folder: Folder) -> str:
    """Give SHA-256 (hex) over what the files say, whatever their spacing and order of keys."""
    procedure = read(folder.texts["procedure.yaml"], name=folder.path("procedure.yaml"))
    documents = {file: read(folder.texts[file], name=folder.path(file)).data for file in FILES}
    profile = folder.profiles[str(procedure.data["profile"])]
    said = {
        "code": folder.code,
        "version": folder.version,
        "profile": read(profile, name="profile").data,
        **documents,
    }
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


class _Reading:
    """Reads file after file, keeping every problem until the end."""

    def __init__(self, folder: Folder, library: Library, *, published: bool) -> None:
        self.folder = folder
        self.library = library
        self.published = published
        self.problems: list[Problem] = []

    def service(self) -> ServiceVersion:
        procedure = self._parsed("procedure.yaml", ProcedureFile)
        fees = self._parsed("fees.yaml", FeesFile)
        told = self._parsed("scenarios.yaml", ScenariosFile)
        form = self._try(self._form)
        profile = self._profile(procedure) if procedure else None
        process = self._try(lambda: self._workflow(profile)) if profile else None
        if procedure and fees and told and form and process:
            parts = Parts(self.folder.code, procedure, fees, told, form, process)
            service = self._build(parts)
            if not self.problems:
                return service
        raise DefinitionRefused(tuple(sorted(self.problems, key=lambda p: (p.file, p.line))))

    def _build(self, parts: Parts) -> ServiceVersion:
        procedure = parts.procedure[0]
        variables = programme(parts.form).variables
        of_papers = Expressions.over(variables, parts.procedure[1])
        of_cases = Expressions.over(variables, parts.procedure[1], cases=False)
        of_fees = Expressions.over(variables, parts.fees[1])
        service = ServiceVersion(
            code=procedure.code,
            version=self.folder.version,
            digest=digest_of(self.folder),
            name=procedure.name,
            field=procedure.field,
            level=procedure.level,
            competent_level=procedure.competent.level,
            competent_kind=procedure.competent.kind,
            competent_path=procedure.competent.path,
            applicant=procedure.applicant.model_dump(exclude_none=True),
            audiences=procedure.audiences,
            channels=with_assistance(procedure.channels),
            components=components(procedure, of_papers),
            results=results(procedure, of_papers),
            legal_basis=tuple(
                LegalAct(act.number, act.title, act.article, act.source)
                for act in procedure.legal_basis
            ),
            form=parts.form,
            workflow=parts.workflow,
            fees=schedule(parts.fees[0], of_fees),
            scenarios=scenarios(*parts.scenarios),
            valid_from=procedure.valid_from,
            valid_to=procedure.valid_to,
            unconfirmed=procedure.unconfirmed,
            cases=cases(procedure, of_cases),
            bundle=bundle(procedure, of_papers, paths=parts.form.fields),
        )
        self.problems += [*of_cases.problems, *of_papers.problems, *of_fees.problems]
        if not self.published:
            self.problems += cross_check(parts)
        return service

    def _parsed(self, file: str, model: type[_M]) -> tuple[_M, Document] | None:
        def read_file() -> tuple[_M, Document]:
            document = read(self._text(file), name=self.folder.path(file))
            return parse(document, model), document

        return self._try(read_file)

    def _form(self) -> FormDefinition:
        name = self.folder.path("form.yaml")
        form = forms.load(self._text("form.yaml"), name=name, library=self.library)
        if not self.published:
            self.problems += forms.lint(form)
        return form

    def _workflow(self, profile: Profile) -> WorkflowDefinition:
        name = self.folder.path("workflow.yaml")
        text = self._text("workflow.yaml")
        return workflow.load(text, name=name, profile=profile, published=self.published)

    def _profile(self, procedure: tuple[ProcedureFile, Document]) -> Profile | None:
        file, document = procedure
        text = self.folder.profiles.get(file.profile)
        if text is None:
            known = ", ".join(sorted(self.folder.profiles))
            self.problems.append(
                document.problem(
                    ("profile",),
                    Sentence(
                        f"không có bộ quy định “{file.profile}”",
                        f"there is no profile “{file.profile}”",
                    ),
                    Sentence(f"hãy chọn một trong: {known}", f"choose one of: {known}"),
                )
            )
            return None
        return self._try(lambda: workflow.load_profile(text, name=f"profiles/{file.profile}.yaml"))

    def _text(self, file: str) -> str:
        if file not in self.folder.texts:
            raise DefinitionRefused(
                (
                    Problem(
                        self.folder.path(file),
                        1,
                        Sentence("thiếu tệp này", "this file is missing"),
                        Sentence(
                            "một thủ tục gồm: " + ", ".join(FILES),
                            "a procedure is made of: " + ", ".join(FILES),
                        ),
                    ),
                )
            )
        return self.folder.texts[file]

    def _try(self, reads: Callable[[], _T]) -> _T | None:
        try:
            return reads()
        except DefinitionRefused as refused:
            self.problems += refused.problems
            return None
