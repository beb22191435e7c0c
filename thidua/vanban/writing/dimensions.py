"""Every measure of a printed document, with its place in Phụ lục I of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

# Mục I.1-I.3: A4; margins top and bottom 20-25, left 30-35, right 15-20 mm.
PAGE_WIDTH = 210.0
PAGE_HEIGHT = 297.0
MARGIN_TOP = 20.0
MARGIN_BOTTOM = 20.0
MARGIN_LEFT = 30.0
MARGIN_RIGHT = 20.0
TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM

# Mục I.4 and I.7: Times New Roman, black; page number 13-14 pt, centred in the top margin, hidden on page 1.
FONT = "Times New Roman"
PAGE_NUMBER_SIZE = 14.0
PAGE_NUMBER_FROM_TOP = 10.0

# The two columns of the heading (ô 1, 2, 3, 4 of the position map); the right one must hold the Quốc hiệu on one line.
HEADING_RIGHT = 92.0
HEADING_RIGHT_MOST = 106.0

# Sizes in points, component by component (range of the decree in the comment).
MOTTO_TOP_SIZE = 12.0  # Quốc hiệu, 12-13
MOTTO_SIZE = 13.0  # Tiêu ngữ, 13-14
AGENCY_SIZE = 12.0  # Cơ quan chủ quản and ban hành, 12-13
NUMBER_SIZE = 13.0  # Số, ký hiệu, 13
DATE_SIZE = 13.0  # Địa danh và thời gian, 13-14
SUBJECT_SIZE = 12.0  # Trích yếu công văn ("V/v"), 12-13
TYPE_SIZE = 14.0  # Tên loại, 13-14
TITLE_SIZE = 14.0  # Trích yếu, 13-14
BODY_SIZE = 14.0  # Căn cứ, nội dung, Kính gửi, chức vụ, họ tên, phụ lục, 13-14
ATTACHED_LEAST_SIZE = 13.0  # "(Kèm theo ...)", 13-14
RECIPIENTS_HEAD_SIZE = 12.0  # "Nơi nhận:", 12
RECIPIENTS_SIZE = 11.0  # lines of Nơi nhận, 11
TABLE_SIZE = 13.0  # tables follow the body; many columns shrink them, see table_size()

# Body: first line 1 or 1.27 cm in, at least 6 pt between paragraphs, line spacing single to 1.5.
FIRST_LINE = 12.7
SPACE_BETWEEN = 6.0
SPACE_SUBJECT = 6.0  # between the number and "V/v" (ô 5b)

# Rules under texts: the Tiêu ngữ's is as wide as its text, the others 1/3-1/2 of the text.
RULE_PART = 0.4
RULE_THICKNESS = 0.75
RULE_GAP = 2.0
SUBJECT_INDENT = 4.0

# Room for the handwritten signature and the seal (a seal is 36-40 mm wide and lies over the signature's left).
SIGNATURE_ROOM = 26.0
SIGNATURE_LEFT = 78.0
SIGNATURE_RIGHT = TEXT_WIDTH - SIGNATURE_LEFT

# Kính gửi with several addressees: the list hangs under the words.
ADDRESSEE_INDENT = 30.0
ADDRESSEE_LIST_INDENT = 52.0

# Blanks left to be filled in by hand, counted in em spaces (a row of plain spaces reads as a gap between columns).
BLANK_NUMBER = 3
BLANK_DATE = 2

CELL_PADDING = 1.9


def table_size(columns: int) -> float:
    """Return the type size of a table in points: many columns may go below the body size."""
    if columns >= 9:
        return 10.0
    if columns >= 7:
        return 11.0
    return 12.0 if columns >= 5 else TABLE_SIZE
