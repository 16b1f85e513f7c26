"""Approval by phone: a citizen's own device signs that it is them."""
