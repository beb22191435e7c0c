"""What is typed on the pages of the organisation; saves nothing."""

from __future__ import annotations

from django import forms


class SignInForm(forms.Form):
    """Tên đăng nhập và mật khẩu."""

    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label="Mật khẩu", max_length=200, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )  # fmt: skip
