"""Probes: what looks at a portal, in a real browser and over plain HTTP, and tells facts.

`visits` is what a probe is given; `registry` names every probe; one package an area. A probe never
judges, never submits anything, and never talks to the browser of another page than its own.
"""
