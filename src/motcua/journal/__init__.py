"""Append-only facts, sealed in hash-chained batches, and their delivery to listeners.

An action writes its journal entry in the same transaction as its rows. Listeners above are told
afterwards by the worker, once each, whatever crashes in between."""
