"""Tickets waiting at the counters."""
