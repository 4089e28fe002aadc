"""A folder in place of every gateway: one file a message, for demonstrations and tests."""

import json
from hashlib import sha256
from pathlib import Path

from motcua.notifications.ports import NotDelivered
from motcua.notifications.values import Channel, Parcel


class FileGateway:
    """Writes each message as JSON into `<folder>/<channel>/<digest of the key>.json`.

    The same key writes the same file again, so nothing is ever sent twice.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send_mail(self, *, key: str, to: str, subject: str, text: str) -> str:
        """Write a mail."""
        return self._write(Channel.MAIL, key, {"to": to, "subject": subject, "text": text})

    def send_sms(self, parcel: Parcel) -> str:
        """Write a short message."""
        return self._write(Channel.SMS, parcel.key, {"to": parcel.to, "text": parcel.text})

    def send_zalo(self, parcel: Parcel) -> str:
        """Write a Zalo message."""
        content = {"to": parcel.to, "template": parcel.template, "text": parcel.text}
        return self._write(Channel.ZALO, parcel.key, content)

    def _write(self, channel: Channel, key: str, content: dict[str, str]) -> str:
        name = f"{sha256(key.encode()).hexdigest()[:40]}.json"
        folder = self._folder / channel
        try:
            folder.mkdir(parents=True, exist_ok=True)
            draft = folder / f".{name}"
            draft.write_text(
                json.dumps({"key": key, **content}, ensure_ascii=False, indent=1), encoding="utf-8"
            )
            draft.replace(folder / name)
        except OSError as error:
            raise NotDelivered(f"the folder of messages failed: {error.strerror}") from None
        return f"{channel}/{name}"
