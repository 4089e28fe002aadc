"""What exchange hears: dossiers that give papers to a store, files that turned out bad."""

from uuid import UUID

from motcua.documents import queries as documents
from motcua.documents.rules.wording import closed_because
from motcua.dossiers.actions.telling import tell
from motcua.dossiers.queries.handed_in import holding
from motcua.exchange import actions
from motcua.journal.ports import listener
from motcua.journal.values import Actor, Entry

CHECKER = Actor(kind="system", key="documents.check", name="Hệ thống kiểm tra tệp")


@listener("exchange.keep", kinds=("dossier.accepted", "dossier.resolved"))
def keep(entry: Entry) -> None:
    """Put accepted papers and results into their owner's store."""
    actions.keep(subject=entry.subject, at=entry.at)


@listener("exchange.tell_rejected", kinds=("file.rejected",))
def tell_rejected(entry: Entry) -> None:
    """Tell applicant and officer of a dossier that a file in it is shut away, and what to do."""
    key = UUID(entry.subject.removeprefix("file:"))
    body = closed_because(documents.file(key)).vi
    for subject in holding(key):
        tell(subject=subject, body=body, by=CHECKER, at=entry.at)
