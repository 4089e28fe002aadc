"""Messages to people."""

from django.db import models
from django.db.models import Q

from motcua.notifications.values import Channel, MessageState


class Message(models.Model):
    """Words to one person through one channel, and what became of them.

    `tracking` is what delivery reports name it by. `quiet` (`21:00-07:00`, empty: none) are the
    hours in which it may not ring. `onward` lists the ways to try when this one fails for good:
    channel, address, words. `facts` are what a template of Zalo is filled in from.
    """

    key = models.CharField(max_length=200)
    tracking = models.CharField(max_length=40, default="")
    channel = models.CharField(max_length=8)
    template = models.CharField(max_length=80)
    recipient = models.CharField(max_length=254)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    facts = models.JSONField(default=dict)
    about = models.CharField(max_length=120)
    quiet = models.CharField(max_length=11, default="")
    onward = models.JSONField(default=list)
    state = models.CharField(max_length=12, default=MessageState.QUEUED.value)
    attempts = models.PositiveSmallIntegerField(default=0)
    retries = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    held_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    reference = models.CharField(max_length=200, default="")
    problem = models.CharField(max_length=300, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="notifications_message_once"),
            models.UniqueConstraint(
                fields=["tracking"],
                condition=~Q(tracking=""),
                name="notifications_message_tracked",
            ),
            models.CheckConstraint(
                condition=Q(channel__in=[channel.value for channel in Channel]),
                name="notifications_message_channel_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in MessageState]),
                name="notifications_message_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["failed", "given_up"])
                | Q(state__in=["sent", "delivered"], sent_at__isnull=False)
                | Q(state__in=["queued", "held"], sent_at__isnull=True),
                name="notifications_message_sent_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(state="delivered", delivered_at__isnull=False)
                | (~Q(state="delivered") & Q(delivered_at__isnull=True)),
                name="notifications_message_delivered_has_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["about", "id"], name="notifications_message_about"),
            models.Index(
                fields=["id"], name="notifications_message_lost", condition=Q(state="given_up")
            ),
        ]
