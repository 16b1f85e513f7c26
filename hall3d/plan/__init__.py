"""The hall as plain data: departments in, counters, furniture and walls out (domain)."""

from hall3d.plan.departments import (
    Department,
    InvalidDepartments,
    Zone,
    many,
    parse_departments,
)
from hall3d.plan.layout import lay_out
from hall3d.plan.model import HallPlan, Pose, Shape

__all__ = [
    "Department",
    "HallPlan",
    "InvalidDepartments",
    "Pose",
    "Shape",
    "Zone",
    "lay_out",
    "many",
    "parse_departments",
]
