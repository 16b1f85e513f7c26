"""A known face and a known picture, planted, and the search for what is left of them."""
