"""What the organisation is made of: units, people and posts, accounts and roles."""

from thidua.organisation.models.accounts import THEMES, Account, RoleAssignment, SignInTries
from thidua.organisation.models.people import Person, Position, Post, Sex, StaffGroup
from thidua.organisation.models.units import Succession, SuccessionKind, Unit, UnitEra, UnitKind

__all__ = [
    "THEMES",
    "Account",
    "Person",
    "Position",
    "Post",
    "RoleAssignment",
    "Sex",
    "SignInTries",
    "StaffGroup",
    "Succession",
    "SuccessionKind",
    "Unit",
    "UnitEra",
    "UnitKind",
]
