"""Rows of documents: files handed in, uploads under way, documents issued, numbers given."""

from motcua.documents.models.files import File, Upload
from motcua.documents.models.issued import IssuedDocument, NumberSeries

__all__ = ["File", "IssuedDocument", "NumberSeries", "Upload"]
