"""Signed receipts, each naming the one before it."""
