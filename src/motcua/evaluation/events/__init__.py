"""Facts that evaluation tells the journal, one module a topic.

The subject of all of them is `campaign:<code>`, or `campaign:<code>/<agency>` for one portal.
"""
