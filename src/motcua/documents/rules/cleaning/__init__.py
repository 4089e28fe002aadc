"""What is given out instead of what came: pictures drawn anew, PDF without anything that acts."""

from dataclasses import dataclass

from motcua.documents.rules.cleaning import images, pdfs
from motcua.documents.rules.policy import POLICY, Policy


class NotCleanable(Exception):
    """The content cannot be read well enough to be written anew."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What is given out. `taken_out` names what was left behind (`place`, `script` …)."""

    content: bytes
    media_type: str
    taken_out: tuple[str, ...] = ()
    signed: bool = False


def clean(content: bytes, media_type: str, *, policy: Policy = POLICY) -> Cleaned:
    """Write content anew by its media type; `NotCleanable` when it cannot be read.

    A signed PDF stays as it is to the byte, or its signature would no longer hold; one that acts
    was not taken in. Office files stay as they are too: those with macros were not taken in.
    """
    try:
        if media_type == "application/pdf":
            return _pdf(content)
        if media_type.startswith("image/"):
            return Cleaned(*images.redrawn(content, media_type, longest=policy.longest_side))
    except (images.Unreadable, pdfs.Unreadable) as cause:
        raise NotCleanable(str(cause)) from cause
    return Cleaned(content, media_type)


def _pdf(content: bytes) -> Cleaned:
    if pdfs.look(content).signed:
        return Cleaned(content, "application/pdf", signed=True)
    written, taken_out = pdfs.defanged(content)
    return Cleaned(written, "application/pdf", taken_out)
