"""What only staff may do: the PIN, the audit trail, readiness."""
