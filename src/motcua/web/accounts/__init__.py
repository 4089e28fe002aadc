"""Logging in and out, opening an account, second factors, one's own details.

allauth drives the steps of a log-in; whose account it is and what it may do, motcua.identity says.
Another way of proving who one is ends in `sessions.enter` and changes nothing below.
"""
