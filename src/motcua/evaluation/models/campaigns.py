"""Rows of campaigns, their portals and who evaluates them."""

import uuid

from django.db import models
from django.db.models import F, Q

from motcua.evaluation.values.campaigns import CampaignKind, CampaignState, Lead, Seat
from motcua.measurement.values.cards import League

OVER = (CampaignState.PUBLISHED.value, CampaignState.WITHDRAWN.value)


class Campaign(models.Model):
    """One campaign. `code` stands in addresses; `manner` is how its runs go about."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    code = models.CharField(max_length=30, unique=True)
    title_vi = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    kind = models.CharField(max_length=10)
    lead = models.CharField(max_length=12)
    state = models.CharField(max_length=10, default=CampaignState.DRAFT.value)
    criteria_set = models.CharField(max_length=80)
    criteria_digest = models.CharField(max_length=64)
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    first_day = models.DateField()
    last_day = models.DateField()
    figures_from = models.DateField()
    figures_to = models.DateField()
    seats = models.PositiveSmallIntegerField()
    manner = models.JSONField(default=dict)
    synthetic = models.BooleanField(default=False)
    created_by = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    reply_until = models.DateTimeField(null=True)
    replies_closed_at = models.DateTimeField(null=True)
    computed_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency_path", "-created_at"], name="evaluation_campaigns")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in CampaignState]),
                name="evaluation_campaign_state_known",
                violation_error_message="Đợt đánh giá không có trạng thái này.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[one.value for one in CampaignKind])
                & Q(lead__in=[one.value for one in Lead]),
                name="evaluation_campaign_kind_known",
                violation_error_message="Không có loại đợt đánh giá này.",
            ),
            models.CheckConstraint(
                condition=Q(first_day__lte=F("last_day"), figures_from__lte=F("figures_to")),
                name="evaluation_campaign_days_in_order",
                violation_error_message="Ngày đầu phải trước hoặc trùng ngày cuối.",
            ),
            models.CheckConstraint(
                condition=Q(seats__in=[1, 2]),
                name="evaluation_campaign_one_or_two",
                violation_error_message="Mỗi cổng có một hoặc hai người đánh giá.",
            ),
            models.CheckConstraint(
                condition=Q(state=CampaignState.DRAFT.value, opened_at=None)
                | Q(state=CampaignState.ABANDONED.value)
                | (
                    ~Q(state__in=[CampaignState.DRAFT.value, CampaignState.ABANDONED.value])
                    & Q(opened_at__isnull=False)
                ),
                name="evaluation_campaign_opened_with_its_time",
                violation_error_message="Đợt đánh giá đã mở thì phải có ngày mở.",
            ),
            models.CheckConstraint(
                condition=~Q(state=CampaignState.REPLYING.value) | Q(reply_until__isnull=False),
                name="evaluation_campaign_replies_have_an_end",
                violation_error_message="Thời gian giải trình phải có hạn.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=OVER) | Q(published_at__isnull=False),
                name="evaluation_campaign_published_with_its_time",
                violation_error_message="Đợt đã công bố thì phải có ngày công bố.",
            ),
        ]


class Subject(models.Model):
    """A portal in a campaign; `agency_code` names it there.

    `open_reason` says why it is published although criteria of it stay open.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="subjects")
    agency_code = models.CharField(max_length=35)
    agency_path = models.CharField(max_length=120)
    agency_name = models.CharField(max_length=200)
    league = models.CharField(max_length=12)
    address = models.CharField(max_length=300, blank=True)
    others = models.JSONField(default=list)
    contact = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField()
    replied_at = models.DateTimeField(null=True)
    open_reason = models.CharField(max_length=1000, blank=True)
    open_by = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency_path"], name="evaluation_subjects_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "agency_code"],
                name="evaluation_subject_once",
                violation_error_message="Cơ quan này đã có trong đợt đánh giá.",
            ),
            models.CheckConstraint(
                condition=Q(league__in=[one.value for one in League]),
                name="evaluation_subject_league_known",
                violation_error_message="Cổng phải thuộc nhóm bộ, ngành hoặc nhóm tỉnh, thành phố.",
            ),
            models.CheckConstraint(
                condition=Q(open_reason="", open_by="") | (~Q(open_reason="") & ~Q(open_by="")),
                name="evaluation_subject_left_open_by_somebody",
                violation_error_message="Ai để ngỏ tiêu chí và vì sao phải đi cùng nhau.",
            ),
        ]


class Assignment(models.Model):
    """Who evaluates a portal, as its first or second evaluator."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="assignments")
    seat = models.CharField(max_length=6)
    evaluator = models.UUIDField()
    evaluator_name = models.CharField(max_length=200)
    assigned_by = models.CharField(max_length=200)
    assigned_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["evaluator"], name="evaluation_assignments_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "seat"],
                name="evaluation_assignment_one_a_seat",
                violation_error_message="Chỗ này đã có người đánh giá.",
            ),
            models.UniqueConstraint(
                fields=["subject", "evaluator"],
                name="evaluation_assignment_two_people",
                violation_error_message="Hai người đánh giá một cổng phải là hai người khác nhau.",
            ),
            models.CheckConstraint(
                condition=Q(seat__in=[one.value for one in Seat]),
                name="evaluation_assignment_seat_known",
                violation_error_message="Chỉ có người đánh giá thứ nhất và thứ hai.",
            ),
        ]
