"""The names behind the codes of a list, looked up once for all of its lines."""

from dataclasses import dataclass, field
from datetime import datetime

from motcua.agencies import queries as agencies
from motcua.dossiers.queries.columns import Cell, Column, ListLine
from motcua.kernel.calendar import local_day
from motcua.kernel.words import Sentence
from motcua.procedures import queries as procedures
from motcua.procedures.values.services import ServiceVersion
from motcua.workflow.values import State

_AT_A_STEP = frozenset({State.ACCEPTED, State.IN_PROCESS})


@dataclass(slots=True)
class Names:
    """A `columns.Reader` in one language at one moment; what it looked up it keeps."""

    at: datetime
    language: str = "vi"
    _services: dict[str, ServiceVersion] | None = None
    _agencies: dict[str, str] = field(default_factory=dict)
    _steps: dict[tuple[str, str], str] = field(default_factory=dict)

    def say(self, words: Sentence) -> str:
        """Give words in the reader's language."""
        return words.in_(self.language)

    def step(self, line: ListLine) -> str:
        """Name the step a dossier is at; its state where it is at none."""
        key = (line.service_code, line.step)
        if line.state not in _AT_A_STEP or not line.step:
            return self.say(line.state.label)
        if key not in self._steps:
            service = self.services.get(line.service_code)
            step = service.workflow.step(line.step) if service else None
            self._steps[key] = self.say(step.title) if step else line.step
        return self._steps[key]

    def agency(self, code: str) -> str:
        """Name an agency; its code where it is gone."""
        if code not in self._agencies:
            try:
                self._agencies[code] = agencies.agency(code).name
            except agencies.AgencyUnknown:
                self._agencies[code] = code
        return self._agencies[code]

    def case(self, line: ListLine) -> str:
        """Name the case of the procedure; nothing where there are no cases."""
        service = self.services.get(line.service_code) if line.case_code else None
        case = service.case(line.case_code) if service else None
        return self.say(case.name) if case else line.case_code

    def service(self, line: ListLine) -> str:
        """Name the procedure; what is kept with a dossier is Vietnamese."""
        if not self.language.startswith("en"):
            return line.service_name
        service = self.services.get(line.service_code)
        return self.say(service.name) if service else line.service_name

    @property
    def services(self) -> dict[str, ServiceVersion]:
        """The services in force at the moment, by code."""
        if self._services is None:
            today = local_day(self.at)
            self._services = {
                one.code: procedures.service_by_digest(one.digest)
                for one in procedures.services(today)
            }
        return self._services


def cells(line: ListLine, columns: tuple[Column, ...], reader: Names) -> list[Cell]:
    """Read one line."""
    return [column.read(line, reader) for column in columns]
