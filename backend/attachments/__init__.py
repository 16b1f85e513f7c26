"""Attachments of submissions: brought in parts, checked by hash, sealed (trust level C)."""
