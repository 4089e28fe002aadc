"""How a page behaved towards the one who looked at it."""

from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Conduct:
    """What the engine met while a page was open; it is filled as things happen.

    unreachable  the browser's word for why nothing came (`ERR_CONNECTION_REFUSED`), "" where it did
    certificate  the browser's word for what is wrong with the certificate, "" where nothing is
    not_html     media type of what came instead of a page
    left_for     address on another site that the page led to; it was not followed
    reloads      how often the page gave way to another by itself
    dialogs      `alert`, `confirm`, `prompt`, `beforeunload`, with what the first of them said
    too_large    addresses cut at the byte budget
    hung         where the page did not answer in time
    flooded      what came without end: requests, messages, lines in the console
    clobbered    names in the page that hide the browser's own functions
    stopped      requests that were held back so that nothing is submitted
    calmed       the page's scripts were switched off to be able to look at it
    """

    unreachable: str = ""
    certificate: str = ""
    not_html: str = ""
    left_for: str = ""
    hops: int = 0
    looped: bool = False
    reloads: int = 0
    dialogs: int = 0
    dialog: str = ""
    popups: int = 0
    downloads: int = 0
    crashes: int = 0
    too_large: list[str] = field(default_factory=list)
    hung: list[str] = field(default_factory=list)
    flooded: list[str] = field(default_factory=list)
    clobbered: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """Uncaught errors of the page's scripts."""
    stopped: int = 0
    calmed: bool = False

    def hang(self, where: str) -> None:
        """Note once where the page did not answer."""
        if where not in self.hung:
            self.hung.append(where)
