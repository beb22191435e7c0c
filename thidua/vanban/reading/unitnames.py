"""How the name of a unit is recognised in running text: where it begins and where its duty takes over."""

from __future__ import annotations

import re

HEADS = (
    r"[Ss]ở|[Bb]an|[Bb]ộ|[Vv]ăn phòng|[Pp]hòng|[ỦU][ỷyỶY]? ?ban|Uỷ ban|ủy ban|UBND|HĐND|UBMTTQ|MTTQ|UB MTTQ|[Hh]ội|[Cc]ông an|[Tt]rung tâm|[Tt]rường|"
    r"[Cc]hi cục|[Cc]ục|[Vv]ụ|[Tt]ổng cục|[Tt]hanh tra|[Đđ]ài|[Bb]áo|[Ll]iên đoàn|[Đđ]oàn|[Mm]ặt trận|BCH|[Bb]an Chấp hành|[Kk]ho bạc|"
    r"[Nn]gân hàng|[Bb]ảo hiểm|BHXH|[Tt]huế|[Hh]ải quan|[Tt]òa án|[Tt]oà án|[Vv]iện|[Bb]ệnh viện|[Tt]rạm|[Tt]ổ|[Tt]hủ trưởng|[Tt]rưởng|"
    r"[Cc]hủ tịch|[Pp]hó|[Gg]iám đốc|[Hh]iệu trưởng|[Cc]hánh|[Nn]gười đứng đầu|[Bb]í thư|[Ll]ãnh đạo|[Cc]án bộ|[Cc]ông chức|[Bb]ộ phận|"
    r"[Kk]hoa|[Đđ]ội|[Cc]ơ quan|[Đđ]ơn vị|[Dd]oanh nghiệp|[Tt]hường trực|[Đđ]ảng ủy|[Đđ]ảng uỷ|[Đđ]ảng bộ|[Cc]hi bộ|[Cc]hi ủy|[Cc]ấp ủy|[Cc]ông đoàn|"
    r"[Kk]hối|[Cc]ụm|[Tt]ỉnh đoàn|[Tt]hành đoàn|[Tt]hành ủy|[Tt]ỉnh ủy|[Hh]uyện ủy|[Tt]ỉnh uỷ|[Tt]hành uỷ|[Tt]hành viên|[Gg]iáo viên|[Nn]hân viên|[Đđ]ối tượng|[Đđ]oàn thể|"
    r"[Kk]ế toán|[Vv]ăn thư|[Tt]ổng phụ trách|[Cc]ổng [Tt]hông tin|[Tt]rang thông tin|[Nn]gành|[Đđ]ịa phương|[Tt]ổ chức (?:đoàn|chính|xã|[Đđ]ảng|công|cơ sở)\w*|[Cc]ơ sở|[Xx]ã|[Pp]hường|"
    r"[Ss]ư đoàn|[Qq]uân khu|[Tt]rại|[Hh]ợp tác xã|[Tt]ạp chí|[Hh]ọc viện|[Đđ]ại học|[Tt]òa|[Ll]iên minh|[Hh]iệp hội|[Qq]uỹ|[Tt]iểu ban|[Dd]i tích|"
    r"[Bb]ộ đội|[Ll]ực lượng|[Vv]iễn thông|[Bb]ưu điện|[Đđ]iện lực|[Cc]ông ty|[Tt]ập đoàn|[Tt]ổng công ty|[Cc]hủ đầu tư|[Cc]hính quyền|[Hh]uyện|VP|VPUB|TT|BQL|BCĐ|CLB"
)
BEGIN = re.compile(r"(?:(?:[Cc]ác|[Nn]hững|[Tt]oàn thể|[Tt]ất cả|[Mm]ỗi|[Tt]ừng|[Tt]ập thể)\s+)?(?:" + HEADS + r")(?![\wÀ-ỹ])")
BEFORE = re.compile(
    r"(?:(?:Trách nhiệm|Nhiệm vụ)(?: thực hiện)?(?: của)?\s*:?\s*|Đối với\s+|Đề nghị\s+|Yêu cầu\s+|(?:Ủy ban nhân dân \w+ )?[Gg]iao(?: cho)?\s+|Phân công\s+|"
    r"(?:Trên cơ sở|Căn cứ)[^:;.]{0,120}?,\s+(?=[Cc]ác |[A-ZĐỦ]))"
)
VERBS = (
    r"có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp|chỉ đạo|triển khai|tổ chức (?:triển|thực|tuyên|phát|phổ|quán|rà|xây|đánh|kiểm|sơ|tổng|các|cho|ký|lễ|học|hội|thi|ra)|"
    r"căn cứ|thực hiện|theo dõi|tham mưu|hướng dẫn|cụ thể hóa|trong phạm vi|theo (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực)|xây dựng (?:kế|các|chương|nội|báo)|báo cáo|đôn đốc|"
    r"kiểm tra|tăng cường|là (?:cơ quan|đơn vị|đầu mối)|phát huy|phát động|nghiên cứu|rà soát|đẩy mạnh|tiếp tục|chủ động|kịp thời|tuyên truyền|phổ biến|"
    r"quán triệt|tổng hợp|bố trí|cân đối|cung cấp|đăng tải|đưa tin|gửi|ban hành|lập|thẩm định|xem xét|đề xuất|trình|hỗ trợ|vận động|huy động|"
    r"tạo điều kiện|thường xuyên|nghiêm túc|khẩn trương|quan tâm|lựa chọn|quản lý|bám sát|đảm bảo|bảo đảm|giúp|có (?:nhiệm vụ|kế hoạch|văn bản|giải pháp)|"
    r"cử|đăng ký|ký cam kết|lồng ghép|phân công|tiếp nhận|tích cực|tham gia|hằng năm|hàng năm|định kỳ|thành lập|kiện toàn|nâng cao|xác định|duy trì|đề nghị|"
    r"phản hồi|phản ánh|nộp|chuẩn bị|hoàn thành|được giao (?:nhiệm|chủ trì,? )|phụ trách|giám sát|tập hợp|quy định|lãnh đạo,? chỉ|vận dụng|trên cơ sở|sử dụng"
)
STOP = re.compile(
    r"\s*(?::|;|\(|\.(?:\s|$)|\s[-–]\s(?=[Cc]ơ quan|[Đđ]ơn vị|[Ll]à|[Tt]hường trực)|,?\s+(?:" + VERBS + r")(?![\wÀ-ỹ])|,\s+(?:có|sẽ|phải|cần)\s|\s(?:sẽ|phải|cần)\s)"
)
DUTY = re.compile(r"\s+(?:có|chịu) trách nhiệm\b")
SECOND = re.compile(r"[,;]\s+((?:các )(?:cơ quan|đơn vị|sở|ban|ngành|địa phương)[^,;:.]{2,60}?)\s+(?:có|chịu) trách nhiệm")
ORDERS = re.compile(r"\s+chỉ đạo\s+(?P<unit>[^,;:.]{4,80}?)\s+(?:thực hiện|triển khai|tổ chức)\b")
WITH = re.compile(r"\s+phối hợp(?: với)?\s+(?P<unit>[^;:.]{4,140}?)\s*:")
PART = re.compile(r"\s*(?:,|;|\bvà)\s+(?=(?:Ủy ban|Uỷ ban|UBND|Sở|Hội (?:Liên|Nông|Cựu|Chữ|Khuyến|Người|Phụ|Đồng|đồng)|Ban|Bộ|Công an|Đoàn|Liên đoàn|Mặt trận|Trung tâm|Thanh tra|Đài|Báo|Tòa án|Viện|Bảo hiểm|Kho bạc|Chi cục|Cục|Văn phòng|Phòng)\s)")
LEADER = re.compile(r"(?:Thủ trưởng|Trưởng|Chủ tịch|Giám đốc|Người đứng đầu|Lãnh đạo|Chánh|Bí thư|Hiệu trưởng|Các đồng chí)\b", re.IGNORECASE)
TITLED = re.compile(r"(?:Trách nhiệm|Nhiệm vụ) của\s+([^:(.;]{4,120}?)\s*(?=[:(]|[.;]?$)")
LONGEST = 170


def unit_at(text: str) -> tuple[str, int] | None:
    """Return the unit a text begins with and the index behind it; None when it begins with something else."""
    start = 0
    match = BEFORE.match(text)
    if match:
        start = match.end()
    if not BEGIN.match(text, start):
        return None
    titled = TITLED.match(text)
    if titled:
        return titled.group(1).strip(), titled.end(1)
    duty = DUTY.search(text, start, start + LONGEST)
    stop = STOP.search(text, start)
    end = len(text) if stop is None else stop.start()
    if duty and not re.search(r"[:;.]", text[start : duty.start()]) and "trong phạm vi" not in text[start : duty.start()]:
        end = duty.start()
    name = text[start:end].strip(" ,.;:")
    if end - start > LONGEST or len(name) < 4 or (stop is None and len(text) > LONGEST):
        return None
    return name, end


def units_in(text: str) -> list[str]:
    """Return all units a heading or the first sentence of an item charges with a duty."""
    found = unit_at(text)
    if found is None:
        return []
    name, end = found
    names = _members(name)
    first = text[: text.find(". ") + 1] if ". " in text else text
    for pattern in (ORDERS, WITH):
        match = pattern.match(text, end)
        if match and BEGIN.match(match.group("unit")):
            names.append(match.group("unit").strip())
    names += [match.group(1) for match in SECOND.finditer(first)]
    return names


def _members(name: str) -> list[str]:
    """Split a list of single units ("Hội Nông dân tỉnh, Hội Phụ nữ tỉnh và các tổ chức ..."); a group stays one."""
    parts = [part.strip() for part in PART.split(name) if part.strip()]
    if len(parts) == 1 or LEADER.match(name):
        return [name]
    last = parts[-1]
    tail = re.match(r"(.{6,}?)\s+và\s+(các .+)", last)
    return [*parts[:-1], tail.group(1), tail.group(2)] if tail else parts
