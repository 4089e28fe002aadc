"""Registers the package with Django and puts its gateways in place."""

from pathlib import Path

from django.apps import AppConfig
from django.conf import settings


class NotificationsConfig(AppConfig):
    """Django's handle on motcua.notifications."""

    name = "motcua.notifications"
    verbose_name = "notifications"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put a gateway in place for each channel that settings name one for, else a folder."""
        from motcua.notifications import (  # noqa: PLC0415 -- after the registry is ready
            ports,
            subscribers,  # noqa: F401 -- registers itself
            tasks,  # noqa: F401 -- registers itself
        )
        from motcua.notifications.adapters.files import FileGateway  # noqa: PLC0415 -- as above
        from motcua.notifications.adapters.sms import SmsGateway  # noqa: PLC0415 -- as above
        from motcua.notifications.adapters.smtp import SmtpMail  # noqa: PLC0415 -- as above
        from motcua.notifications.adapters.zalo import ZnsGateway  # noqa: PLC0415 -- as above

        folder = FileGateway(Path(settings.MESSAGE_FOLDER))
        mail = (
            SmtpMail(settings.SMTP_URL, sender=settings.MAIL_FROM) if settings.SMTP_URL else folder
        )
        sms = (
            SmsGateway(
                settings.SMS_URL,
                token=settings.SMS_TOKEN,
                brand=settings.SMS_BRAND,
                marks=settings.SMS_MARKS,
            )
            if settings.SMS_URL
            else folder
        )
        zalo = (
            ZnsGateway(
                settings.ZALO_URL, token=settings.ZALO_TOKEN, templates=settings.ZALO_TEMPLATES
            )
            if settings.ZALO_URL
            else folder
        )
        ports.use(mail=mail, sms=sms, zalo=zalo)
