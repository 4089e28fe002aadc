"""Proposals to make procedures simpler, and the plan they belong to."""

import uuid

from django.db import models
from django.db.models import F, Q

from motcua.procedures.values.review import ProposalKind, ProposalStatus


class Proposal(models.Model):
    """One proposal about one procedure; decided by somebody else than who made it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    code = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    text = models.TextField()
    status = models.CharField(max_length=12, default=ProposalStatus.PROPOSED.value)
    agency_path = models.CharField(max_length=120)
    proposer_key = models.UUIDField()
    proposed_by = models.CharField(max_length=200)
    proposed_at = models.DateTimeField()
    decider_key = models.UUIDField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)
    comment = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["code", "-proposed_at"], name="procedures_proposals")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in ProposalKind]),
                name="procedures_proposal_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(decider_key__isnull=True) | ~Q(decider_key=F("proposer_key")),
                name="procedures_proposal_decided_by_another",
                violation_error_message="Người đề xuất không tự quyết định đề xuất của mình.",
            ),
            models.CheckConstraint(
                condition=(Q(status="done") & Q(done_at__isnull=False))
                | (~Q(status="done") & Q(done_at__isnull=True)),
                name="procedures_proposal_done_with_its_time",
            ),
        ]


class ReviewPlan(models.Model):
    """How many procedures an agency means to make simpler by a day."""

    agency_path = models.CharField(max_length=120)
    title = models.CharField(max_length=200)
    planned = models.PositiveIntegerField()
    since = models.DateField()
    until = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(planned__gt=0, until__gte=F("since")), name="procedures_plan_possible"
            ),
            models.UniqueConstraint(fields=["agency_path"], name="procedures_plan_once"),
        ]
