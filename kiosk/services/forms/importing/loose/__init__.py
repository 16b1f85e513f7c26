"""Expressions of languages that compare loosely (JavaScript, JSONLogic), and what they mean."""
