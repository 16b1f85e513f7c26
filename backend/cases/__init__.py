"""Applications, each accepted exactly once."""
