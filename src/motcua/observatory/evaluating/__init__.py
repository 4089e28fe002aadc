"""Campaigns at the desk: for those who lead them, those who judge and the agencies judged.

`reaching` says who comes in and finds what a page is about; `asking` reads what was typed; each of
the other modules is one topic with its pages. What may be done when, `evaluation.rules` say.
"""
