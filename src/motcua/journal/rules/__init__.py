"""Plain rules of the journal: encoding, hash chain, back-off."""
