"""What our own portal tells: answers to questions it asks, and failures its readers met."""

from pathlib import Path

from django.conf import settings

from motcua.kernel.words import Refused, Sentence
from motcua.measurement.actions.collecting import collect
from motcua.measurement.actions.salts import day_salt
from motcua.measurement.models import snapshot
from motcua.measurement.rules.answering import OWN, About, Question, fact_of
from motcua.measurement.rules.wire import Heard
from motcua.measurement.values.facts import Cause, Kind


class AnswerRefused(Refused):
    """What was sent is none of the answers."""


def tell_cause(*, answer: str, heard: Heard, about: About) -> bool:
    """Keep why somebody could not go on, asked at the failure; False where nothing is measured.

    Refuses with `AnswerRefused` what is none of the six causes.
    """
    return _tell(Question.AT_FAILURE, answer, heard=heard, about=about)


def tell_ease(*, answer: str, heard: Heard, about: About) -> bool:
    """Keep how easy applying online was, asked after the result; else as `tell_cause`."""
    return _tell(Question.EASE, answer, heard=heard, about=about)


def tell_failure(*, cause: Cause, heard: Heard, about: About) -> bool:
    """Keep that our portal failed somebody, as telemetry; False where nothing is measured."""
    return _keep((Kind.FAILURE, cause.value, None), heard=heard, about=about)


def _tell(question: Question, answer: str, *, heard: Heard, about: About) -> bool:
    if answer not in question.answers:
        raise AnswerRefused(
            Sentence("Bạn hãy chọn một trong các câu trả lời.", "Please choose one of the answers.")
        )
    told = (Kind.ANSWER, f"{question.value}:{answer}", question.answers[answer])
    return _keep(told, heard=heard, about=about)


def _keep(told: tuple[Kind, str, float | None], *, heard: Heard, about: About) -> bool:
    """Keep a fact of our own portal, where it is registered."""
    folder = Path(settings.MEASUREMENT)
    site = snapshot.read(folder).get(OWN)
    if site is None:
        return False
    return bool(collect([fact_of(told, about, site=site, heard=heard, salt=day_salt(at=heard.at))]))
