"""Appointments at the counters: when each department receives, and who comes when."""
