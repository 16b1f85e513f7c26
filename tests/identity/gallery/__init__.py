"""The gallery: templates at rest, search, receipts, rotation of keys."""
