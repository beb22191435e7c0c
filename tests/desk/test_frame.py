"""The frame of every page: menu by role, person, office, notices."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Cast


@pytest.mark.django_db
def test_the_desk_opens_for_everyone(cast: Cast, client_of: Any) -> None:
    found = {name: client_of(account).get("/").status_code for name, account in cast.everyone().items()}
    assert found == dict.fromkeys(cast.everyone(), 200)
