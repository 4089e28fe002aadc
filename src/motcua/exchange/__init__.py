"""What the state holds already is not asked again: people's own store of papers and answers."""
