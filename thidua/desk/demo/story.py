"""How the story is told: scenes in the order of time, each played with the clock standing on its moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from thidua.core import clock
from thidua.core.actor import Actor
from thidua.movements.models import Assignment, Movement
from thidua.organisation.models import Account, Unit
from thidua.organisation.queries.accounts import actor_of

Act = Callable[["Stage"], object]
CHAPTERS = 8


@dataclass
class Stage:
    """What the scenes share: units by code, accounts by user name, movements by name, tasks by (name, year)."""

    units: dict[str, Unit] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    movements: dict[str, Movement] = field(default_factory=dict)
    tasks: dict[tuple[str, int], int] = field(default_factory=dict)
    _actors: dict[tuple[str, dt.date], Actor] = field(default_factory=dict)

    def actor(self, username: str) -> Actor:
        """Who an account is on the day of the scene."""
        key = (username, clock.today())
        if key not in self._actors:
            self._actors[key] = actor_of(self.accounts[username])
        return self._actors[key]

    def head_of(self, code: str) -> Actor:
        """The head of a unit."""
        return self.actor(self.heads[code])

    def forget_actors(self) -> None:
        """After roles or posts have changed within a day."""
        self._actors.clear()

    def assignment(self, task: str, year: int, code: str) -> Assignment:
        """What a unit owes of a task, as it stands now."""
        return Assignment.objects.select_related("unit", "task__movement__agency", "task__round").get(
            task_id=self.tasks[task, year], unit=self.units[code]
        )


@dataclass(frozen=True, order=True)
class _Scene:
    at: dt.datetime
    place: int
    act: Act | None = field(compare=False)
    title: str = field(default="", compare=False)


class Story:
    """Scenes may be written down in any order; they are played by their moments."""

    def __init__(self) -> None:
        self._scenes: list[_Scene] = []

    def at(self, day: dt.date, time: str, act: Act) -> None:
        """Something happens on a day at "HH:MM"."""
        self._add(day, time, act)

    def chapter(self, day: dt.date, title: str, time: str = "00:00") -> None:
        """From this moment on, a new line of progress."""
        self._add(day, time, None, title)

    def _add(self, day: dt.date, time: str, act: Act | None, title: str = "") -> None:
        hour, minute = (int(part) for part in time.split(":"))
        moment = dt.datetime.combine(day, dt.time(hour, minute))
        self._scenes.append(_Scene(moment, len(self._scenes), act, title))

    def play(self, stage: Stage, *, until: dt.date, say: Callable[[str], object]) -> int:
        """Plays every scene up to and with the day `until`; gives how many were played."""
        number = played = 0
        for scene in sorted(self._scenes):
            if scene.at.date() > until:
                break
            if scene.act is None:
                number += 1
                say(f"[{number}/{CHAPTERS}] {scene.title}")
                continue
            with clock.standing_on(scene.at):
                scene.act(stage)
            played += 1
        return played
