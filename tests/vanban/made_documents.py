"""Documents made from a seed for the reader: one plan told in many layouts, with what a right reading says of it."""

from __future__ import annotations

import random
import textwrap
import unicodedata
from dataclasses import dataclass, field
from typing import Any

ISSUERS: list[dict[str, Any]] = [
    {
        "agencies": ["ỦY BAN NHÂN DÂN", "XÃ CHIỀNG MAI"],
        "parent": None,
        "issuing": "ỦY BAN NHÂN DÂN XÃ CHIỀNG MAI",
        "place": "Chiềng Mai",
        "symbol": "KH-UBND",
        "signer": [
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
        ],
    },
    {
        "agencies": ["UBND TỈNH SƠN LA", "VĂN PHÒNG"],
        "parent": "UBND TỈNH SƠN LA",
        "issuing": "VĂN PHÒNG",
        "place": "Sơn La",
        "symbol": "KH-VPUB",
        "signer": [(None, "CHÁNH VĂN PHÒNG"), ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")],
    },
    {
        "agencies": ["SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT TÔ HIỆU"],
        "parent": "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "issuing": "TRƯỜNG THPT TÔ HIỆU",
        "place": "Sơn La",
        "symbol": "KH-THPTTH",
        "signer": [(None, "HIỆU TRƯỞNG"), ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")],
    },
    {
        "agencies": ["BỘ NỘI VỤ"],
        "parent": None,
        "issuing": "BỘ NỘI VỤ",
        "place": "Hà Nội",
        "symbol": "KH-BNV",
        "signer": [
            ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
            ("TL. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"),
            ("TUQ. BỘ TRƯỞNG", "VỤ TRƯỞNG VỤ THI ĐUA - KHEN THƯỞNG"),
        ],
    },
    {
        "agencies": ["ỦY BAN NHÂN DÂN PHƯỜNG TÔ HIỆU", "TRƯỜNG TIỂU HỌC QUYẾT THẮNG"],
        "parent": "ỦY BAN NHÂN DÂN PHƯỜNG TÔ HIỆU",
        "issuing": "TRƯỜNG TIỂU HỌC QUYẾT THẮNG",
        "place": "Tô Hiệu",
        "symbol": "KH-THQT",
        "signer": [(None, "HIỆU TRƯỞNG"), (None, "Q. HIỆU TRƯỞNG")],
    },
]
NAMES = [
    "Nguyễn Văn Hòa",
    "Lò Thị Thu Hà",
    "Cà Văn Quyết",
    "Đỗ Thị Mai Anh",
    "Hoàng Quang Khuê",
    "Giàng A Dếnh",
    "Ức Văn Ân",
]
UNITS = [
    "Phòng Văn hóa - Xã hội",
    "Công an xã",
    "Văn phòng HĐND và UBND xã",
    "Trung tâm Phục vụ hành chính công",
    "Các tổ chuyên môn",
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    "Đoàn Thanh niên",
    "Trạm Y tế xã",
    "Trưởng các bản, tiểu khu",
    "Ban Chỉ huy Quân sự xã",
]
DUTIES = [
    "tuyên truyền sâu rộng nội dung phong trào đến toàn thể cán bộ, công chức, viên chức và người lao động.",
    "tham mưu các giải pháp nâng cao chất lượng công tác phòng, chống ma túy trên địa bàn, bảo đảm hiệu quả.",
    "theo dõi, đôn đốc, hướng dẫn việc thực hiện và kịp thời biểu dương các điển hình tiên tiến trong phong trào.",
]
ITEMS = [
    "Nâng cao nhận thức của cán bộ, công chức, viên chức và người lao động về tác hại của ma túy;",
    "Phát huy vai trò của người đứng đầu các phòng, ban, đơn vị trong thực hiện phong trào thi đua;",
    "Việc biểu dương, khen thưởng phải kịp thời, khách quan, minh bạch.",
]
DATES = [
    ("trước ngày 20/11 hằng năm", "annual", "11-20"),
    ("trước ngày 05 tháng 12 hàng năm", "annual", "12-05"),
    ("trước ngày 15 tháng 6 năm {year}", "fixed", "{year}-06-15"),
    ("chậm nhất ngày 31/10/{year}", "fixed", "{year}-10-31"),
    ("trước 17 giờ 00 ngày 28/11/{year}", "fixed", "{year}-11-28"),
    ("chậm nhất ngày 25 hằng tháng", "monthly", "25"),
    ("trong tháng 9/{year}", "fixed", "{year}-09"),
    ("trong quý III/{year}", "fixed", "{year}-Q3"),
    ("trong vòng 10 ngày kể từ ngày kết thúc đợt thi đua", "relative", "P10D"),
]
BASES = [
    ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", None, "2022-06-15"),
    ("Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;", "152/2025/NĐ-CP", "2025-06-14"),
    ("Căn cứ Quyết định số 182/QĐ-UBND ngày 06/02/2023 của Chủ tịch UBND tỉnh;", "182/QĐ-UBND", "2023-02-06"),
    ("Căn cứ Kế hoạch số 15-KH/TU, ngày 03/3/2025 của Ban Thường vụ Tỉnh ủy;", "15-KH/TU", "2025-03-03"),
]
RECIPIENTS = [
    ("UBND tỉnh", "b/c"),
    ("Sở Nội vụ", "để báo cáo"),
    ("Thường trực Đảng ủy, HĐND xã", None),
    ("Các phòng, ban, đơn vị", "để thực hiện"),
    ("Vụ Thông tin - Đối ngoại", None),
    ("Cổng TTĐT", "đưa tin"),
    ("Lưu: VT, VX (02b)", None),
]
LAYOUTS = ("lines", "table", "columns", "tabs")
MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


@dataclass
class Made:
    """The text of a made document and the answers a right reading gives."""

    text: str = ""
    head: dict[str, Any] = field(default_factory=dict)
    outline: list[tuple[str, int, int | None, str]] = field(default_factory=list)
    deadlines: list[tuple[str, str]] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    bases: list[tuple[str | None, str]] = field(default_factory=list)
    recipients: list[tuple[str, str | None]] = field(default_factory=list)
    signer: tuple[str | None, str | None, str | None] = (None, None, None)
    layout: str = ""


def make_document(seed: int) -> Made:
    """Make one plan: issuer, blanks, layout of head and closing, wrapping, blanks and spelling form by the seed."""
    pick = random.Random(seed)
    made = Made(layout=pick.choice(LAYOUTS))
    issuer, year = pick.choice(ISSUERS), pick.choice([2025, 2026])
    wrapped = made.layout in ("lines", "columns") and pick.random() < 0.5
    lines = [*_head(pick, made, issuer, year), *_opening(pick, made), *_sections(pick, made, year, wrapped)]
    if wrapped:
        indent = pick.choice(["      ", "   ", ""])
        lines = [piece for line in lines for piece in _wrap(line, indent)]
    elif pick.random() < 0.5:
        lines = [piece for line in lines for piece in ((line, "") if len(line) > 40 else (line,))]
    text = "\n".join([*lines, *_closing(pick, made, issuer)]) + "\n"
    if pick.random() < 0.3:
        text = unicodedata.normalize("NFD", text)
    if pick.random() < 0.2:
        text = text.replace("\n", "\r\n")
    made.text = text
    return made


def _head(pick: random.Random, made: Made, issuer: dict[str, Any], year: int) -> list[str]:
    number = pick.choice([None, "07", "123", "1450"])
    day = pick.choice([None, 3, 18])
    printed = f"Số: {number or '     '}/{issuer['symbol']}"
    date = f"{issuer['place']}, ngày {day if day else '    '} tháng 3 năm {year}"
    title = f"Tổ chức phong trào thi đua “Toàn dân tham gia phòng, chống ma túy” năm {year}"
    made.head = {
        "number": number,
        "symbol": issuer["symbol"],
        "issuing_agency": issuer["issuing"],
        "parent_agency": issuer["parent"],
        "place": issuer["place"],
        "date": f"{year}-03-{day:02d}" if day else None,
        "date_partial": None if day else f"{year}-03",
        "doc_type": "KẾ HOẠCH",
        "title": title,
        "period": [year, year],
    }
    left = issuer["agencies"]
    if made.layout == "table":
        top = [f"| {' '.join(left)} | {' '.join(MOTTO)} |", f"| {printed} | {date} |"]
    elif made.layout == "lines":
        top = [*left, "-------", *MOTTO, printed, date] if pick.random() < 0.5 else [*MOTTO, *left, printed, date]
    else:
        gap = "\t" if made.layout == "tabs" else "            "
        rows = [*left, ""][:2]
        top = [f"{rows[0]}{gap}{MOTTO[0]}", f"{rows[1]}{gap}{MOTTO[1]}", f"{printed}{gap}{date}"]
    kind = pick.choice(["KẾ HOẠCH", "**KẾ HOẠCH**", "          KẾ HOẠCH"])
    return [*top, "", kind, "", pick.choice([title, title, f"*{title}*"]), ""]


def _opening(pick: random.Random, made: Made) -> list[str]:
    chosen = pick.sample(BASES, pick.randint(1, 3))
    made.bases = [(identifier, date) for _, identifier, date in chosen]
    return [*(line for line, _, _ in chosen), "Đơn vị ban hành Kế hoạch với các nội dung như sau:"]


def _sections(pick: random.Random, made: Made, year: int, wrapped: bool) -> list[str]:
    mark = pick.choice(["{}. ", "{}- ", "{}/ "])
    lines: list[str] = []

    def head(label: str, level: int, parent: int | None, text: str, printed: str) -> int:
        made.outline.append((label, level, parent, text[:25]))
        lines.append(printed.format(label) + text)
        return len(made.outline) - 1

    top = head("I", 1, None, "MỤC ĐÍCH, YÊU CẦU", mark)
    for value, text in (("1", "Mục đích"), ("2", "Yêu cầu")):
        item = head(value, 2, top, text, "{}. ")
        for letter in "abc"[: pick.randint(0, 3)]:
            head(letter, 3, item, ITEMS["abc".index(letter)], "{}) ")
        lines.append(f"- Bảo đảm {pick.choice(DUTIES)[:70].strip(' ,.')}.")
    top = head("II", 1, None, "TỔ CHỨC THỰC HIỆN", mark)
    dotted = pick.random() < 0.4
    if dotted:
        middle = head("1", 2, top, "Trách nhiệm của các đơn vị", "{}. ")
    for value, unit in enumerate(pick.sample(UNITS, pick.randint(2, 5)), 1):
        made.units.append(unit)
        phrase, kind, date = pick.choice(DATES)
        phrase, date = phrase.format(year=year), date.format(year=year)
        duty = pick.choice(DUTIES)
        report = f"Báo cáo kết quả về Văn phòng (qua bộ phận tổng hợp) {phrase}."
        if kind == "monthly" or kind == "annual" or pick.random() < 0.7:
            made.deadlines.append((kind, date))
        else:
            report = "Phối hợp với các đơn vị liên quan trong quá trình thực hiện."
        label, level, parent = (f"1.{value}", 3, middle) if dotted else (str(value), 2, top)
        one_line = pick.random() < 0.5
        heading = f"{unit}: {duty[:1].upper()}{duty[1:]}" if one_line else unit
        head(label, level, parent, heading, "{}. ")
        if not one_line:
            lines.append(f"- {duty[:1].upper()}{duty[1:]}")
        lines.append(pick.choice(["- ", ""]) + report)
    lines.append("Trên đây là Kế hoạch của đơn vị, yêu cầu các bộ phận nghiêm túc thực hiện./.")
    return lines


def _wrap(line: str, indent: str) -> list[str]:
    """Break a line at a margin, its first line indented or not, as text taken from a printed page has it."""
    if len(line) < 84 or line.startswith("|") or "   " in line.strip():
        return [line]
    return textwrap.wrap(line, 84, initial_indent=indent, break_long_words=False, break_on_hyphens=False)


def _closing(pick: random.Random, made: Made, issuer: dict[str, Any]) -> list[str]:
    authority, position = pick.choice(issuer["signer"])
    name = pick.choice(NAMES)
    made.signer = (authority, position, name)
    made.recipients = [*pick.sample(RECIPIENTS[:-1], pick.randint(1, 4)), RECIPIENTS[-1]]
    printed = [f"- {who} ({why})" if why else f"- {who}" for who, why in made.recipients]
    printed = [text + (";" if place + 1 < len(printed) else ".") for place, text in enumerate(printed)]
    titles = [*(authority.split("; ") if authority else []), position]
    if made.layout == "table":
        return [f"| Nơi nhận: {' '.join(printed)} | {' '.join(titles)} {name} |"]
    if made.layout == "lines":
        recipients = ["Nơi nhận:", *printed]
        signature = [*titles, *pick.choice([[""], ["", "(Đã ký)", ""], []]), name]
        return [*recipients, *signature] if pick.random() < 0.7 else [*signature, *recipients]
    gap = "\t" if made.layout == "tabs" else " " * 30
    right = [*titles, name]
    left = ["Nơi nhận:", *printed]
    rows = max(len(left), len(right))
    left += [""] * (rows - len(left))
    right += [""] * (rows - len(right))
    return [f"{a}{gap}{b}" if b else a for a, b in zip(left, right, strict=True)]
