"""The database holds the rules of campaigns, each with a name and a sentence."""

from uuid import uuid4

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from tests.factories import campaigns

from motcua.evaluation.models import (
    Answer,
    Assignment,
    Campaign,
    EvidenceFile,
    Override,
    Reply,
    Retest,
    Run,
    Subject,
    TaskResult,
    UsabilitySession,
)

AT = campaigns.AT


def constraints():
    return [
        (model, rule)
        for model in apps.get_app_config("evaluation").get_models()
        for rule in model._meta.constraints
    ]


def test_every_rule_has_a_name_of_ours_and_a_sentence():
    default = models.CheckConstraint.default_violation_error_message
    for _, rule in constraints():
        assert rule.name.startswith("evaluation_")
        assert len(rule.name) <= 60
        assert rule.violation_error_message != default, rule.name


BROKEN = {
    Campaign: [
        {"state": "lost"},
        {"kind": "yearly"},
        {"lead": "nobody"},
        {"first_day": "2026-12-31"},
        {"figures_to": "2025-12-31"},
        {"seats": 3},
        {"opened_at": None},
        {"state": "replying", "reply_until": None},
        {"state": "published", "published_at": None},
    ],
    Subject: [{"league": "towns"}, {"open_reason": "Vì thế"}, {"agency_code": "H30"}],
    Assignment: [{"seat": "third"}, {"seat": "second"}],
    Run: [
        {"state": "lost"},
        {"state": "running", "token": None},
        {"audit_digest": ""},
        {"ended_at": None},
        {"state": "failed", "problem_vi": ""},
        {"token": "0" * 32},
    ],
    Answer: [{"applies": False}],
    EvidenceFile: [{"side": "third"}, {"scanned": "perhaps"}],
    Override: [{"reason": ""}, {"lifted_at": AT}, {"lifted_by": "Ai đó"}],
    Reply: [{"text": ""}, {"about": "weather"}, {"outcome": "kept"}, {"answered_at": AT}],
    Retest: [{"granted": True}, {"decided_at": AT}],
    UsabilitySession: [{"age": "old"}, {"device": "abacus"}, {"disability": "vision"}],
    TaskResult: [{"success": 3}, {"severity": 5}, {"task": "dance"}, {"success": 1}],
}


@pytest.fixture
def rows(db, judged_by):
    told = campaigns.story(("H26", "H30")).open().run()
    told.answer("H26", told.first)
    subject = Subject.objects.get(agency_code="H26")
    common = {"subject": subject, "criterion": "M.2", "reason": "Vì", "by_name": "Ai", "at": AT}
    Override.objects.create(**common)
    Reply.objects.create(
        subject=subject, about="criterion", code="M.2", text="Nói", by_name="Ai", at=AT
    )
    Retest.objects.create(subject=subject, reason="Xem lại", asked_by="Ai", asked_at=AT)
    EvidenceFile.objects.create(
        subject=subject,
        criterion="M.2",
        side="first",
        digest="0" * 64,
        name="a.png",
        media_type="image/png",
        size=1,
        scanned="clean",
        added_by="Ai",
        added_at=AT,
    )
    session = UsabilitySession.objects.create(
        subject=subject,
        facilitator=told.first.key,
        facilitator_name="Ai",
        age="from_60",
        device="phone",
        begun_at=AT,
    )
    TaskResult.objects.create(session=session, task="find", success=2, seconds=1, recorded_at=AT)
    return told


def test_broken_rows_are_refused_by_the_database(rows):
    for model, breaks in BROKEN.items():
        for wrong in breaks:
            row = model.objects.filter(pk=model.objects.order_by("pk").first().pk)
            with pytest.raises(IntegrityError), transaction.atomic():
                row.update(**wrong)


def test_a_sentence_says_what_is_wrong(rows):
    row = UsabilitySession.objects.get()
    row.disability = "vision"
    with pytest.raises(ValidationError) as refused:
        row.validate_constraints()
    assert "người tham gia đồng ý" in str(refused.value)


def test_only_one_override_holds_and_one_retest_waits(rows):
    for model, but in ((Override, {}), (Retest, {"key": uuid4()})):
        told = {
            field.attname: getattr(model.objects.get(), field.attname) for field in fields(model)
        }
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(**(told | but))


def fields(model):
    return [field for field in model._meta.fields if not field.primary_key]
