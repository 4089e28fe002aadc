"""Pictures of an audit inside its report, up to what a mail can carry."""

from base64 import b64encode
from collections.abc import Callable

from markupsafe import Markup

Read = Callable[[str], bytes | None]
"""Give what is kept under a digest, None where it is not there any more."""
MOST_BYTES = 4_000_000
_KINDS = ((b"\xff\xd8", "image/jpeg"), (b"\x89PNG", "image/png"), (b"RIFF", "image/webp"))


class Pictures:
    """Pictures as addresses of their own content; those beyond the limit are left out."""

    def __init__(self, read: Read, most: int = MOST_BYTES) -> None:
        self._read, self._left = read, most
        self._made: dict[str, Markup] = {}

    def address(self, digest: str) -> Markup | None:
        """Give a `data:` address, None where there is no such picture or no room for it."""
        if not digest:
            return None
        if digest in self._made:
            return self._made[digest]
        content = self._read(digest)
        kind = next((name for mark, name in _KINDS if (content or b"").startswith(mark)), "")
        if not content or not kind or len(content) > self._left:
            return None
        self._left -= len(content)
        self._made[digest] = Markup(f"data:{kind};base64,{b64encode(content).decode()}")  # noqa: S704 -- base64 of our own
        return self._made[digest]
