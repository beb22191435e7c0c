"""The plan comes in: read, settled line by line, sent up, returned, sent up again, approved and issued."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile

from thidua.core.text import fold
from thidua.desk.demo.office import DATA
from thidua.desk.demo.story import Stage, Story
from thidua.documents.actions.responses import DOCX
from thidua.movements.actions import movement as movements
from thidua.movements.actions import plan
from thidua.movements.actions.task import adjust_task
from thidua.movements.models import LineKind, Movement, PlanLine, PlanVersion, Task, TaskKind, Verdict

UPLOADED = dt.date(2024, 4, 8)
ISSUED = dt.date(2024, 4, 24)
FILE = "ke-hoach.docx"
# What the official wants mended in a later version of the plan; other findings get the answer proposed.
WANTED, TO_FIX = {"promised_section_absent"}, "to_fix"
RETURN_NOTE = (
    "Chưa có chỉ tiêu tin, bài cho Trung tâm Thông tin và số cuộc kiểm tra trong năm. Đề nghị bổ sung rồi trình lại."
)


@dataclass(frozen=True)
class Correction:
    """What the official writes over a proposal: found by its place in the plan and a few of its words."""

    name: str
    ref: str
    words: str
    what: str
    unit: str = ""
    each: bool = False
    date: str = ""


CORRECTIONS = (
    Correction("lead", "II.1", "lanh dao", "Lãnh đạo, hướng dẫn, kiểm tra công tác phòng, chống ma túy", "TCHCQT"),
    Correction(
        "texts", "II.2", "van ban", "Triển khai văn bản chỉ đạo về phòng, chống ma túy", each=True, date="01/11"
    ),
    Correction("area", "II.3", "dia ban", "Phối hợp giữ vững, chuyển hóa địa bàn không có ma túy", "NC"),
    Correction(
        "sign", "II.4", "cam ket", "Ký cam kết không vi phạm pháp luật về phòng, chống ma túy", each=True, date="01/07"
    ),
    Correction("clean", "II.4", "tieu chuan", "Tự chấm tiêu chuẩn “cơ quan không có ma túy”", each=True),
    Correction("media", "II.5", "tuyen truyen", "Phối hợp truyền thông, phổ biến pháp luật về ma túy", "KGVX"),
    Correction("news", "II.6", "tuyen truyen", "Tuyên truyền trên Cổng thông tin điện tử tỉnh", "TTTT"),
    Correction("own", "IV.2.1", "thiet thuc", "Đề ra nội dung, hình thức thi đua của đơn vị", each=True),
    Correction("posts", "IV.2.2", "dang tai", "Đăng tải văn bản về phòng, chống tội phạm, ma túy", "TTTT"),
    Correction("guide", "IV.2.3", "don doc", "Hướng dẫn và đôn đốc thực hiện Kế hoạch", "TCHCQT"),
)
BY_KIND = {
    TaskKind.UNIT_REPORT: "report", TaskKind.UPWARD_REPORT: "upward", TaskKind.REVIEW: "review",
    TaskKind.SUMMARY: "summary",
}  # fmt: skip
# (target, measure) a year; the office sets them itself, the plan names none.
TARGETS = {
    "lead": (3, "cuộc kiểm tra"), "area": (4, "lần phối hợp"), "media": (4, "buổi"), "news": (48, "tin, bài"),
    "posts": (24, "văn bản"),
}  # fmt: skip
# Days by which the office wants a thing for which the plan has no day, (month, day) by year.
MARKS = {
    "own": {2023: (5, 31), 2024: (5, 31), 2025: (5, 30)},
    "clean": {2023: (11, 30), 2024: (11, 29), 2025: (10, 31)},
    "review": {2023: (12, 15), 2024: (12, 13), 2025: (12, 12)},
}


def tell(story: Story) -> None:
    """Writes down the scenes from the upload to the start of the movement."""
    story.chapter(UPLOADED, "Đọc kế hoạch, xác nhận từng dòng…")
    story.at(UPLOADED, "09:10", lambda stage: upload(stage, FILE))
    story.at(UPLOADED, "10:30", lambda stage: settle(stage, CORRECTIONS))
    story.at(dt.date(2024, 4, 10), "08:45", _make)
    story.chapter(dt.date(2024, 4, 11), "Trình, trả lại, trình lại, phê duyệt, ban hành kế hoạch…")
    story.at(dt.date(2024, 4, 11), "09:00", lambda stage: move(stage, "main", "submit"))
    story.at(dt.date(2024, 4, 12), "14:20", lambda s: move(s, "main", "send_back", "lanh-dao", RETURN_NOTE))
    story.at(dt.date(2024, 4, 15), "10:15", _set_targets)
    story.at(dt.date(2024, 4, 16), "08:30", lambda stage: move(stage, "main", "submit"))
    story.at(dt.date(2024, 4, 22), "16:00", lambda stage: move(stage, "main", "approve", "lanh-dao"))
    story.at(ISSUED, "09:30", lambda stage: move(stage, "main", "issue", "lanh-dao"))
    story.at(ISSUED, "10:00", lambda stage: move(stage, "main", "start"))


def upload(stage: Stage, file: str) -> PlanVersion:
    """Tải kế hoạch lên: the real file through the real reading."""
    upload_ = SimpleUploadedFile(file, (DATA / file).read_bytes(), content_type=DOCX)
    return plan.upload_plan(
        upload_, actor=stage.actor("thuong-truc"), agency=stage.units["VP"], standing=stage.units["TCHCQT"]
    )


def settle(stage: Stage, corrections: tuple[Correction, ...]) -> None:
    """Goes through the lines as the official does: confirms what is certain, corrects tasks, answers findings."""
    actor = stage.actor("thuong-truc")
    version = PlanVersion.objects.latest("id")
    left = list(corrections)
    for line in version.lines.select_related("version__agency").order_by("position"):
        correction = next((c for c in left if _is_about(c, line)), None)
        if line.kind == LineKind.FINDING:
            if line.data["code"] in WANTED:
                plan.answer_finding(line, actor=actor, key=TO_FIX)
            else:
                plan.confirm_line(line, actor=actor)
        elif correction:
            left.remove(correction)
            _correct(stage, line, correction)
    plan.confirm_certain(version, actor=actor)
    for line in version.lines.filter(verdict=Verdict.PROPOSED).select_related("version__agency"):
        plan.confirm_line(line, actor=actor)


def _is_about(correction: Correction, line: PlanLine) -> bool:
    duty = line.kind in (LineKind.TASK, LineKind.YEARLY)
    return duty and line.ref == correction.ref and correction.words in fold(line.text)


def _correct(stage: Stage, line: PlanLine, correction: Correction) -> None:
    unit = stage.units[correction.unit] if correction.unit else None
    values = {"what": correction.what, "unit": unit, "each_unit": correction.each, "date": correction.date}
    plan.correct_line(line, actor=stage.actor("thuong-truc"), values=values)


def _make(stage: Stage) -> None:
    """Lập phong trào; then each task is known by its name for the rest of the story."""
    movement = make(stage, "main")
    named = {fold(c.what): c.name for c in CORRECTIONS}
    for task in movement.tasks.select_related("round"):
        name = BY_KIND.get(TaskKind(task.kind)) or named.get(fold(task.title))
        if name:
            stage.tasks[name, task.round.year] = task.pk
    missing = {*named.values(), *BY_KIND.values()} - {name for name, _ in stage.tasks}
    if missing:
        raise RuntimeError(f"Bản đọc {FILE} không còn cho các nhiệm vụ: {', '.join(sorted(missing))}.")


def make(stage: Stage, name: str) -> Movement:
    """Makes the movement from the plan last settled."""
    version = PlanVersion.objects.select_related("agency").latest("id")
    movement = movements.make_movement(version, actor=stage.actor("thuong-truc"), standing=stage.units["TCHCQT"])
    stage.movements[name] = movement
    return movement


def move(stage: Stage, name: str, step: str, username: str = "thuong-truc", note: str = "") -> None:
    """One move of a movement's workflow."""
    movement = Movement.objects.select_related("agency__parent").get(pk=stage.movements[name].pk)
    movements.make_move(movement, step, actor=stage.actor(username), note=note)


def _set_targets(stage: Stage) -> None:
    """What the leader asked for: targets, and days of the office's own where the plan has none."""
    for (name, year), pk in stage.tasks.items():
        target, measure = TARGETS.get(name, (None, ""))
        mark = MARKS.get(name, {}).get(year)
        if target or mark:
            task = Task.objects.select_related("movement__agency").get(pk=pk)
            day = dt.date(year, *mark) if mark else task.internal_due
            adjust_task(
                task, actor=stage.actor("thuong-truc"), internal_due=day, target=target, measure=measure, cooperating=()
            )
