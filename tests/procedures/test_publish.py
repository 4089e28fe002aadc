"""Publishing freezes a version; the same again changes nothing; other words are refused."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from motcua.journal.queries import history
from motcua.kernel.definitions import DefinitionRefused
from motcua.procedures import actions, queries
from motcua.procedures.models import PublishedService
from motcua.procedures.queries.services import ServiceUnknown, service_by_digest

pytestmark = pytest.mark.django_db

LIBRARY = Path(__file__).parents[2] / "library"
AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
IN_FORCE = date(2026, 1, 5)
THREE = ("1.001193", "1.004194", "2.000635")


@pytest.fixture(autouse=True)
def _forget():
    """Read every version again: rows of another test are gone."""
    service_by_digest.cache_clear()
    yield
    service_by_digest.cache_clear()


@pytest.fixture
def library(tmp_path):
    """A library of one's own to change, with three procedures."""
    copy = tmp_path / "library"
    shutil.copytree(LIBRARY, copy, ignore=_most)
    return copy


def _most(folder, names):
    """Leave out what publishing does not read, and all procedures but three."""
    if Path(folder).name == "procedures":
        return set(names) - set(THREE)
    return {"territory", "search", "catalogue"} & set(names)


def _publish(library):
    return actions.publish_library(at=AT, library=library)


def _change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_library_is_published_once(library):
    first = _publish(library)
    assert [(one.code, one.version, one.new) for one in first] == [
        ("1.001193", 1, True),
        ("1.004194", 1, True),
        ("2.000635", 1, True),
    ]
    again = _publish(library)
    assert [(one.digest, one.new) for one in again] == [(one.digest, False) for one in first]
    assert PublishedService.objects.count() == 3


def test_publishing_leaves_its_trace(library):
    (birth, *_) = _publish(library)
    _publish(library)
    (entry,) = history("procedure:1.001193")
    assert entry.kind == "procedure.published"
    assert entry.payload["version"] == 1
    assert entry.payload["digest"] == birth.digest
    assert entry.by.kind == "system"


def test_an_unchanged_library_costs_a_question_a_service(library, django_assert_max_num_queries):
    _publish(library)
    with django_assert_max_num_queries(3 + 2):
        _publish(library)


def test_the_version_is_found_by_code_and_by_digest(library):
    published = {one.code: one.digest for one in _publish(library)}
    service = queries.service("1.001193", IN_FORCE)
    assert service.digest == published["1.001193"]
    assert service is queries.service_by_digest(published["1.001193"])
    assert (service.code, service.version) == ("1.001193", 1)
    assert service.name.vi == "Đăng ký khai sinh"
    assert [summary.code for summary in queries.services(IN_FORCE)] == sorted(published)


def test_a_version_is_read_once_a_process(library, django_assert_num_queries):
    (birth, *_) = _publish(library)
    service_by_digest(birth.digest)
    with django_assert_num_queries(0):
        service_by_digest(birth.digest)
    with django_assert_num_queries(1):
        queries.service("1.001193", IN_FORCE)


@pytest.mark.parametrize(("code", "on"), [("1.001193", date(2025, 6, 30)), ("9.999999", IN_FORCE)])
def test_what_is_not_in_force_is_unknown(library, code, on):
    _publish(library)
    with pytest.raises(ServiceUnknown, match=code):
        queries.service(code, on)


def test_spacing_and_comments_are_not_another_version(library):
    first = _publish(library)
    path = library / "procedures/1.001193/v1/fees.yaml"
    path.write_text("# lời chú thích\n\n" + path.read_text("utf-8"), "utf-8")
    assert [(one.digest, one.new) for one in _publish(library)] == [
        (one.digest, False) for one in first
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("procedures/2.000635/v1/form.yaml", "Bạn cần bao nhiêu bản sao?", "Mấy bản?"),
        ("procedures/2.000635/v1/procedure.yaml", "level: full", "level: partial"),
        ("profiles/vn-2025.yaml", "extensions: 1", "extensions: 2"),
    ],
)
def test_other_words_under_the_same_number_are_refused(library, file, old, new):
    _publish(library)
    _change(library / file, old, new)
    if file.startswith("profiles"):
        _change(library / "procedures/1.001193/v1/scenarios.yaml", "refused: extend", "fee: 0")
    kept = queries.service("2.000635", IN_FORCE).digest
    with pytest.raises(actions.PublishRefused, match="v2"):
        _publish(library)
    assert queries.service("2.000635", IN_FORCE).digest == kept


def test_a_new_version_stands_beside_the_old_one(library):
    _publish(library)
    shutil.copytree(library / "procedures/2.000635/v1", library / "procedures/2.000635/v2")
    new = library / "procedures/2.000635/v2"
    _change(new / "procedure.yaml", "valid_from: 2025-07-01", "valid_from: 2026-07-01")
    _publish(library)
    assert queries.service("2.000635", date(2026, 6, 30)).version == 1
    assert queries.service("2.000635", date(2026, 7, 1)).version == 2


def test_one_folder_can_be_published_alone(library):
    folder = library / "procedures/2.000635/v1"
    assert actions.publish(folder=folder, at=AT).new
    assert not actions.publish(folder=folder, at=AT).new
    with pytest.raises(DefinitionRefused, match="không phải thư mục của một phiên bản"):
        actions.publish(folder=library / "procedures/2.000635/v9", at=AT)


def test_nothing_is_published_while_anything_is_wrong(library):
    _change(library / "procedures/2.000635/v1/fees.yaml", "amount: 8000", "amount: 9000")
    _change(library / "procedures/1.004194/v1/workflow.yaml", "budget: 3 buổi", "budget: 2 buổi")
    with pytest.raises(DefinitionRefused) as refusal:
        _publish(library)
    told = refusal.value.sentence.vi
    assert "2.000635/v1/scenarios.yaml:" in told
    assert "phải nộp 9.000 đ, kịch bản chờ 8.000 đ" in told
    assert "1.004194/v1/workflow.yaml:" in told
    assert PublishedService.objects.count() == 0


def test_the_frozen_version_needs_no_file_any_more(library):
    published = _publish(library)
    shutil.rmtree(library)
    service_by_digest.cache_clear()
    assert [service_by_digest(one.digest).code for one in published] == [
        "1.001193",
        "1.004194",
        "2.000635",
    ]


def test_the_database_refuses_to_change_what_was_published(library):
    _publish(library)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        PublishedService.objects.filter(code="2.000635").update(name="Khác")
    assert queries.service("2.000635", IN_FORCE).name.vi.startswith("Cấp bản sao")


def test_the_database_refuses_the_same_version_twice(library):
    _publish(library)
    row = PublishedService.objects.get(code="2.000635")
    row.pk, row.digest = None, "0" * 64
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
    assert connection.in_atomic_block
