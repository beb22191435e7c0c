"""Sentences and clauses of a paragraph; what is due, to whom and through whom in a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\bTP\.)(?<!\bTT\.)(?<!\bBS\.)(?<!\bTh\.)(?<![A-ZĐ]\.)\s+(?=[“\"(]?[A-ZĐÀ-Ỹ])|"
    r"(?<=\.\.\.)\s+(?=[A-ZĐ])"
)
CLAUSE_END = re.compile(r";\s+")
TO = re.compile(
    r"(?:\bgửi(?:\s+(?:về|cho|lên|đến|tới|báo cáo(?: về)?|kết quả(?: về)?))?|\bbáo cáo(?: (?:lên|với|"
    r"cho|về))?|\bvề|\bvới|\bcho|\btrình|\bđến|\btới|\blên|\bnộp(?: về)?)\s+"
    r"(?P<to>(?:(?:các|Lãnh đạo|lãnh đạo|đồng chí|Thường trực|Chủ tịch|Giám đốc|Văn phòng|VP|Phòng|phòng)\s+)*"
    r"(?:Sở|Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Bộ|Văn phòng|VP|Phòng|phòng|Ban|Công an|Thủ tướng|"
    r"Chính phủ|Chủ tịch|Lãnh đạo|lãnh đạo|Thường trực|Trung tâm|"
    r"Cục|Vụ|Chi cục|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Liên đoàn|Công đoàn|Hội|Mặt trận|Ủy viên|"
    r"Thanh tra|Đoàn|Tổ|Trường|Hiệu trưởng|Giám đốc|cơ quan|cấp ủy|Khối|Cụm|Quỹ|Ngân hàng|BCĐ|"
    r"Ban Chỉ đạo|nhà trường)\b"
    r"[^,;.()]*?)"
    r"(?=\s*(?:[,;.()]|$|\btrước\b|\bchậm nhất\b|\bđể\b|\bqua\b|\bthông qua\b|\btheo\b|\bvào\b|"
    r"\btrong\b|\bđịnh kỳ\b|\bxem xét\b|\bkết quả\b|\bvề (?:kết|tình|việc|công)|\bbằng\b|\bmuộn nhất\b|"
    r"\bđúng\b|\bngày\b|\bhàng\b|\bhằng\b|\bkhi\b|(?<!hòng )\btổng hợp\b|\bphê duyệt\b|\bban hành\b|"
    r"\bđến hết\b))"
)
VIA = re.compile(
    r"\(?\s*\b(?:thông qua|qua)\s+(?P<via>(?:[^()]|\([^()]*\))*?)\s*(?=\)|,?\s+(?:trước|chậm nhất|để|"
    r"muộn nhất|theo|vào)\b|[;.]|$)",
    re.IGNORECASE,
)
VIA_NOISE = re.compile(
    r"\s+(?:để|(?<!hòng )(?<!phận )(?<!\bTổ )(?<!\bBan )tổng hợp|theo dõi|trước|xem xét|làm).*$|"
    r"\b(?:địa chỉ|thư điện tử|email|hộp thư|hệ thống|phần mềm|trục liên thông).*$",
    re.IGNORECASE,
)
VIA_SPLIT = re.compile(
    r"\s*(?:,|;|\s+và)\s+(?=(?:Sở|Ủy ban|UBND|Công an|Phòng|phòng|Ban|Văn phòng|Bộ|Hội|Trung tâm|"
    r"Chi cục|Cục|Đoàn|Tổ|đồng chí|Thanh tra|bộ phận)\b)"
)
ACTION = re.compile(
    r"\b(?:báo cáo|gửi|hoàn thành|tổng hợp|xây dựng|ban hành|tổ chức|triển khai|đăng ký|nộp|trình|lập|"
    r"phê duyệt|thực hiện|rà soát|"
    r"tham mưu|cung cấp|tiến hành|công bố|phát hành|thành lập|kiện toàn|sơ kết|tổng kết|đánh giá|họp|"
    r"kiểm tra|ký|cập nhật|đăng tải|sinh hoạt|"
    r"chuẩn bị|bàn giao|thông báo|phát động|xử lý|giải quyết|khắc phục|kết thúc|tiếp nhận|hưởng ứng|"
    r"treo|niêm yết|công khai|gia hạn|đề xuất|đề nghị|bố trí|xong|"
    r"thẩm định|quyết toán|giải ngân|nghiệm thu|thanh toán|chấm điểm|bình xét|xét|trao|hướng dẫn|"
    r"tập huấn|phân bổ|nhập|điều tra|thống kê|kê khai|phản ánh|góp ý|tham gia|quán triệt|"
    r"phổ biến|tuyên truyền|đôn đốc|giám sát|khởi công|khánh thành|chốt|lấy ý kiến|nhân rộng|biểu dương|"
    r"khen thưởng|lựa chọn|ra quân|tuyển|trả|chuyển)\b",
    re.IGNORECASE,
)


@dataclass(slots=True, frozen=True)
class Clause:
    """A clause with its place in the paragraph and the sentence it belongs to."""

    text: str
    start: int
    sentence: str
    sentence_start: int


def clauses_of(text: str) -> list[Clause]:
    """Split a paragraph into sentences at full stops and into clauses at semicolons."""
    clauses = []
    for sentence, start in _pieces(text, SENTENCE_END):
        for clause, inner in _pieces(sentence, CLAUSE_END):
            clauses.append(Clause(clause, start + inner, sentence, start))
    return clauses


def _pieces(text: str, pattern: re.Pattern[str]) -> list[tuple[str, int]]:
    pieces, start = [], 0
    for match in pattern.finditer(text):
        pieces.append((text[start : match.start()], start))
        start = match.end()
    pieces.append((text[start:], start))
    return [(piece, at) for piece, at in pieces if piece.strip()]


def receiver(clause: str) -> str | None:
    """Return to whom something is due in the clause ("với UBND tỉnh", "gửi về Sở Nội vụ"), or None."""
    outside = re.sub(r"\([^()]*\)", lambda match: "(" + " " * (len(match.group()) - 2) + ")", clause)
    if not re.search(r"\b(?:báo cáo|gửi|trình|nộp|đăng ký|đề nghị|tổng hợp|cung cấp)\b", outside, re.IGNORECASE):
        return None
    best: str | None = None
    for match in TO.finditer(outside):
        best = clause[match.start("to") : match.end("to")].strip()
        if match.group().casefold().startswith(("gửi", "với", "về", "nộp")):
            break
    return best


def through(clause: str) -> list[str]:
    """Return through whom it goes ("(qua Công an tỉnh và Sở Nội vụ)")."""
    for match in VIA.finditer(clause):
        if not match.group().lstrip().startswith("(") and not re.match(
            r"\s*(?:thông )?qua (?:Sở|Phòng|phòng|Văn phòng|Ban|Công an|Bộ phận|Trung tâm|Hội|đồng chí)", match.group()
        ):
            continue
        names = [VIA_NOISE.sub("", name).strip(" ,.;") for name in VIA_SPLIT.split(match.group("via"))]
        names = [name for name in names if name]
        if names:
            return names
    return []
