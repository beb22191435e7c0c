"""What waits for one person, why and until when: lines with one verb each, made of plain rows. No database, no HTTP."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from thidua.core.templatetags.td import ngay
from thidua.movements.timing import RISK_DAYS, DueMark, days_left, due_mark, left_words
from thidua.movements.workflow import AssignmentState as A
from thidua.movements.workflow import MovementState as M
from thidua.movements.workflow import VersionState as V

REMINDER_RESTS = 3  # working days after a reminder before the desk proposes the next one; a habit of offices, not law
_FAR = dt.date.max
Basis = Literal["due", "mark", "since"]  # what a line's date is: the plan's day, the office's own, since when it waits


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One unsettled assignment. `own`: the actor works for the unit; `heads`: as its head; `accepts`: runs all."""

    pk: int
    state: str
    task_id: int
    task: str
    short_title: str
    where: str
    unit_id: int
    unit: str
    movement_id: int
    due: dt.date | None
    internal_due: dt.date | None
    submitted_on: dt.date | None
    returns: int
    return_reason: str
    returned_by: str
    reminders: int
    reminded_on: dt.date | None
    own: bool = False
    heads: bool = False
    accepts: bool = False


@dataclass(frozen=True, slots=True)
class MovementRow:
    """One movement that may need the actor. `drafts`: as its standing office; `leads`: as a leader of its agency."""

    pk: int
    title: str
    state: str
    first_year: int
    last_year: int
    return_reason: str
    returned_by: str
    drafts: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One plan on the table. `newer`: of a movement that already runs; `open_lines`: not settled yet."""

    pk: int
    title: str
    state: str
    newer: bool
    open_lines: int
    uploaded_by: str
    return_reason: str
    drafts: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account in use that waits after wrong tries, or that holds no role."""

    name: str
    waiting: bool
    has_role: bool


@dataclass(frozen=True, slots=True)
class Job:
    """One line of the desk. `page` and `args` name the address; `post`: the verb is done at once, by a POST there."""

    title: str
    why: str
    verb: str
    page: str
    args: tuple[int | str, ...] = ()
    due: DueMark | None = None
    first: bool = False
    post: bool = False
    post_args: tuple[int | str, ...] = ()
    main: bool = False
    basis: Basis = "due"

    @property
    def place(self) -> tuple[bool, dt.date, bool]:
        """Returned work first, then by date, on one day the plan's own deadlines first, undated last."""
        return (not self.first, self.due.date if self.due else _FAR, self.basis != "due")


def todo(
    work: Sequence[WorkRow],
    movements: Sequence[MovementRow],
    versions: Sequence[VersionRow],
    accounts: Sequence[AccountRow],
    today: dt.date,
) -> list[Job]:
    """All lines of one person, most pressing first; the first one carries the one red button of the screen."""
    jobs = [
        *own_jobs(work, today),
        *accept_jobs(work, today),
        *urge_jobs(work, today),
        *(job for row in movements if (job := movement_job(row, today))),
        *(job for row in versions if (job := version_job(row))),
        *account_jobs(accounts),
    ]
    jobs.sort(key=lambda job: job.place)
    return [replace(job, main=number == 0) for number, job in enumerate(jobs)]


# The units' own work -------------------------------------------------------------------------------------------


def own_jobs(work: Iterable[WorkRow], today: dt.date) -> list[Job]:
    """What the actor's own units still have to do; handed-in work waits for others."""
    owed = [row for row in work if row.own and row.state != A.SUBMITTED]
    several = len({row.unit_id for row in owed}) > 1
    return [own_job(row, today, name_unit=several) for row in owed]


def own_job(row: WorkRow, today: dt.date, *, name_unit: bool = False) -> Job:
    """One assignment as a line for those who do it."""
    if row.state == A.RETURNED:
        by = f" ({row.returned_by})" if row.returned_by else ""
        why, verb = f"Bị trả lại lần {max(row.returns, 1)}{by}: “{row.return_reason}”", "Sửa và gửi lại"
    elif row.state == A.DOING:
        why, verb = "Đang làm.", "Báo hoàn thành" if row.heads else "Cập nhật"
    else:
        why, verb = "Chưa bắt đầu.", "Bắt đầu làm"
    notes = [why]
    marked = pressing_mark(row, today)
    if marked and row.due:
        notes.append(f"Đây là mốc nội bộ; hạn của kế hoạch là {ngay(row.due)}.")
    elif row.internal_due and row.due and row.internal_due < today <= row.due:
        notes.append(f"Đã quá mốc nội bộ {row.internal_due:%d/%m}.")
    if row.reminders:
        notes.append(f"Đã được nhắc {row.reminders} lần.")
    if row.where:
        notes.append(f"Theo kế hoạch, {row.where}.")
    return Job(
        title=f"{row.task} – {row.unit}" if name_unit else row.task,
        why=" ".join(notes), verb=verb, page="assignment", args=(row.pk,), due=marked or due_mark(row.due, today),
        first=row.state == A.RETURNED, basis="mark" if marked else "due",
    )  # fmt: skip


def pressing_mark(row: WorkRow, today: dt.date) -> DueMark | None:
    """The internal day as a chip while it is ahead of the plan's, or for good when the plan names no day."""
    day = row.internal_due
    if day is None or day == row.due or (day < today and row.due is not None):
        return None
    return DueMark(day, "wait" if days_left(day, today) <= RISK_DAYS else "", mark_words(day, today))


def mark_words(day: dt.date, today: dt.date) -> str:
    """What is left of an internal day, which is passed ("quá mốc") but never overdue."""
    return left_words(day, today).replace("hạn hôm nay", "mốc hôm nay").replace("quá hạn", "quá mốc")


# What the standing office does with the units' work ------------------------------------------------------------


def accept_jobs(work: Iterable[WorkRow], today: dt.date) -> list[Job]:
    """Handed-in work to accept, one line for each task."""
    handed_in = [row for row in work if row.accepts and row.state == A.SUBMITTED]
    return [accept_job(rows, today) for rows in _grouped(handed_in, lambda row: (row.task_id,))]


def accept_job(rows: Sequence[WorkRow], today: dt.date) -> Job:
    """Handed-in work of one task, whoever handed it in."""
    ordered = sorted(rows, key=lambda row: (row.submitted_on or today, row.unit_id))
    since = ordered[0].submitted_on or today
    waits = days_left(today, since)
    said = [f"{row.unit} {'nộp lại' if row.returns else 'nộp'} {row.submitted_on or today:%d/%m}" for row in ordered]
    one = len(rows) == 1
    return Job(
        title=f"Duyệt {inside(_name(rows[0]))} của {rows[0].unit if one else f'{len(rows)} đơn vị'}",
        why=f"{listed(said, 'đơn vị')}.",
        verb="Xem và duyệt",
        page="assignment" if one else "task",
        args=(rows[0].pk if one else rows[0].task_id,),
        due=DueMark(since, "wait" if waits >= RISK_DAYS else "", f"chờ {waits} ngày làm việc" if waits else "mới nộp"),
        basis="since",
    )  # fmt: skip


def urge_jobs(work: Iterable[WorkRow], today: dt.date) -> list[Job]:
    """Units that are late, one line for each, until they have been reminded; a while later the line comes back."""
    late = [row for row in work if row.accepts and is_late(row, today) and not is_resting(row, today)]
    return [urge_job(rows, today) for rows in _grouped(late, lambda row: (row.movement_id, row.unit_id))]


def is_late(row: WorkRow, today: dt.date) -> bool:
    """Whether the plan's deadline or the internal day has passed and nothing has been handed in."""
    return row.state != A.SUBMITTED and any(day is not None and day < today for day in (row.due, row.internal_due))


def is_resting(row: WorkRow, today: dt.date) -> bool:
    """Whether a reminder has just gone out."""
    return row.reminded_on is not None and days_left(today, row.reminded_on) < REMINDER_RESTS


def urge_job(rows: Sequence[WorkRow], today: dt.date) -> Job:
    """The late work of one unit in one movement."""
    ordered = sorted(rows, key=lambda row: (row.due or row.internal_due or _FAR, row.task_id))
    over = [row for row in ordered if row.due and row.due < today]
    count = f"{len(over)} việc quá hạn" if over else f"{len(ordered)} việc quá mốc nội bộ"
    said = [
        f"{_name(row)} ({left_words(row.due, today)})" if row.due and row.due < today
        else f"{_name(row)} ({mark_words(row.internal_due or today, today)})"
        for row in ordered
    ]  # fmt: skip
    reminders = max(row.reminders for row in ordered)
    note = f" Đã nhắc {reminders} lần." if reminders else ""
    passed = [row.due for row in over] or [row.internal_due for row in ordered]
    day = min(day for day in passed if day)
    words = left_words(day, today) if over else mark_words(day, today)
    return Job(
        title=f"Nhắc {ordered[0].unit}: {count}", why=f"{listed(said, 'việc')}.{note}", verb="Nhắc",
        page="movement", args=(ordered[0].movement_id,), due=DueMark(day, "back", words),
        post=True, post_args=(ordered[0].movement_id, ordered[0].unit_id), basis="due" if over else "mark",
    )  # fmt: skip


# Movements, plans, accounts ------------------------------------------------------------------------------------


def movement_job(row: MovementRow, today: dt.date) -> Job | None:
    """What a movement asks of its standing office or of a leader; None when of neither."""
    ends = dt.date(row.last_year, 12, 31)
    asks: dict[str, tuple[bool, str, str, str]] = {
        M.RETURNED: (row.drafts, "Sửa và trình lại",
                     f"Bị {row.returned_by or 'lãnh đạo'} trả lại: “{row.return_reason}”", "Sửa và trình lại"),
        M.DRAFT: (row.drafts, "Trình lãnh đạo", "Dự thảo đã lập xong từ kế hoạch, chưa trình.", "Xem và trình"),
        M.SUBMITTED: (row.leads, "Phê duyệt", "Thường trực đã trình, chờ lãnh đạo Văn phòng phê duyệt hoặc trả lại.",
                      "Xem và duyệt"),
        M.APPROVED: (row.leads, "Ban hành", "Đã phê duyệt; ban hành để lấy số và giao việc cho các đơn vị.",
                     "Ban hành"),
        M.ISSUED: (row.drafts, "Triển khai", "Đã ban hành và giao việc, chưa ghi nhận bắt đầu triển khai.",
                   "Triển khai"),
        M.RUNNING: (row.drafts and ends < today, "Tổng kết", f"Thời gian của phong trào đã hết ngày {ngay(ends)}.",
                    "Tổng kết"),
        M.SUMMING_UP: (row.leads, "Kết thúc", "Đang tổng kết; kết thúc khi mọi việc đã xong.", "Xem và kết thúc"),
    }  # fmt: skip
    mine, act, why, verb = asks.get(row.state, (False, "", "", ""))
    if not mine:
        return None
    title = f"{act}: {row.title}"
    return Job(title, why, verb, page="movement", args=(row.pk,), first=row.state == M.RETURNED)


def version_job(row: VersionRow) -> Job | None:
    """What a plan on the table asks for; None when nothing of this actor."""
    if row.state == V.PROPOSED and row.leads:
        why = f"{row.uploaded_by} đã đối chiếu xong và trình bản mới thay bản đang áp dụng."
        return Job(f"Phê duyệt bản kế hoạch mới: {row.title}", why, "Xem và duyệt", page="plan", args=(row.pk,))
    if row.state != V.READING or not row.drafts:
        return None
    if row.return_reason:
        why = f"Bị lãnh đạo trả lại: “{row.return_reason}”"
        return Job(f"Sửa bản kế hoạch: {row.title}", why, "Sửa và trình lại", page="plan", args=(row.pk,), first=True)
    if row.open_lines:
        why = f"Còn {row.open_lines} dòng chưa xác nhận, sửa hoặc bỏ."
        return Job(f"Đối chiếu kế hoạch: {row.title}", why, "Đối chiếu tiếp", page="plan", args=(row.pk,))
    verb = "Trình bản mới" if row.newer else "Lập phong trào"
    return Job(f"{verb}: {row.title}", "Mọi dòng đã được xác nhận.", verb, page="plan", args=(row.pk,))


def account_jobs(accounts: Sequence[AccountRow]) -> list[Job]:
    """What accounts ask of their administrator, one line for each kind."""
    locked = [row.name for row in accounts if row.waiting]
    roleless = [row.name for row in accounts if not row.has_role]
    jobs = []
    if locked:
        why = f"{listed(locked, 'người')} đang phải chờ vì nhập sai mật khẩu nhiều lần."
        jobs.append(Job(f"Mở khóa {len(locked)} tài khoản", why, "Xem và mở khóa", page="accounts"))
    if roleless:
        why = f"{listed(roleless, 'người')} đăng nhập được nhưng chưa có vai trò nào."
        jobs.append(Job(f"Giao vai trò cho {len(roleless)} tài khoản", why, "Giao vai trò", page="accounts"))
    return jobs


# Words ---------------------------------------------------------------------------------------------------------


def listed(items: Sequence[str], noun: str, *, most: int = 3) -> str:
    """ "a; b; c và 2 việc khác"."""
    rest = len(items) - most
    return "; ".join(items[:most]) + (f" và {rest} {noun} khác" if rest > 0 else "")


def inside(title: str) -> str:
    """A title inside a sentence: its first letter small, unless it begins with a name in capitals."""
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2] == " " else title


def _name(row: WorkRow) -> str:
    return row.short_title or row.task


def _grouped(rows: Iterable[WorkRow], key: Callable[[WorkRow], tuple[int, ...]]) -> list[list[WorkRow]]:
    return [list(group) for _, group in groupby(sorted(rows, key=lambda row: (key(row), row.pk)), key)]
