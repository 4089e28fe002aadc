"""The engine of `motcua audit` as a campaign's worker calls it."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from motcua.evaluation.ports import LookFailed, LookLost
from motcua.evaluation.probes import for_campaigns
from motcua.evaluation.probes.auditing import News, Told, folder_of
from motcua.evaluation.probes.for_campaigns import ChildLooker
from motcua.evaluation.values.audits import Manner
from motcua.evaluation.values.campaigns import RunTicket
from motcua.kernel.words import Refused, Sentence

URL = "https://cong.example/"
TICKET = RunTicket(
    key=UUID(int=1), token=UUID(int=2), url=URL, seeds=("https://cong.example/b",), manner=Manner()
)


def told(news, page=0):
    return Told(portal=URL, news=news, page=page)


@pytest.fixture
def engine(monkeypatch):
    def put(*news, fails=None):
        given = {}

        def audit_many(urls, *, tell, **more):
            given.update(more, urls=urls)
            for page, one in enumerate(news):
                tell(told(one, page))
            if fails:
                raise fails

        monkeypatch.setattr(for_campaigns, "audit_many", audit_many)
        return given

    return put


def look(tmp_path, beats, *, goes_on=True):
    def beat(pages):
        beats.append(pages)
        return goes_on

    return ChildLooker().look(
        TICKET, folder=tmp_path, beat=beat, now=lambda: datetime(2026, 5, 4, tzinfo=UTC)
    )


def test_one_child_looks_and_every_piece_of_news_is_a_sign_of_life(engine, tmp_path):
    given = engine(News.RESUMED, News.PAGE, News.PAGE, News.PAGE, News.SEEN, News.SITE, News.DONE)
    beats = []
    assert look(tmp_path, beats) == folder_of(tmp_path, URL)
    assert beats == [0, 0, 0, 0, 4, 4, 4]
    assert (given["urls"], given["workers"], given["folder"]) == ([URL], 1, tmp_path)
    assert given["manner"].seeds == ("https://cong.example/b",)


def test_it_stops_when_somebody_else_has_taken_over(engine, tmp_path):
    engine(News.BEGUN, News.PAGE)
    beats = []
    with pytest.raises(LookLost):
        look(tmp_path, beats, goes_on=False)
    assert beats == [0]


def test_what_the_engine_refuses_is_told_in_its_own_words(engine, tmp_path):
    engine(fails=Refused(Sentence("Không có Chromium", "No Chromium")))
    with pytest.raises(LookFailed) as failed:
        look(tmp_path, [])
    assert failed.value.sentence.en == "No Chromium"
