"""What the outbox costs a citizen, how fast it drains, and who waits for whom."""
