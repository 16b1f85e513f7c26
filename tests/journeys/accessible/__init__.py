"""The equal route: a whole visit by what a screen reader sees, and one by the keyboard."""
