"""Files are scanned by a real clamd before anybody opens them; while it is away they wait."""

import io
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError
from PIL import Image
from tests.clamd import EICAR
from tests.documents import papers

from motcua.documents import actions, ports, queries
from motcua.documents.adapters.clamav import Clamd
from motcua.documents.adapters.disk import DiskStore
from motcua.documents.models import File
from motcua.documents.values import FileState
from motcua.journal import queries as journal
from motcua.journal.tasks import drain
from motcua.journal.values import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.shows("P3", "O4")]
AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
BY = Actor(kind="account", key=str(uuid.UUID(int=1)), name="Nguyễn Thị Hậu")
NOWHERE = "unix:///nowhere/clamd.ctl"


@pytest.fixture
def stores(tmp_path):
    """Keep what comes and what is given out in two folders of their own."""
    places = {"store": DiskStore(tmp_path / "out"), "incoming": DiskStore(tmp_path / "in")}
    with ports.instead(**places):
        yield tmp_path


@pytest.fixture
def scanner(clamd, stores):
    with ports.instead(scanner=Clamd(clamd)):
        yield clamd


def store(content, filename="giấy chứng sinh.jpg"):
    return actions.store(content=content, filename=filename, by=BY, at=AT)


def work(at=AT):
    return drain(now=lambda: at)


def bytes_in(folder):
    return {each.read_bytes() for each in folder.rglob("*") if each.is_file()}


class TestWithClamd:
    def test_a_clean_file_opens_after_the_check_and_not_before(self, scanner):
        kept = store(papers.photo())
        with pytest.raises(queries.FileClosed, match="đang được kiểm tra"):
            queries.content(kept.key)

        assert work() == 1

        now = queries.file(kept.key)
        assert (now.state, now.opens, now.cleaned) == (FileState.CLEAN, True, ("place",))
        assert now.sha256 == kept.sha256 != now.served_sha256
        assert Image.open(io.BytesIO(queries.content(kept.key))).size == (40, 30)

    @pytest.mark.parametrize("hidden_in", ["word", "pdf", "picture"])
    def test_eicar_is_found_and_never_given_out(self, scanner, stores, hidden_in):
        content, filename = papers.infected()[hidden_in]
        kept = store(content, filename)

        work()

        now = queries.file(kept.key)
        assert (now.state, now.found) == (FileState.INFECTED, "Eicar-Test.UNOFFICIAL")
        with pytest.raises(queries.FileClosed, match="có mã độc") as closed:
            queries.content(kept.key)
        assert filename in closed.value.sentence.vi
        assert "chụp lại" in closed.value.sentence.vi
        assert bytes_in(stores / "out") == set()

    def test_the_plain_test_file_is_found_by_the_client(self, clamd):
        assert Clamd(clamd).scan(EICAR) == "Eicar-Test.UNOFFICIAL"
        assert Clamd(clamd).scan(b"nothing here") is None

    def test_what_clamd_will_not_read_is_shut_away(self, scanner):
        kept = store(papers.photo())
        ports.incoming().drop(kept.sha256)

        work()

        assert queries.file(kept.key).state is FileState.UNSCANNABLE

    def test_a_stream_over_its_limit_is_not_scannable(self, clamd):
        with pytest.raises(ports.NotScannable, match="size limit"):
            Clamd(clamd).scan(bytes(13 * 1024 * 1024))

    def test_what_was_found_is_told_in_the_journal(self, scanner):
        kept = store(*papers.infected()["pdf"])

        work()

        (entry,) = journal.history(f"file:{kept.key}")
        assert (entry.kind, entry.payload["state"]) == ("file.rejected", "infected")


class TestWhileClamdIsAway:
    def test_a_file_waits_and_is_tried_again(self, clamd, stores):
        kept = store(papers.photo())
        with ports.instead(scanner=Clamd(NOWHERE)):
            assert work() == 0
            (waiting,) = journal.undone(state="waiting")
            assert waiting.name == actions.CHECK_JOB
            assert NOWHERE in waiting.problem
            assert journal.lag(waiting.next_try_at).pending == 1
        assert queries.unchecked(AT + timedelta(minutes=5)) == (1, 300.0)
        assert not queries.file(kept.key).opens

        with ports.instead(scanner=Clamd(clamd)):
            assert work(waiting.next_try_at) == 1

        assert queries.file(kept.key).state is FileState.CLEAN

    def test_a_check_that_was_given_up_is_asked_for_again(self, clamd, stores):
        kept = store(papers.photo())
        File.objects.update(stored_at=AT - timedelta(days=3))

        assert actions.sweep(at=AT) == 1
        with ports.instead(scanner=Clamd(clamd)):
            work()

        assert queries.file(kept.key).state is FileState.CLEAN
        assert actions.sweep(at=AT) == 0


class TestWithoutAScanner:
    def test_the_state_is_honest_and_opens_in_a_demonstration_only(self, stores, settings):
        kept = store(papers.photo())

        work()

        now = queries.file(kept.key)
        assert (now.state, now.opens) == (FileState.UNSCANNED, True)
        assert "ClamAV" in now.state.label.vi
        settings.DEMONSTRATION = False
        with pytest.raises(queries.FileClosed, match="chưa được quét"):
            queries.content(kept.key)

    def test_files_are_scanned_once_there_is_a_scanner(self, clamd, stores):
        store(*papers.infected()["pdf"])
        work()
        File.objects.update(stored_at=AT - timedelta(days=1))

        with ports.instead(scanner=Clamd(clamd)):
            assert actions.sweep(at=AT) == 1
            work()

        row = File.objects.get()
        assert (row.state, row.served_sha256) == ("infected", "")


class TestWhatCameIsForgotten:
    def test_after_thirty_days_only_its_checksum_stays(self, stores):
        kept = store(papers.photo())
        actions.check(key=kept.key, at=AT)
        assert actions.forget_incoming(at=AT + timedelta(days=29)) == 0

        assert actions.forget_incoming(at=AT + timedelta(days=31)) == 1

        assert bytes_in(stores / "in") == set()
        assert queries.file(kept.key).sha256 == kept.sha256
        assert queries.content(kept.key)

    def test_not_while_the_same_bytes_wait_elsewhere(self, stores):
        first = store(papers.photo())
        actions.check(key=first.key, at=AT)
        store(papers.photo())

        actions.forget_incoming(at=AT + timedelta(days=31))

        assert bytes_in(stores / "in") == {papers.photo()}


class TestErasing:
    def test_the_bytes_go_and_the_record_stays(self, stores):
        kept = store(papers.photo())
        actions.check(key=kept.key, at=AT)

        actions.erase(key=kept.key, by=BY, at=AT)

        assert bytes_in(stores) == set()
        assert queries.file(kept.key).state is FileState.REMOVED

    def test_bytes_of_another_file_stay(self, stores):
        first, second = store(papers.photo()), store(papers.photo())
        for file in (first, second):
            actions.check(key=file.key, at=AT)

        actions.erase(key=first.key, by=BY, at=AT)

        assert queries.content(second.key)


def test_the_database_lets_no_unchecked_file_be_given_out(stores):
    kept = store(papers.photo())

    with pytest.raises(IntegrityError, match="documents_file_closed_until_checked"):
        File.objects.filter(key=kept.key).update(served_sha256="a" * 64)
