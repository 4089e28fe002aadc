"""From figures to what the macros of charts take: places, words, tables, sentences."""
