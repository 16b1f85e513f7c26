"""What is fast and what is not, each measured beside a named peer in the same run."""
