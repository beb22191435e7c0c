"""The one workflow engine: a table of moves, two verbs. `open_to` draws the buttons, `apply` makes the move."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from thidua.core.actor import Actor
from thidua.core.errors import NotAllowed, RuleBroken

Rule = Callable[[Actor, Any], bool]


class Stateful(Protocol):
    """Anything with a primary key and a state."""

    pk: Any
    state: str


@dataclass(frozen=True, slots=True)
class Move:
    """One thing the office does to a record: its verb on the button, where it starts, where it ends, who may."""

    label: str
    sources: tuple[str, ...]
    target: str
    rule: Rule
    needs_note: bool = False
    done: str = ""
    ask: str = ""
    name: str = ""


def move(
    label: str,
    sources: str | Sequence[str],
    target: str,
    rule: Rule,
    *,
    needs_note: bool = False,
    done: str = "",
    ask: str = "",
) -> Move:
    """A row of a workflow table. `done` is the sentence shown after the move, `ask` the question before one that cannot
    be taken back."""
    starts = (str(sources),) if isinstance(sources, str) else tuple(str(s) for s in sources)
    return Move(label, starts, str(target), rule, needs_note, done, ask)


class Workflow:
    """A named table of moves over the `state` of one model."""

    def __init__(self, title: str, **moves: Move) -> None:
        self.title = title
        self.moves = {name: replace(m, name=name) for name, m in moves.items()}

    def __iter__(self) -> Iterator[Move]:
        return iter(self.moves.values())

    def __getitem__(self, name: str) -> Move:
        return self.moves[name]

    def open_to(self, actor: Actor, obj: Stateful) -> list[Move]:
        """The moves this actor may make on this object now, in the table's order."""
        return [m for m in self if obj.state in m.sources and m.rule(actor, obj)]

    def apply(self, obj: Any, name: str, *, actor: Actor, note: str = "", **changes: Any) -> Move:
        """Makes the move, or raises. Order: permission, state, note, then one guarded UPDATE.

        `changes` are further columns written in the same UPDATE. Zero rows written means that a colleague was
        first. Raises NotAllowed or RuleBroken; the caller holds the transaction and writes the audit entry.
        """
        chosen = self.moves[name]
        if not chosen.rule(actor, obj):
            raise NotAllowed(f"Đồng chí không có quyền “{chosen.label}” ở đây.")
        if obj.state not in chosen.sources:
            raise RuleBroken(f"Không thể “{chosen.label}” vì trạng thái hiện nay là “{state_label(obj)}”.")
        if chosen.needs_note and not note.strip():
            raise RuleBroken(f"Cần ghi rõ lý do khi “{chosen.label}”.", field="note")
        before = obj.state
        rows = type(obj)._base_manager.filter(pk=obj.pk, state=before).update(state=chosen.target, **changes)
        if rows == 0:
            raise RuleBroken("Một đồng nghiệp vừa xử lý việc này trước. Mời tải lại trang để xem trạng thái mới.")
        obj.state = chosen.target
        for column, value in changes.items():
            setattr(obj, column, value)
        return chosen


def state_label(obj: Any) -> str:
    """The Vietnamese words of an object's state."""
    display = getattr(obj, "get_state_display", None)
    return str(display()) if display else str(obj.state)
