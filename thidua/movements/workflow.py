"""What can happen next: to a movement, to a plan version, to a unit's assignment. States and three tables of moves."""

from __future__ import annotations

from django.db import models

from thidua.core.workflow import Workflow, move
from thidua.movements import rules


class MovementState(models.TextChoices):
    """Where a movement stands."""

    DRAFT = "draft", "Dự thảo"
    SUBMITTED = "submitted", "Chờ phê duyệt"
    RETURNED = "returned", "Bị trả lại"
    APPROVED = "approved", "Đã phê duyệt"
    ISSUED = "issued", "Đã ban hành"
    RUNNING = "running", "Đang triển khai"
    SUMMING_UP = "summing_up", "Đang tổng kết"
    CLOSED = "closed", "Đã kết thúc"


class VersionState(models.TextChoices):
    """Where one version of the plan document stands."""

    READING = "reading", "Đang đối chiếu"
    PROPOSED = "proposed", "Chờ phê duyệt bản mới"
    CURRENT = "current", "Đang áp dụng"
    SUPERSEDED = "superseded", "Đã thay thế"
    DROPPED = "dropped", "Đã bỏ"


class AssignmentState(models.TextChoices):
    """Where a unit stands with one task."""

    OPEN = "open", "Chưa làm"
    DOING = "doing", "Đang làm"
    SUBMITTED = "submitted", "Chờ duyệt"
    RETURNED = "returned", "Bị trả lại"
    DONE = "done", "Đã xong"
    NONE = "none", "Không phát sinh"


M, V, A = MovementState, VersionState, AssignmentState

MOVEMENT = Workflow(
    "Phong trào",
    submit=move(
        "Trình", [M.DRAFT, M.RETURNED], M.SUBMITTED, rules.drafts_movement, done="Đã trình lãnh đạo Văn phòng."
    ),
    recall=move("Thu hồi", M.SUBMITTED, M.DRAFT, rules.drafts_movement, done="Đã thu hồi về dự thảo."),
    send_back=move(
        "Trả lại", M.SUBMITTED, M.RETURNED, rules.leads_office, needs_note=True, done="Đã trả lại kèm lý do."
    ),
    approve=move("Phê duyệt", M.SUBMITTED, M.APPROVED, rules.leads_office, done="Đã phê duyệt."),
    issue=move(
        "Ban hành", M.APPROVED, M.ISSUED, rules.leads_office, done="Đã ban hành và giao việc cho các đơn vị.",
        ask="Kế hoạch sẽ lấy số tiếp theo của sổ văn bản, mang ngày hôm nay, và việc được giao ngay cho các đơn vị. "
        "Số đã lấy không trả lại được.",
    ),
    start=move("Triển khai", M.ISSUED, M.RUNNING, rules.runs_movement, done="Phong trào bắt đầu triển khai."),
    sum_up=move(
        "Tổng kết", M.RUNNING, M.SUMMING_UP, rules.runs_movement, done="Phong trào chuyển sang tổng kết.",
        ask="Phong trào chuyển sang giai đoạn tổng kết và không quay lại giai đoạn triển khai.",
    ),
    close=move(
        "Kết thúc", M.SUMMING_UP, M.CLOSED, rules.leads_office, done="Phong trào đã kết thúc.",
        ask="Phong trào kết thúc; việc chưa xong được giữ nguyên để tra cứu, không làm tiếp được.",
    ),
)  # fmt: skip

VERSION = Workflow(
    "Bản kế hoạch",
    confirm=move("Xác nhận bản đọc", V.READING, V.CURRENT, rules.drafts_plan, done="Đã lập phong trào từ kế hoạch."),
    propose=move("Trình bản mới", V.READING, V.PROPOSED, rules.drafts_plan, done="Đã trình bản kế hoạch mới."),
    adopt=move("Phê duyệt bản mới", V.PROPOSED, V.CURRENT, rules.decides_plan, done="Bản mới đã được áp dụng."),
    send_back=move(
        "Trả lại bản mới", V.PROPOSED, V.READING, rules.decides_plan, needs_note=True, done="Đã trả lại bản mới."
    ),
    drop=move("Bỏ bản này", V.READING, V.DROPPED, rules.drafts_plan, done="Đã bỏ bản đang đối chiếu."),
)

ASSIGNMENT = Workflow(
    "Việc của đơn vị",
    start=move("Bắt đầu làm", [A.OPEN, A.RETURNED], A.DOING, rules.works_for_unit, done="Đã ghi nhận bắt đầu làm."),
    submit=move(
        "Báo hoàn thành", [A.OPEN, A.DOING, A.RETURNED], A.SUBMITTED, rules.heads_unit, done="Đã gửi thường trực duyệt."
    ),
    declare_none=move(
        "Không phát sinh", [A.OPEN, A.DOING, A.RETURNED], A.NONE, rules.heads_unit, needs_note=True,
        done="Đã ghi nhận không phát sinh.",
    ),
    accept=move("Duyệt", A.SUBMITTED, A.DONE, rules.accepts_work, done="Đã duyệt."),
    send_back=move(
        "Trả lại", A.SUBMITTED, A.RETURNED, rules.accepts_work, needs_note=True, done="Đã trả lại kèm lý do."
    ),
    record_paper=move(
        "Ghi theo hồ sơ giấy", [A.OPEN, A.DOING, A.RETURNED], A.DONE, rules.accepts_work, needs_note=True,
        done="Đã ghi nhận theo hồ sơ giấy.",
    ),
    reopen=move("Mở lại", [A.DONE, A.NONE], A.DOING, rules.accepts_work, needs_note=True, done="Đã mở lại."),
)  # fmt: skip
