"""What was published is read by anybody: lists, portals, counts, history from year to year."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from tests.factories import campaigns

from motcua.evaluation import actions
from motcua.evaluation.queries import published
from motcua.evaluation.queries.published import NotPublishedYet
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import Side, Typed, Upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(db, judged_by):
    with campaigns.fakes(campaigns.Looker(bad=("h30",))):
        yield campaigns.story(("H26", "H30"))


def test_nothing_is_there_before_it_is_published(one):
    one.settled()
    assert published.snapshots() == ()
    assert published.versions(one.code) == ()
    assert published.history("H26") == ()
    for ask in (published.snapshot, published.published, published.results, published.tally):
        with pytest.raises(NotPublishedYet):
            ask(one.code)
    with pytest.raises(NotPublishedYet):
        published.published_subject(one.code, "H26")


def test_lists_portals_and_counts(one, django_assert_num_queries):
    one.published()
    with django_assert_num_queries(1):
        (line,) = published.snapshots()
    assert (line.campaign, line.number, line.subjects, line.current) == (one.code, 1, 2, True)
    with django_assert_num_queries(1):
        subject = published.published_subject(one.code, "H30")
    assert (subject.rank, subject.result.grade) == (2, "B")
    with django_assert_num_queries(3):
        tally = published.tally(one.code)
    with django_assert_num_queries(1):
        assert published.tally(one.code) == tally
    assert tally.grades == {"A": 1, "B": 1, "C": 0}
    https = next(one for one in tally.criteria if one.code == "M.1")
    assert dict(https.levels) == {"full": 1, "part": 0, "none": 1}
    assert (
        published.snapshot_by_digest(line.sha256).document == published.snapshot(one.code).document
    )
    assert published.criteria_of(one.code).name == "thu/1"
    assert [one.agency for one in published.published(one.code).subjects] == ["H26", "H30"]


@pytest.mark.parametrize("code", ["", "\0", "x", "0" * 64])
def test_odd_names_find_nothing(one, code):
    one.published()
    for ask in (published.snapshot, published.published, published.snapshot_by_digest):
        with pytest.raises(NotPublishedYet):
            ask(code)
    for digest in (code, published.snapshot(one.code).sha256):
        with pytest.raises(NotPublishedYet):
            published.evidence(one.code, "H26", digest)
    with pytest.raises(NotPublishedYet):
        published.snapshot(one.code, 9)


def test_files_that_people_added_are_not_given_out(one):
    one.open().run()

    kept = actions.add_evidence(
        code=one.code,
        agency="H26",
        criterion="M.3",
        side=Side.DECLARED,
        upload=Upload(name="qd.pdf", content=b"%PDF-1.7"),
        by=one.heads["H26"],
        at=one.at,
    )
    one.judge().declare().close().compute().ask().hear().publish()
    assert kept.digest in published.published_subject(one.code, "H26").evidence
    with pytest.raises(NotPublishedYet):
        published.evidence(one.code, "H26", kept.digest)


def test_history_compares_mapped_criteria_only(one, settings):
    one.published()
    place = settings.LIBRARY / "criteria" / "thu"
    mapped = (place / "1.yaml").read_text(encoding="utf-8").replace('version: "1"', 'version: "3"')
    for code in ("M.1", "M.2"):
        mapped = mapped.replace(
            f"  - code: {code}", f"  - same_as: [thu/1/{code}]\n    code: {code}"
        )
    (place / "3.yaml").write_text(mapped, encoding="utf-8")
    day = date(2027, 4, 5)
    with campaigns.fakes():
        later = campaigns.story(
            ("H30",), criteria_set="thu/3", first_day=day, last_day=day + timedelta(days=60)
        )
        later.open().run().judge("1", "1").declare("không").close().compute().ask().hear()
        later.publish()
    newest, first = published.history("H30")
    assert (first.campaign, first.rank, first.of, first.comparable) == (one.code, 2, 2, None)
    assert (newest.campaign, newest.rank, newest.of) == (later.code, 1, 1)
    assert newest.comparable == Fraction(8, 10)
    assert (newest.share_before, newest.share_now) == (Fraction(1, 2), Fraction(3, 4))


def test_history_looks_back_past_campaigns_of_other_criteria(one, settings):
    one.published()
    place = settings.LIBRARY / "criteria"
    (place / "khac").mkdir()
    other = (place / "thu" / "1.yaml").read_text(encoding="utf-8")
    other = other.replace("code: thu", "code: khac", 1)
    (place / "khac" / "1.yaml").write_text(other, encoding="utf-8")
    for number, name in enumerate(("khac/1", "thu/1"), start=1):
        day = date(2026 + number, 4, 5)
        more = {"criteria_set": name, "first_day": day, "last_day": day + timedelta(days=60)}
        with campaigns.fakes():
            campaigns.story(("H30",), **more).published()
    last, between, first = published.history("H30")
    assert (first.comparable, between.comparable) == (None, None)
    assert (last.comparable, last.share_before, last.share_now) == (1, Fraction(3, 5), 1)


def test_what_stays_open_is_published_only_with_the_reason(one):
    one.open().run().judge().close().compute().ask().hear()
    with pytest.raises(CampaignRefused) as refused:
        one.publish()
    assert refused.value.sentence.vi.startswith("Còn tiêu chí để ngỏ: H26, H30.")
    actions.leave_open(
        code=one.code, agency="H26", reason="Cơ quan không kê khai", by=one.leader, at=one.at
    )
    no = Typed(applies=False, note="Không có đầu mối")
    actions.override(
        code=one.code, agency="H30", criterion="M.3", typed=no, by=one.leader, at=one.at
    )
    one.compute().publish()
    first, second = published.published(one.code).subjects
    assert (first.agency, first.open_reason, first.result.provisional) == (
        "H26",
        "Cơ quan không kê khai",
        True,
    )
    assert (second.open_reason, second.result.provisional) == ("", False)
