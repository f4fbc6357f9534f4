"""Settings, addresses and the command: the top of the site, which knows every app."""
