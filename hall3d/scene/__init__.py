"""What the hall looks like: meshes, baked light, and the Panda3D scene made of them."""
