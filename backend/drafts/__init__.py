"""Forms half filled, which only their citizen's code can open."""
