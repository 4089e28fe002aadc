"""What evaluation keeps: once, under its digest, checked when it is read."""

from hashlib import sha256
from uuid import uuid4

import pytest

from motcua.evaluation.models import store
from motcua.evaluation.models.store import EvidenceGone

CONTENT = b"bang chung"
DIGEST = sha256(CONTENT).hexdigest()


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.EVALUATION = tmp_path


def test_bytes_are_kept_once_and_given_back(tmp_path):
    assert {store.keep(CONTENT), store.keep(CONTENT)} == {DIGEST}
    assert store.kept(DIGEST) == CONTENT
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [DIGEST]


@pytest.mark.parametrize("digest", ["0" * 64, "", "../../etc/passwd", "A" * 64, "\0"])
def test_what_is_not_there_is_gone(digest):
    with pytest.raises(EvidenceGone):
        store.kept(digest)


def test_what_was_altered_is_gone(tmp_path):
    store.keep(CONTENT)
    (tmp_path / "store" / DIGEST[:2] / DIGEST).write_bytes(b"khac")
    with pytest.raises(EvidenceGone):
        store.kept(DIGEST)


def test_only_what_is_what_its_name_says_is_kept_of_a_run(tmp_path):
    key = uuid4()
    folder = store.run_folder(key)
    assert folder == store.run_folder(key)
    place = folder / "evidence"
    place.mkdir()
    (place / DIGEST).write_bytes(CONTENT)
    (place / ("0" * 64)).write_bytes(b"khong phai")
    (place / "ghi-chu.txt").write_bytes(b"bo qua")
    assert store.keep_evidence(folder) == 1
    assert store.kept(DIGEST) == CONTENT
    store.drop_run(key)
    store.drop_run(key)
    assert not folder.exists()
