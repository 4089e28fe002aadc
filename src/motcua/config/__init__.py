"""Settings, addresses and the entry points for servers."""
