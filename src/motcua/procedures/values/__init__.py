"""What procedures are made of, as frozen values; import from the modules."""
