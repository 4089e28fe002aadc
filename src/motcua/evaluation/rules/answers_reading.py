"""Answers of people or of an agency about a portal out of a YAML file, misfits as `file:line`."""

from typing import Annotated

from pydantic import Field

from motcua.evaluation.rules.reading_answers import read_answer
from motcua.evaluation.values.criteria import CriteriaSet, Method
from motcua.evaluation.values.scores import Answer
from motcua.evaluation.values.worksheets import Typed
from motcua.kernel.definitions import DefinitionRefused, Document, Path, Problem, Strict
from motcua.kernel.definitions import parse as fit
from motcua.kernel.definitions import read as read_yaml
from motcua.kernel.words import Sentence

Text = Annotated[str, Field(min_length=1, max_length=2000)]


_REMEDY = Sentence("hãy sửa hoặc bỏ câu trả lời này", "put this answer right, or leave it out")


class GivenAnswer(Strict):
    """One answer, to be believed as far as its reason and its evidence bear it.

    value     as one types it: yes, no, a number, 85 %, 17/20; left out where nobody can say yet
    evidence  addresses or paths of what shows it
    """

    criterion: Text
    value: int | float | bool | str = ""
    applies: bool = True
    reason: Text
    evidence: tuple[Text, ...] = ()


class AnswersOfSet(Strict):
    """Answers to the criteria of one set."""

    set: Text
    answers: tuple[GivenAnswer, ...] = Field(min_length=1)


class AnswersFile(Strict):
    """A file of answers. `by` is told beside each: who says so."""

    by: Text
    sets: tuple[AnswersOfSet, ...] = Field(min_length=1)


class GivenAnswers:
    """A file of answers as it was read; `of` gives those that a set asks for."""

    def __init__(self, document: Document, file: AnswersFile) -> None:
        """Keep the file with its lines."""
        self.file = file
        self._document = document

    @property
    def sets(self) -> tuple[str, ...]:
        """Name the sets that are answered to."""
        return tuple(dict.fromkeys(part.set for part in self.file.sets))

    def of(self, criteria_set: CriteriaSet) -> tuple[Answer, ...]:
        """Give the answers to a set. Raises DefinitionRefused with every answer that is none."""
        problems: list[Problem] = []
        found: list[Answer] = []
        seen: set[str] = set()
        for number, part in enumerate(self.file.sets):
            for at, one in enumerate(part.answers if part.set == criteria_set.name else ()):
                answer, why = _answer(criteria_set, one, by=self.file.by)
                if one.criterion in seen:
                    why = Sentence("được trả lời hai lần", "it is answered twice")
                seen.add(one.criterion)
                if why is not None:
                    place = ("sets", number, "answers", at)
                    problems.append(self._problem(place, one.criterion, why))
                elif answer is not None:
                    found.append(answer)
        if problems:
            raise DefinitionRefused(tuple(problems))
        return tuple(found)

    def _problem(self, place: Path, criterion: str, why: Sentence) -> Problem:
        told = Sentence(f"{criterion}: {why.vi}", f"{criterion}: {why.en}")
        return self._document.problem(place, told, _REMEDY)


def read_answers(text: str, *, name: str) -> GivenAnswers:
    """Read a file of answers; DefinitionRefused with every misfit of its shape."""
    document = read_yaml(text, name=name)
    return GivenAnswers(document, fit(document, AnswersFile))


def _answer(
    criteria_set: CriteriaSet, one: GivenAnswer, *, by: str
) -> tuple[Answer | None, Sentence | None]:
    criterion = criteria_set.by_code.get(one.criterion)
    if criterion is None:
        return None, Sentence(f"không có trong {criteria_set.name}", f"not in {criteria_set.name}")
    if criterion.method is Method.AUTOMATIC:
        return None, Sentence("máy đo tiêu chí này, không ai khai", "a probe measures this")
    words = str(one.value) if not isinstance(one.value, bool) else "yes" if one.value else "no"
    value, why = read_answer(criterion, Typed(value=words, applies=one.applies))
    answer = Answer(
        criterion=one.criterion,
        value=value,
        applies=one.applies,
        reason=one.reason,
        by=by,
        declared=True,
        evidence=one.evidence,
    )
    return answer, why
