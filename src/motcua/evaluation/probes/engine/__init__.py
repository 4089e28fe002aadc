"""A real visit, in small parts.

1. `tabs` is one tab of the browser with our ears on it: `wire` hears what crosses the network
   within byte budgets, `guard` says where the page may go, `worlds` asks it questions.
2. `going` opens a page and brings it to rest; `watch` ends what does not come to rest.
3. `rounds` takes it through the `phases` and asks the probes; `pictures` and `har` keep evidence.
4. `costs` (beside this package) measures what all of it takes.
"""
