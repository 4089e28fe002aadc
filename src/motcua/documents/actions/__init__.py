"""The verbs of documents: take files in, check them, issue numbered documents, print them."""

from motcua.documents.actions.checking import CHECK_JOB, check, forget_incoming, give_up, sweep
from motcua.documents.actions.issuing import PRINT_JOB, issue, next_number, next_numbers, printed
from motcua.documents.actions.keeping import adopt, erase
from motcua.documents.actions.streaming import drop_made, keep_made, open_made
from motcua.documents.actions.uploading import receive_chunk, store

__all__ = [
    "CHECK_JOB",
    "PRINT_JOB",
    "adopt",
    "check",
    "drop_made",
    "erase",
    "forget_incoming",
    "give_up",
    "issue",
    "keep_made",
    "next_number",
    "next_numbers",
    "open_made",
    "printed",
    "receive_chunk",
    "store",
    "sweep",
]
