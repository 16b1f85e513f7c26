"""What the hall tells everybody for a while."""
