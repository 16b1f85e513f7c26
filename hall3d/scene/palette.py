"""The hall's few materials: pale stone, oak, pine-green joinery and one line of brass."""

from hall3d.scene.mesh import paint

WALL = paint("E3DCCF", "stone")
MOULDING = paint("E8E1D3")
CEILING = paint("F0ECE4")
PLINTH = paint("6E675C")
OAK = paint("C08F5C", "wood")
OAK_SIDE = paint("A87945", "wood")
SHADOW_GAP = paint("4A3A2A")
OAK_TOP = paint("A9743F", "wood")
PINE = paint("0E4A45")
PINE_SEAT = paint("1F625B")
BRASS = paint("C79A45")
STONE_BODY = paint("E6DFD2", "stone")
STONE_TOP = paint("EDE8DE")
FLOOR = paint("D5CCBC", "floor")
STAFF_FLOOR = paint("8A7B68")
STEEL = paint("8B8F8E")
DARK = paint("1C2624")
POT = paint("D8D0C2")
SOIL = paint("3A2E24")

LANTERN = paint("FFFBF2", glow=1.35)
STRIP = paint("FFF7E6", glow=7.0)
LUNETTE = paint("FFF3DC", glow=0.9)
NICHE_LIGHT = paint("FFF5E2", glow=4.5)
SKY = paint("EAF3FB", "sky", glow=3.4)
