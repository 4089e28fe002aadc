"""The outside world of documents, one folder a provider."""
