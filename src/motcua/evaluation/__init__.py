"""Evaluation: is a portal good? Criteria that are data, probes that find facts, rules that judge.

Three things are never mixed. A **probe** looks at a portal as anybody could, in a real browser, and
gives observations: facts with their evidence. **Rules** judge facts by a set of criteria. A
**report** only tells what was found and judged. What a machine cannot see, people judge on
worksheets; both together make a campaign, frozen and signed when it is published.

It knows nothing of casework: our own portal is looked at from outside like any other.
"""
