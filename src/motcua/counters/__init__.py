"""Counters of an office: numbers drawn, people called in turn, hours agreed beforehand.

A counter (*quầy*) serves kinds of business and, if it likes, only some fields. Whoever comes
draws a ticket; nobody asks who they are. A counter calls the ticket whose turn it is; the rule of
turns is one line in `rules/turns.py`, and it is written on the wall. An appointment is a seat in a
slot; when its holder arrives it becomes a ticket. What is done with the person at the counter
(papers taken in, results handed back) belongs to `dossiers`; a ticket knows nothing of it.
"""
