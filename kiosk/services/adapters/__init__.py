"""Ways to a department: each speaks one protocol and says what its peer can do."""
