"""Messages to people."""

from django.db import models
from django.db.models import Q

from motcua.notifications.values import Channel, MessageState


class Message(models.Model):
    """Words to one person through one channel, and what became of them."""

    key = models.CharField(max_length=200)
    channel = models.CharField(max_length=8)
    template = models.CharField(max_length=80)
    recipient = models.CharField(max_length=254)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    about = models.CharField(max_length=120)
    state = models.CharField(max_length=8, default=MessageState.QUEUED.value)
    attempts = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    reference = models.CharField(max_length=200, default="")
    problem = models.CharField(max_length=300, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], name="notifications_message_once"),
            models.CheckConstraint(
                condition=Q(channel__in=[channel.value for channel in Channel]),
                name="notifications_message_channel_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in MessageState]),
                name="notifications_message_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="notifications_message_sent_has_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["about", "id"], name="notifications_message_about"),
            models.Index(
                fields=["id"], name="notifications_message_failed", condition=Q(state="failed")
            ),
        ]
