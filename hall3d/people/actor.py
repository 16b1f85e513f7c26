"""A figure in the Panda3D scene: three levels of detail, a place, a blob of shade, a pose."""

from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from panda3d.core import NodePath, Texture, TransparencyAttrib

from hall3d.people.figure import Figure, Form, stacked
from hall3d.people.wardrobe import figure
from hall3d.plan.model import Pose
from hall3d.scene.bake import VERTEX_BYTES
from hall3d.scene.dressing import GROUND, SHADOW
from hall3d.scene.floor_light import Light
from hall3d.scene.geometry import geometry, picture_texture
from hall3d.scene.mesh import Array

_NEAR, _MIDDLE = 4.0, 9.0
"""Metres up to which a figure is drawn in full, and as across a room."""
_SHADE = (0.42, 0.36)
"""Metres that the shade under somebody reaches sideways and along."""


class Actor:
    """Somebody on the stage; `shade`: what darkens the floor under them."""

    def __init__(self, name: str, parent: NodePath, shade: NodePath | None) -> None:
        self._figure, levels = _wardrobe(name)
        self.node = parent.attach_new_node(name)
        self._levels = [level.copy_to(self.node) for level in levels]
        self._shade = shade
        self._skin: NDArray[np.float32] | None = None
        self._level = 2
        for level in self._levels[:2]:
            level.hide()

    def stand(self, pose: Pose, light: Light) -> None:
        """Be at a place in a light."""
        self.node.set_pos_hpr(pose.x, pose.y, 0.0, -pose.heading, 0.0, 0.0)
        self.node.set_color_scale(*light, 1.0)
        if self._shade is not None:
            self._shade.set_pos(pose.x, pose.y, 0.0)

    def show(self) -> None:
        """Be there."""
        for node in self._nodes():
            node.show()

    def hide(self) -> None:
        """Be away."""
        for node in self._nodes():
            node.hide()

    def _nodes(self) -> list[NodePath]:
        return [self.node] if self._shade is None else [self.node, self._shade]

    def seen_from(self, metres: float) -> None:
        """Choose how finely to be drawn for somebody so far away."""
        level = 0 if metres < _NEAR else 1 if metres < _MIDDLE else 2
        if level != self._level:
            self._levels[self._level].hide()
            self._levels[level].show()
            self._level = level

    @property
    def near(self) -> bool:
        """Whether one is close enough for movements to be seen."""
        return self._level < 2

    def pose(self, pose: Array) -> None:
        """Take a pose (see `skeleton`): the level that is shown is written anew."""
        form = self._figure.forms[self._level]
        if self._skin is None or len(self._skin) != len(form.points):
            self._skin = form.skin() * np.float32(self._figure.scale)
        points = self._skin @ stacked(pose)
        geom = self._levels[self._level].node().modify_geom(0)
        array = geom.modify_vertex_data().modify_array(0)
        rows = np.frombuffer(memoryview(array).cast("B"), np.uint8).reshape(-1, VERTEX_BYTES)
        rows[:, :12] = points.view(np.uint8)


@cache
def _wardrobe(name: str) -> tuple[Figure, list[NodePath]]:
    """A figure and its three levels as nodes, shared by all who look like it."""
    made = figure(name)
    texture = picture_texture(name, made.picture)
    nodes = [_node(name, form, made.scale, texture) for form in made.forms]
    # the texture has the picture now
    return replace(made, picture=made.picture[:0]), nodes


def _node(name: str, form: Form, scale: float, texture: Texture) -> NodePath:
    vertices = np.full((len(form.points), VERTEX_BYTES), 255, np.uint8)
    vertices[:, :12] = np.ascontiguousarray(form.settled * np.float32(scale)).view(np.uint8)
    vertices[:, 12:15] = (form.colours * 255 + 0.5).astype(np.uint8)
    vertices[:, 16:] = np.ascontiguousarray(form.uvs).view(np.uint8)
    node = geometry(name, vertices, form.triangles)
    node.set_texture(texture)
    return node


def blob(parent: NodePath) -> NodePath:
    """Soft shade on the floor under somebody, drawn after the floor and before all else."""
    angle = np.linspace(0, 2 * np.pi, 17)[:-1]
    rings = [(0.0, 150), (0.45, 105), (1.0, 0)]
    points = [
        (r * _SHADE[0] * np.sin(a), r * _SHADE[1] * np.cos(a), 0.004)
        for r, _ in rings[1:]
        for a in angle
    ]
    vertices = np.zeros((33, VERTEX_BYTES), np.uint8)
    places = np.array([(0.0, 0.0, 0.004), *points], np.float32)
    vertices[:, :12] = places.view(np.uint8)
    vertices[:, 15] = [rings[0][1], *[dark for _, dark in rings[1:] for _ in angle]]
    around = np.arange(16)
    after = (around + 1) % 16
    middle = np.stack([np.zeros(16, int), after + 1, around + 1], 1)
    outer = [
        np.stack([around + 1, after + 1, after + 17], 1),
        np.stack([around + 1, after + 17, around + 17], 1),
    ]
    node = geometry("shade", vertices, np.concatenate([middle, *outer]).astype(np.uint32))
    node.set_transparency(TransparencyAttrib.M_alpha)
    node.set_bin(GROUND, SHADOW)
    node.set_depth_write(False)
    node.reparent_to(parent)
    return node
