"""What an official may answer to each finding of a plan: the first answer is the one proposed."""

from __future__ import annotations

from dataclasses import dataclass

SAME_DAY = "same_day_deadlines"
INTERNAL, OWN_DATE, NO_INTERNAL, KEEP = "internal", "own_date", "no_internal", "keep"


@dataclass(frozen=True, slots=True)
class Answer:
    """One button under a finding. `asks_date`: the official names a day (dd/mm) with it."""

    key: str
    label: str
    settled: str
    asks_date: bool = False


_NUMBERING = (
    Answer("resolve", "Gọi theo thứ tự đúng khi viện dẫn", "Khi viện dẫn, phần sau được gọi theo thứ tự đúng."),
    Answer(KEEP, "Giữ như bản gốc", "Giữ nguyên như văn bản."),
)
_BLANK = (
    Answer("on_issue", "Điền khi ban hành", "Số và ngày được lấy từ sổ văn bản khi ban hành."),
    Answer(KEEP, "Để trống", "Để trống như văn bản."),
)
_SAME_DAY = (
    Answer(INTERNAL, "Thêm mốc nội bộ được đề xuất", "Các đơn vị nộp theo mốc nội bộ; hạn trong kế hoạch giữ nguyên."),
    Answer(OWN_DATE, "Chọn ngày khác", "Các đơn vị nộp theo mốc nội bộ do Văn phòng chọn.", asks_date=True),
    Answer(NO_INTERNAL, "Không thêm", "Không đặt mốc nội bộ."),
)
_NOTED = (
    Answer("noted", "Đã rõ", "Đã ghi nhận."),
    Answer("to_fix", "Cần sửa văn bản", "Ghi lại để sửa ở bản kế hoạch sau."),
)
_BY_CODE = {
    "duplicate_numbering": _NUMBERING,
    "skipped_numbering": _NUMBERING,
    "missing_number": _BLANK,
    "missing_date": _BLANK,
    SAME_DAY: _SAME_DAY,
}


def answers_to(code: str) -> tuple[Answer, ...]:
    """The answers offered for a kind of finding."""
    return _BY_CODE.get(code, _NOTED)


def answer(code: str, key: str) -> Answer | None:
    """One of them by its key."""
    return next((a for a in answers_to(code) if a.key == key), None)
