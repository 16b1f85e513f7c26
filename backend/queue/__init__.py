"""Who waits at the counters."""
