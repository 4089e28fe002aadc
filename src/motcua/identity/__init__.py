"""Who somebody is and what they may do: accounts, roles as code, memberships.

The rest of the house sees a frozen Viewer and nothing else of it."""
