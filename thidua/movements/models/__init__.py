"""What a movement is made of: the movement and its rounds, the plan and its lines, tasks and assignments."""

from thidua.movements.models.movement import AwardForm, Level, Movement, PlanRecipient, Round, RoundKind
from thidua.movements.models.plan import LineKind, PlanItem, PlanLine, PlanVersion, Verdict
from thidua.movements.models.task import Assignment, ProgressUpdate, Task, TaskKind

__all__ = [
    "Assignment",
    "AwardForm",
    "Level",
    "LineKind",
    "Movement",
    "PlanItem",
    "PlanLine",
    "PlanRecipient",
    "PlanVersion",
    "ProgressUpdate",
    "Round",
    "RoundKind",
    "Task",
    "TaskKind",
    "Verdict",
]
