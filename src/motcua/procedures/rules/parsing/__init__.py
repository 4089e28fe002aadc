"""Reading the catalogue's flattened text: pure, never raising, never dropping a word."""
