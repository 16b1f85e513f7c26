"""Where the back-end keeps things: one SQLite file with one writer."""
