"""Finding faces and turning them into vectors: detector, measures, engines behind one protocol."""
