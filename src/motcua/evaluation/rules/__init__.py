"""How facts become grades: plain Python."""
