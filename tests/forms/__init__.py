"""Forms: what they ask, what follows from answers, and that both sides judge alike."""
