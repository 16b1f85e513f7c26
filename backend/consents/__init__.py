"""What citizens agreed to: who may read what about them, what for and until when."""
