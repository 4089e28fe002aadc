"""The verbs of documents: take files in, issue numbered documents, print them."""

from motcua.documents.actions.issuing import PRINT_JOB, issue, next_number, next_numbers, printed
from motcua.documents.actions.uploading import receive_chunk, store

__all__ = ["PRINT_JOB", "issue", "next_number", "next_numbers", "printed", "receive_chunk", "store"]
