"""Signing in and one's own password."""

from __future__ import annotations

from typing import Any

from django import forms


def _password(label: str, autocomplete: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=200,
        strip=False,
        help_text=help_text,
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
    )


class SignInForm(forms.Form):
    """Tên đăng nhập và mật khẩu."""

    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}),
    )
    password = _password("Mật khẩu", "current-password")


class PasswordForm(forms.Form):
    """Đổi mật khẩu: mật khẩu hiện tại, rồi mật khẩu mới hai lần."""

    old = _password("Mật khẩu hiện tại", "current-password")
    new = _password(
        "Mật khẩu mới",
        "new-password",
        "Từ 10 ký tự trở lên, không chỉ gồm chữ số, không giống tên đăng nhập. Nên ghép vài từ dễ nhớ, khó đoán.",
    )
    again = _password("Nhập lại mật khẩu mới", "new-password")

    def clean(self) -> dict[str, Any]:
        """The two new passwords must be the same."""
        values = super().clean() or {}
        if "new" in values and "again" in values and values["new"] != values["again"]:
            self.add_error("again", "Hai lần nhập mật khẩu mới chưa giống nhau.")
        return values
