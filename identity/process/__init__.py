"""The server: requests and a camera in, preview frames and decisions out."""
