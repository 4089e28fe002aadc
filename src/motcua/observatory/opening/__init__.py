"""Open data: a catalogue machines can read (DCAT), whole data sets, and what may be asked how."""
