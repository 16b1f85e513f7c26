"""Enrolled templates, encrypted at rest, one key a person."""
