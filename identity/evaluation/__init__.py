"""How good are the engines and the liveness pair: measured on folders of pictures of people."""
