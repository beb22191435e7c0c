"""How the name of a unit is recognised in running text: where it begins and where its duty takes over."""

from __future__ import annotations

import re

HEADS = (
    r"[Ss]ở(?! hữu| thích)|[Bb]an(?! hành| đầu| đêm)|[Bb]ộ(?! tiêu| nhận| máy| quy| luật| chỉ số| câu|"
    r" hồ sơ| tài liệu| dữ liệu| công cụ| sách)|"
    r"[Vv]ăn phòng(?! phẩm)|[Pp]hòng(?!,? ?chống| ngừa| bệnh| cháy| tránh)|[ỦUủu][ỷyỶYủ] ban|UBND|HĐND|"
    r"UBMTTQ\w*|MTTQ|UB MTTQ|"
    r"[Hh]ội(?! nghị| thảo| thi| diễn| nhập| họp| đàm| trường| chợ)|[Cc]ông an|[Tt]rung tâm|"
    r"[Tt]rường(?! hợp)|[Cc]hi cục|[Cc]ục(?! bộ)|"
    r"[Vv]ụ(?! việc| mùa| án)|[Tt]ổng cục|[Tt]hanh tra(?!,? kiểm| việc| đột| công)|[Đđ]ài|[Bb]áo(?! cáo|"
    r" động| hiệu)|[Ll]iên đoàn|[Đđ]oàn(?! kết)|"
    r"[Mm]ặt trận|BCH|[Kk]ho bạc|[Nn]gân hàng|[Bb]ảo hiểm|BHXH|Thuế (?:tỉnh|thành|cơ sở)|[Hh]ải quan|"
    r"[Tt]òa án|[Tt]oà án|[Vv]iện(?! trợ| dẫn)|"
    r"[Bb]ệnh viện|[Tt]rạm|[Tt]ổ(?! chức)|[Tt]hủ trưởng|[Tt]rưởng(?! thành)|[Cc]hủ tịch|[Pp]hó|"
    r"[Gg]iám đốc|[Hh]iệu trưởng|[Cc]hánh|"
    r"[Nn]gười đứng đầu|[Bb]í thư|[Ll]ãnh đạo(?!,? chỉ| công| việc| thực| triển)|[Cc]án bộ|[Cc]ông chức|"
    r"[Bb]ộ phận|[Kk]hoa(?! học)|[Đđ]ội(?! ngũ)|[Cc]ơ quan|"
    r"[Đđ]ơn vị|[Dd]oanh nghiệp|[Tt]hường trực|[Đđ]ảng (?:ủy|uỷ|bộ)|[Cc]hi (?:bộ|ủy|uỷ)|[Cc]ấp (?:ủy|"
    r"uỷ)|[Cc]ông đoàn|[Kk]hối(?! lượng)|"
    r"[Cc]ụm(?! từ)|[Tt]ỉnh đoàn|[Tt]hành đoàn|[Tt]hành (?:ủy|uỷ)|[Tt]ỉnh (?:ủy|uỷ)|[Hh]uyện (?:ủy|uỷ)|"
    r"[Tt]hành viên|[Gg]iáo viên|[Nn]hân viên|[Đđ]oàn thể|"
    r"[Kk]ế toán|[Vv]ăn thư|[Tt]ổng phụ trách|[Cc]ổng [Tt]hông tin|[Tt]rang [Tt]hông tin|"
    r"[Nn]gành(?! nghề)|[Đđ]ịa phương|"
    r"[Tt]ổ chức (?:đoàn|chính trị|xã hội|[Đđ]ảng|công đoàn|cơ sở [đĐ]ảng)|[Cc]ơ sở (?:giáo|y tế|kinh|"
    r"sản|nuôi|lưu|cai|khám|đào|dịch|dạy)\w*|"
    r"[Xx]ã(?! hội)|[Pp]hường|[Ss]ư đoàn|[Qq]uân khu|[Tt]rại|[Hh]ợp tác xã|[Tt]ạp chí|[Hh]ọc viện|"
    r"[Đđ]ại học|[Ll]iên minh|[Hh]iệp hội|[Qq]uỹ(?! đất)|"
    r"[Tt]iểu ban|[Bb]ộ đội|[Vv]iễn thông|[Bb]ưu điện|[Đđ]iện lực|[Cc]ông ty|[Tt]ập đoàn|"
    r"[Tt]ổng công ty|[Cc]hủ đầu tư|[Cc]hính quyền|"
    r"Trung ương (?:Hội|Đoàn|Mặt)|Nhà trường|Chi (?:đoàn|hội|đội)|Liên đội|Ban giám hiệu|Học sinh|"
    r"Hộ gia đình|Đồng chí|Các đồng chí|Thông tấn xã|VP|VPUB|TT|BQL|BCĐ|CLB|Bộ trưởng"
)
BEGIN = re.compile(
    r"(?:(?:[Cc]ác|[Nn]hững|[Tt]oàn thể|[Tt]ất cả|[Mm]ỗi|[Tt]ừng|[Tt]ập thể)\s+)(?:(?:"
    + HEADS
    + (
        r"|tổ chức|cá nhân|hội viên|cấp|tỉnh|xã|bộ|khoa|tổ|bản|thôn|ấp|tiểu khu|khu phố|lớp|khối lớp|"
        r"chi đoàn|chi đội|chi hội|trường|phòng|hộ|đồng chí|ông|chủ))(?![\wÀ-ỹ])"
    )
    + (r"|(?:" + HEADS + r")(?![\wÀ-ỹ])")
)
GENERIC = re.compile(
    r"(?:cơ quan|đơn vị|tổ chức|cán bộ|công chức|ngành|địa phương|doanh nghiệp|bộ phận|phó|trưởng|xã|"
    r"phường|đoàn thể|lãnh đạo|ban|phòng|hội|tổ|đội)",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?:(?:Trách nhiệm|Nhiệm vụ)(?: thực hiện)?(?: của)?\s*:?\s*|Đối với\s+|Đề nghị\s+|Yêu cầu\s+|"
    r"(?:Ủy ban nhân dân \w+ )?[Gg]iao(?: cho)?\s+|Phân công\s+|"
    r"(?:Trên cơ sở|Căn cứ)(?:(?!\b(?:chỉ đạo|hướng dẫn|phối hợp|chủ trì|"
    r"tham mưu)\b)[^:;.]){0,120}?,\s+(?=[Cc]ác |[A-ZĐỦ]))"
)
VERBS = (
    r"có trách nhiệm|chịu trách nhiệm|tập trung|chủ trì|phối hợp|chỉ đạo|triển khai|tổ chức (?:triển|thực|tuyên|"
    r"phát|phổ|quán|rà|xây|đánh|kiểm|sơ|tổng|các|cho|ký|lễ|học|hội|thi|ra)|"
    r"căn cứ|thực hiện|theo dõi|tham mưu|hướng dẫn|cụ thể hóa|trong phạm vi|theo (?:chức năng|nhiệm vụ|"
    r"thẩm quyền|lĩnh vực)|xây dựng (?:kế|các|chương|nội|báo)|báo cáo|đôn đốc|đăng|"
    r"kiểm tra|tăng cường|là (?:cơ quan|đơn vị|đầu mối)|phát huy|phát động|nghiên cứu|rà soát|đẩy mạnh|"
    r"tiếp tục|chủ động|kịp thời|tuyên truyền|phổ biến|"
    r"quán triệt|tổng hợp|bố trí|cân đối|cung cấp|đăng tải|đưa tin|gửi|ban hành|lập|thẩm định|xem xét|"
    r"đề xuất|trình|hỗ trợ|vận động|huy động|"
    r"tạo điều kiện|thường xuyên|nghiêm túc|khẩn trương|quan tâm|lựa chọn|quản lý|bám sát|đảm bảo|"
    r"bảo đảm|giúp|có (?:nhiệm vụ|kế hoạch|văn bản|giải pháp)|"
    r"cử|đăng ký|ký cam kết|lồng ghép|phân công|tiếp nhận|tích cực|tham gia|hằng năm|hàng năm|định kỳ|"
    r"thành lập|kiện toàn|nâng cao|xác định|duy trì|đề nghị|"
    r"phản hồi|phản ánh|nộp|chuẩn bị|hoàn thành|được giao (?:nhiệm|chủ trì,? )|phụ trách|giám sát|"
    r"tập hợp|quy định|lãnh đạo,? chỉ|vận dụng|trên cơ sở|sử dụng"
)
STOP = re.compile(
    r"\s*(?::|;|\(|\.(?:\s|$)|\s[-–]\s(?=[Cc]ơ quan|[Đđ]ơn vị|[Ll]à|[Tt]hường trực)|,?\s+(?:"
    + VERBS
    + r")(?![\wÀ-ỹ])|,\s+(?:có|sẽ|phải|cần)\s|\s(?:sẽ|phải|cần)\s)"
)
DUTY = re.compile(r"\s+(?:có|chịu) trách nhiệm\b")
SECOND = re.compile(
    r"[,;]\s+((?:các )(?:cơ quan|đơn vị|sở|ban|ngành|địa phương)[^,;:.]{2,60}?)\s+(?:có|chịu) trách nhiệm"
)
ORDERS = re.compile(r"\s+chỉ đạo\s+(?P<unit>[^,;:.]{4,80}?)\s+(?:thực hiện|triển khai|tổ chức)\b")
WITH = re.compile(r"\s+phối hợp(?: với)?\s+(?P<unit>[^;:.]{4,140}?)\s*:")
BODY = (
    r"(?:Ủy ban|Uỷ ban|UBND|Sở|Hội (?:Liên|Nông|Cựu|Chữ|Khuyến|Người|Phụ|Đồng|đồng)|Ban|Bộ|Công an|Đoàn|"
    r"Liên đoàn|Mặt trận|Trung tâm|Thanh tra|"
    r"Đài|Báo|Tòa án|Viện|Bảo hiểm|Kho bạc|Chi cục|Cục|Văn phòng|Phòng|Trung ương Hội|Ngân hàng|Tỉnh đoàn|Trường)\s"
)
PART = re.compile(r"\s*[,;]\s+(?:và\s+)?(?=" + BODY + r")|\s*;\s+(?=các\s)")
AND = re.compile(r"(?<!HĐND)(?<!Hội đồng nhân dân)\s+và\s+(?=" + BODY + r")")
GROUPED = re.compile(r"(?:[Cc]ác|[Nn]hững)\s|(?:Sở|Ban|Bộ|Phòng),\s|UBND các|Ủy ban nhân dân (?:các|xã|phường)")
LEADER = re.compile(
    r"(?:Thủ trưởng|Bộ trưởng|Trưởng|Chủ tịch|Giám đốc|Người đứng đầu|Lãnh đạo|Chánh|Bí thư|Hiệu trưởng|"
    r"Các đồng chí)\b",
    re.IGNORECASE,
)
BESIDES = re.compile(r"\s[-–]\s(?=[Cc]ơ quan|[Đđ]ơn vị|[Tt]hường trực)")
TITLED = re.compile(r"(?:Trách nhiệm|Nhiệm vụ) của\s+([^:(.]{4,160}?)\s*(?=[:(]|[.;]?$)")
LONGEST = 200


def unit_at(text: str) -> tuple[str, int] | None:
    """Return the unit a text begins with and the index behind it; None when it begins with something else."""
    start = 0
    match = BEFORE.match(text)
    if match:
        start = match.end()
    titled = TITLED.match(text)
    if titled:
        return titled.group(1).strip(), titled.end(1)
    if not BEGIN.match(text, start):
        return None
    duty = DUTY.search(text, start, start + LONGEST)
    stop = STOP.search(text, start)
    while stop is not None and stop.group() == ";" and BEGIN.match(text, stop.end() + 1):
        later = STOP.search(text, stop.end())
        if (len(text) if later is None else later.start()) - start > LONGEST:
            break
        stop = later
    end = len(text) if stop is None else stop.start()
    if (
        duty
        and not re.search(r"[:;.]", text[start : duty.start()])
        and "trong phạm vi" not in text[start : duty.start()]
    ):
        end = duty.start()
    name = text[start:end].strip(" ,.;:")
    if GENERIC.fullmatch(name):
        return None
    if end - start > LONGEST or len(name) < 4 or (stop is None and len(text) > LONGEST):
        return None
    return name, end


def heading_unit(title: str) -> str | None:
    """Return the unit of a heading that is nothing but its name ("Đề nghị các tổ chức cung cấp dịch vụ chi trả")."""
    match = BEFORE.match(title)
    name = BESIDES.split(title[match.end() if match else 0 :])[0].strip(" .")
    if len(name) > 110 or re.search(r"[:(.]|;\s*[a-z]", name) or not BEGIN.match(name) or GENERIC.fullmatch(name):
        return None
    return name


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
        if match and re.match(BODY, match.group("unit") + " "):
            names.append(match.group("unit").strip())
    names += [match.group(1) for match in SECOND.finditer(first)]
    return names


def _members(name: str) -> list[str]:
    """Split a list of single units ("Hội Nông dân tỉnh, Hội Phụ nữ tỉnh và các tổ chức ..."); a group stays one."""
    if LEADER.match(name):
        return [name]
    parts = [part.strip() for part in PART.split(name) if part.strip()]
    if len(parts) > 1:
        tail = re.match(r"(.{6,}?)\s+và\s+(các .+)", parts[-1])
        return [*parts[:-1], tail.group(1), tail.group(2)] if tail and not GROUPED.match(parts[-1]) else parts
    return [name] if GROUPED.match(name) else [part.strip() for part in AND.split(name)]
