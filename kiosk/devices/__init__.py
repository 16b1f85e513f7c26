"""What stands around the screen: printer, speech."""
