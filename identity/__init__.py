"""Who is standing there: cameras, faces, liveness, encrypted templates; a process of its own."""
