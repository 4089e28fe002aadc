"""A real visit, in small parts: what is watched, what is kept, how a hostile page is held."""
