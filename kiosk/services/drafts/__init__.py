"""Drafts to be taken up again at any terminal, with a code that only their citizen has."""
