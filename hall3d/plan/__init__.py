"""The hall as plain data: departments in, counters, furniture and walls out (domain)."""

from hall3d.plan.departments import Department, InvalidDepartments, parse_departments
from hall3d.plan.layout import lay_out
from hall3d.plan.model import HallPlan, Pose

__all__ = [
    "Department",
    "HallPlan",
    "InvalidDepartments",
    "Pose",
    "lay_out",
    "parse_departments",
]
