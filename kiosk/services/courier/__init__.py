"""The courier: takes what is in the outbox to its department, in a process of its own."""
