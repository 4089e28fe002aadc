"""Reading a service's five files: shapes, values, and what the files must agree on."""

from motcua.procedures.rules.services.reading import FILES, Folder, digest_of, read_service

__all__ = ["FILES", "Folder", "digest_of", "read_service"]
