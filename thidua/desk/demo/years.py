"""The years of the movement: what each unit did on which day, read from short lines in data/*.toml."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from functools import partial

from thidua.desk.demo import evidence
from thidua.desk.demo.office import DATA
from thidua.desk.demo.story import Stage, Story
from thidua.movements.actions import task as tasks
from thidua.movements.actions.movement import open_past_round
from thidua.movements.models import Assignment, Round, RoundKind
from thidua.notifications.actions import mark_read

PAPER_FROM = dt.date(2024, 5, 2)
_STEP = re.compile(
    r"(?P<day>\d\d)/(?P<month>\d\d) (?P<verb>làm|nộp|duyệt|trả|không|nhắc)(?: (?P<value>\d+))?(?P<kept> kèm)?"
    r"(?:: (?P<note>.+))?"
)
_TIMES = {"nhắc": "08:05", "duyệt": "09:15", "trả": "09:40", "làm": "10:20", "nộp": "14:30", "không": "15:10"}
# Who brings a unit's work up to date, where it is not the head.
_HANDS = {"KT": "chuyen-vien", "TTTT": "bien-tap"}
_NOTES = {
    "own": "Đã họp đơn vị, thống nhất nội dung và hình thức thi đua trong năm.",
    "texts": "Đã phổ biến các văn bản mới tại cuộc họp đơn vị và lưu trong hồ sơ công việc.",
    "clean": "Đã tự chấm theo các tiêu chuẩn; không có cán bộ, công chức vi phạm.",
    "report": "Gửi báo cáo kết quả thực hiện phong trào trong năm.",
    "upward": "Báo cáo tổng hợp gửi UBND tỉnh qua Công an tỉnh và Sở Nội vụ.",
    "review": "Đã tổ chức họp đánh giá, gửi kết luận đến các đơn vị.",
    "guide": "Đã hướng dẫn các đơn vị và theo dõi tiến độ hằng tháng.",
    "lead": "Đã kiểm tra theo kế hoạch, có biên bản.",
    "area": "Đã phối hợp với cơ sở, có ghi chép làm việc.",
    "media": "Đã phối hợp tổ chức buổi truyền thông.",
    "news": "Tin, bài đã đăng trên Cổng thông tin điện tử tỉnh.",
    "posts": "Văn bản đã đăng trên Trang thông tin điện tử Văn phòng.",
}


@dataclass(frozen=True)
class Step:
    """One thing done about one duty: "18/11 trả: thiếu số liệu", "30/06 làm 23 kèm"."""

    day: dt.date
    verb: str
    value: int | None
    enclosed: bool
    note: str


def steps(year: int, line: str) -> list[Step]:
    """The steps of a line, separated by semicolons. Raises ValueError for one that cannot be read."""
    found = []
    for text in line.split(";"):
        match = _STEP.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"không hiểu bước “{text.strip()}”")
        found.append(
            Step(
                dt.date(year, int(match["month"]), int(match["day"])), match["verb"],
                int(match["value"]) if match["value"] else None, bool(match["kept"]), match["note"] or "",
            )
        )  # fmt: skip
    return found


def courses(year: int) -> dict[str, dict[str, str]]:
    """A year as it is written down: task, unit, line."""
    found: dict[str, dict[str, str]] = tomllib.loads((DATA / f"{year}.toml").read_text(encoding="utf-8"))
    return found


def tell(story: Story) -> None:
    """Writes down the scenes of the three years."""
    story.chapter(dt.date(2024, 4, 25), "Năm 2023: ghi theo hồ sơ giấy…")
    story.at(dt.date(2024, 4, 25), "08:30", _open_2023)
    _tell_paper_year(story)
    story.chapter(dt.date(2024, 5, 14), "Năm 2024: các đơn vị làm, nộp, được duyệt…")
    _tell_year(story, 2024)
    story.chapter(dt.date(2025, 1, 2), "Năm 2025, sáu tháng đầu…")
    _tell_year(story, 2025)
    story.chapter(dt.date(2025, 7, 1), "Sáp nhập hai phòng từ 01/07/2025, sáu tháng cuối năm…")
    for day in (dt.date(2024, 12, 27), dt.date(2025, 6, 27), dt.date(2025, 10, 31)):
        story.at(day, "16:45", _read_notices)


def _tell_year(story: Story, year: int) -> None:
    order = 0
    for task, units in courses(year).items():
        for code, line in units.items():
            order += 1
            for step in steps(year, line):
                hour, minute = (int(part) for part in _TIMES[step.verb].split(":"))
                time = f"{hour:02d}:{(minute + order * 7) % 60:02d}"
                story.at(step.day, time, partial(_play, task=task, year=year, code=code, step=step))


def _play(stage: Stage, *, task: str, year: int, code: str, step: Step) -> None:
    if step.verb == "nhắc":
        movement = stage.movements[task]
        tasks.urge(movement, stage.units[code], actor=stage.actor("thuong-truc"))
        return
    assignment = stage.assignment(task, year, code)
    if step.verb == "làm":
        _progress(stage, task, code, assignment, step)
    elif step.verb == "nộp":
        if task == "sign":
            count = evidence.headcount(assignment)
            note = f"Đã ký {count}/{count} người."
            tasks.report_progress(assignment, actor=stage.head_of(code), value=count, note=note)
        tasks.make_move(
            assignment, "submit", actor=stage.head_of(code), note=step.note or _NOTES.get(task, ""),
            files=evidence.files_for(task, assignment),
        )  # fmt: skip
    elif step.verb == "không":
        tasks.make_move(assignment, "declare_none", actor=stage.head_of(code), note=step.note)
    else:
        leader = task in ("upward", "review", "summary")
        name = "accept" if step.verb == "duyệt" else "send_back"
        who = stage.actor("pho-van-phong" if leader else "thuong-truc")
        tasks.make_move(assignment, name, actor=who, note=step.note)


def _progress(stage: Stage, task: str, code: str, assignment: Assignment, step: Step) -> None:
    actor = stage.actor(_HANDS[code]) if code in _HANDS else stage.head_of(code)
    note = step.note or ("" if step.value is not None and not step.enclosed else _NOTES.get(task, "Đang thực hiện."))
    files = [evidence.proof(assignment, note, step.value)] if step.enclosed else []
    tasks.report_progress(assignment, actor=actor, value=step.value, note=note, files=files)


def _open_2023(stage: Stage) -> None:
    open_past_round(_movement_round(stage, 2023), actor=stage.actor("thuong-truc"))


def _movement_round(stage: Stage, year: int) -> Round:
    return stage.movements["main"].rounds.select_related("movement__agency").get(year=year, kind=RoundKind.ANNUAL)


def _tell_paper_year(story: Story) -> None:
    """2023 lies before the plan of the Office: its work is on paper and is written down as such."""
    order = 0
    for task, units in courses(2023).items():
        for code, line in units.items():
            order += 1
            day, _, value = line.partition(" ")
            on = dt.date(2023, int(day[3:]), int(day[:2]))
            act = partial(_play_paper, task=task, code=code, on=on, value=int(value) if value else None)
            clock_day = PAPER_FROM + dt.timedelta(days=order % 2)
            story.at(clock_day, f"{8 + order % 8:02d}:{order * 7 % 60:02d}", act)


def _play_paper(stage: Stage, *, task: str, code: str, on: dt.date, value: int | None) -> None:
    assignment = stage.assignment(task, 2023, code)
    if value is not None:
        tasks.report_progress(assignment, actor=stage.head_of(code), value=value, note="Số liệu theo hồ sơ năm 2023.")
    tasks.make_move(
        assignment, "record_paper", actor=stage.actor("thuong-truc"), on=on,
        note="Theo hồ sơ giấy năm 2023 lưu tại Phòng TCHCQT.",
    )  # fmt: skip


def _read_notices(stage: Stage) -> None:
    """Everyone has read what came so far."""
    for account in stage.accounts.values():
        mark_read(account.pk)
