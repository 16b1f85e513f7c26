"""What was decided, and by which rules: causes, policies, calibrated thresholds, tries (domain)."""
