"""The workflow engine: what is open to whom, and every refusal, on real rows."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Office
from thidua.core import clock
from thidua.core.actor import NOBODY, Actor
from thidua.core.errors import NotAllowed, RuleBroken
from thidua.core.workflow import Workflow, move, state_label
from thidua.movements.models import Movement
from thidua.movements.workflow import MovementState

DRAFT, SENT, DONE = MovementState.values[:3]
ME = Actor(account_id=1, name="Cầm Thị Hương")


def signed_in(actor: Actor, obj: Any) -> bool:
    return actor.account_id is not None


def nobody(actor: Actor, obj: Any) -> bool:
    return False


# A table of our own over the rows of a movement: any model with a `state` would do.
FLOW = Workflow(
    "Thử",
    submit=move("Trình", DRAFT, SENT, signed_in, done="Đã trình."),
    send_back=move("Trả lại", [SENT], DRAFT, signed_in, needs_note=True),
    approve=move("Phê duyệt", [SENT], DONE, nobody),
)


def record(office: Office, state: str) -> Movement:
    return Movement.objects.create(
        agency=office.agency, title="Thi đua", first_year=2024, last_year=2024, state=state, created_at=clock.now()
    )


def stored(row: Movement) -> tuple[str, str]:
    return Movement.objects.values_list("state", "return_reason").get(pk=row.pk)


@pytest.mark.parametrize(
    ("actor", "state", "names"),
    [(ME, DRAFT, ["submit"]), (ME, SENT, ["send_back"]), (ME, DONE, []), (NOBODY, DRAFT, []), (NOBODY, SENT, [])],
)
def test_buttons_are_the_moves_open_here(actor: Actor, state: str, names: list[str]) -> None:
    assert [m.name for m in FLOW.open_to(actor, Movement(state=state))] == names


def test_a_move_changes_state_and_columns_in_one_update(office: Office, django_assert_num_queries: Any) -> None:
    row = record(office, DRAFT)
    with django_assert_num_queries(1):
        made = FLOW.apply(row, "submit", actor=ME, return_reason="xin ý kiến")
    assert (made.name, made.done) == ("submit", "Đã trình.")
    assert (row.state, row.return_reason) == stored(row) == (SENT, "xin ý kiến")


def test_permission_is_asked_before_anything_else(office: Office) -> None:
    row = record(office, DONE)
    with pytest.raises(NotAllowed) as caught:
        FLOW.apply(row, "send_back", actor=NOBODY)
    assert str(caught.value) == "Đồng chí không có quyền “Trả lại” ở đây."
    assert stored(row) == (DONE, "")


def test_a_move_from_another_state_is_refused_in_the_words_of_the_state(office: Office) -> None:
    row = record(office, DONE)
    with pytest.raises(RuleBroken) as caught:
        FLOW.apply(row, "submit", actor=ME)
    assert str(caught.value) == f"Không thể “Trình” vì trạng thái hiện nay là “{MovementState(DONE).label}”."
    assert stored(row) == (DONE, "")


@pytest.mark.parametrize("note", ["", "   ", "\n"])
def test_a_return_needs_its_reason(office: Office, note: str) -> None:
    row = record(office, SENT)
    with pytest.raises(RuleBroken) as caught:
        FLOW.apply(row, "send_back", actor=ME, note=note)
    assert (str(caught.value), caught.value.field) == ("Cần ghi rõ lý do khi “Trả lại”.", "note")
    assert stored(row) == (SENT, "")


def test_a_return_with_its_reason_is_made(office: Office) -> None:
    row = record(office, SENT)
    FLOW.apply(row, "send_back", actor=ME, note="Thiếu phụ lục", return_reason="Thiếu phụ lục")
    assert stored(row) == (DRAFT, "Thiếu phụ lục")


def test_who_comes_second_is_told_so_and_changes_nothing(office: Office) -> None:
    row = record(office, DRAFT)
    colleague = Movement.objects.get(pk=row.pk)
    FLOW.apply(colleague, "submit", actor=ME)
    with pytest.raises(RuleBroken) as caught:
        FLOW.apply(row, "submit", actor=ME, return_reason="x")
    assert str(caught.value) == "Một đồng nghiệp vừa xử lý việc này trước. Mời tải lại trang để xem trạng thái mới."
    assert (row.state, row.return_reason, stored(row)) == (DRAFT, "", (SENT, ""))


def test_an_unknown_move_is_a_bug_and_not_a_refusal() -> None:
    with pytest.raises(KeyError):
        FLOW.apply(Movement(state=DRAFT), "burn", actor=ME)


def test_the_table_is_read_in_its_order() -> None:
    assert [(m.name, m.label) for m in FLOW] == [
        ("submit", "Trình"), ("send_back", "Trả lại"), ("approve", "Phê duyệt"),
    ]  # fmt: skip


def test_the_words_of_a_state() -> None:
    class Bare:
        state = "draft"

    assert state_label(Bare()) == "draft"
    assert state_label(Movement(state=DRAFT)) == MovementState(DRAFT).label
