"""Accounts that sign in, and the roles they hold over a unit's subtree for a period."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from thidua.core.dated import Dated, DatedQuerySet, order_constraint
from thidua.organisation.models.people import Person
from thidua.organisation.models.units import Unit
from thidua.organisation.rules import ROLE_LABELS

THEMES = [("light", "Sáng"), ("dark", "Tối"), ("auto", "Theo máy")]


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by user name."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """User names are kept in lower case."""
        return self.get(username=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """Signs in. `must_change_password` holds after an administrator set the password: the owner chooses a new one."""

    username = models.CharField("Tên đăng nhập", max_length=60, unique=True)
    person = models.OneToOneField(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="account")
    label = models.CharField("Tên hiển thị", max_length=120)
    email = models.EmailField("Thư điện tử", blank=True)
    is_active = models.BooleanField("Đang sử dụng", default=True)
    must_change_password = models.BooleanField("Phải đổi mật khẩu", default=False)
    theme = models.CharField("Giao diện", max_length=5, default="light", choices=THEMES)
    search = models.CharField(max_length=200, editable=False)
    sort = models.CharField(max_length=360, db_index=True, editable=False)

    USERNAME_FIELD = "username"
    objects = AccountManager()

    def __str__(self) -> str:
        return self.label


class SignInTries(models.Model):
    """Wrong tries in a row for one user name, whether or not it exists, so that waiting tells nobody which names do.

    `locked_until` grows with each try beyond the free ones; a good sign-in, a day of rest or an administrator clears.
    """

    username = models.CharField("Tên đăng nhập", max_length=60, unique=True)
    failures = models.PositiveSmallIntegerField("Số lần nhập sai liên tiếp", default=0)
    last_at = models.DateTimeField("Lần cuối", db_index=True)
    locked_until = models.DateTimeField("Khóa đến", null=True)

    def __str__(self) -> str:
        return self.username


class RoleAssignment(Dated):
    """A role over one unit and everything below it, for a period."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField("Vai trò", max_length=20, choices=list(ROLE_LABELS.items()))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        constraints = [order_constraint("role_period")]
        indexes = [models.Index(fields=["account", "valid_to"], name="role_of_account")]

    def __str__(self) -> str:
        return f"{ROLE_LABELS[self.role]} của {self.unit}"
