"""Signs and boards, drawn by Qt into pictures that the scene wears."""
