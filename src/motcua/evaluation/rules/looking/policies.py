"""Content security policies: read as a browser reads them, and where they let a script in."""

from collections.abc import Mapping, Sequence

Policy = Mapping[str, tuple[str, ...]]

_FETCHED = ("script-src-elem", "script-src", "default-src")
_OPEN = frozenset({"*", "http:", "https:", "data:", "blob:", "ws:", "wss:"})


def policies(header: str) -> tuple[Policy, ...]:
    """Read a header: policies apart by commas (or newlines), a directive counts once (CSP 3)."""
    read = []
    for text in header.replace("\n", ",").split(","):
        policy: dict[str, tuple[str, ...]] = {}
        for part in text.split(";"):
            words = part.split()
            if words:
                policy.setdefault(words[0].lower(), tuple(words[1:]))
        if policy:
            read.append(policy)
    return tuple(read)


def weaknesses(policies_read: Sequence[Policy]) -> list[str]:
    """Name what all the policies of a page together still let through, in a fixed order.

    no_scripts, unsafe_inline, unsafe_eval, wildcard, object, base: a weakness counts where every
    policy has it, for the strictest one rules.
    """
    each = [set(_weak(one)) for one in policies_read]
    common = set.intersection(*each) if each else set()
    order = ("no_scripts", "unsafe_inline", "unsafe_eval", "wildcard", "object", "base")
    return [name for name in order if name in common]


def _weak(policy: Policy) -> list[str]:
    scripts = next((policy[name] for name in _FETCHED if name in policy), None)
    weak = ["no_scripts"] if scripts is None else _weak_scripts(scripts)
    objects = policy.get("object-src", policy.get("default-src"))
    if objects is None or _OPEN & {one.lower() for one in objects}:
        weak.append("object")
    if "base-uri" not in policy:
        weak.append("base")
    return weak


def _weak_scripts(sources: Sequence[str]) -> list[str]:
    words = [one.lower() for one in sources]
    trusted = any(one.startswith(("'nonce-", "'sha256-", "'sha384-", "'sha512-")) for one in words)
    strict = "'strict-dynamic'" in words and trusted
    weak = []
    if "'unsafe-inline'" in words and not trusted and not strict:
        weak.append("unsafe_inline")
    if "'unsafe-eval'" in words:
        weak.append("unsafe_eval")
    if not strict and any(one in _OPEN or one in {"*.*", "http://*", "https://*"} for one in words):
        weak.append("wildcard")
    return weak


def framed_by(policies_read: Sequence[Policy]) -> tuple[str, ...] | None:
    """Give who may frame the page by the first policy that says so; None where none does."""
    for policy in policies_read:
        if "frame-ancestors" in policy:
            return policy["frame-ancestors"]
    return None


def guards_frames(policies_read: Sequence[Policy], x_frame_options: str) -> bool:
    """Say whether a stranger's page is kept from framing this one."""
    ancestors = framed_by(policies_read)
    if ancestors is not None:
        return not _OPEN & {one.lower() for one in ancestors}
    return x_frame_options.partition(",")[0].strip().lower() in {"deny", "sameorigin"}
