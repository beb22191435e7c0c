"""Files that cannot be read as a document, made on the fly: damaged, hostile, or simply something else."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdf

from tests.vanban.word_files import NAMESPACES, para, write_word

OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
HEADS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-VPUB\nKẾ HOẠCH\n"


def pdf_bytes(pages: int = 1, content: bytes = b"", resources: str = "", extra: bytes = b"") -> bytes:
    """A PDF of so many pages that all draw `content`; `extra` is object 4, already with its own dictionary."""
    packed = zlib.compress(content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{' '.join(f'{number + 5} 0 R' for number in range(pages))}]>>".encode(),
        f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode() + packed + b"\nendstream",
        extra or b"<<>>",
    ]
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<<{resources}>>>>".encode()
    objects += [page] * pages
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, content_bytes in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + content_bytes + b"\nendobj\n")
    start = out.tell()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out.write(f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}".encode())
    out.write(f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def text_pdf(pages: int = 1) -> bytes:
    """A PDF with a text layer in one of the fonts every reader knows."""
    font = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>"
    return pdf_bytes(pages, b"BT /F1 14 Tf 80 700 Td (So: 12/KH-VPUB dong chu dai) Tj ET", font)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def enormous(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200_000_000)


def folder(path: Path) -> None:
    path.mkdir()


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(write_word(path, ""), "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"word/media/{number}.xml", b"\0" * 50_000_000)


def big_part(path: Path) -> None:
    write_word(path, "", document=f"<w:document {NAMESPACES}><w:body>" + " " * 45_000_000 + "</w:body></w:document>")


def lying_zip_bomb(path: Path) -> None:
    big_part(path)
    raw = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("word/document.xml").file_size
    path.write_bytes(raw.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))


def many_members(path: Path) -> None:
    with zipfile.ZipFile(write_word(path, ""), "a") as archive:
        for number in range(6000):
            archive.writestr(f"x{number}", b"")


def truncated_zip(path: Path) -> None:
    raw = write_word(path, para("Kế hoạch " * 5000)).read_bytes()
    path.write_bytes(raw[: len(raw) // 2])


def damaged_member(path: Path) -> None:
    raw = bytearray(write_word(path, para("".join(chr(97 + i * i % 26) for i in range(5000)))).read_bytes())
    middle = raw.index(b"word/document.xml") + 200
    raw[middle : middle + 50] = bytes(50)
    path.write_bytes(raw)


def billion_laughs(path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    prolog = f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{entities}]>'
    write_word(path, "", document=f"{prolog}<w:document {NAMESPACES}><w:body>{para('x')}&l9;</w:body></w:document>")


def hidden_laughs(path: Path) -> None:
    """The same in UTF-16, where the bytes of "<!DOCTYPE" do not stand together."""
    text = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w:document [<!ENTITY a "ha">]><w:document {NAMESPACES}/>'
    write_word(path, "", document="x")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", text.encode("utf-16"))


def external_entity(path: Path) -> None:
    prolog = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    write_word(path, "", document=f"{prolog}<w:document {NAMESPACES}><w:body><w:p>&x;</w:p></w:body></w:document>")


def deep_xml(path: Path) -> None:
    body = "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000
    write_word(path, body)


def broken_xml(path: Path) -> None:
    write_word(path, "", document="<w:document><w:body>")


def no_document_part(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")


def plain_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ke-hoach.txt", HEADS)


def workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")


def encrypted_word(path: Path) -> None:
    path.write_bytes(
        OLE_HEADER + "EncryptionInfo".encode("utf-16-le") + "EncryptedPackage".encode("utf-16-le") + b"\0" * 999
    )


def encrypted_text(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", b"\x93\x07\xaa" * 300)
        archive.writestr("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")


def encrypted_pdf(path: Path) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(text_pdf()))
    writer.encrypt("mat-khau", algorithm="RC4-128")
    writer.write(path)


def picture_pdf(path: Path) -> None:
    pixels = zlib.compress(bytes(300))
    image = (
        b"<</Type/XObject/Subtype/Image/Width 10/Height 10/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
    )
    image += f"/Length {len(pixels)}>>stream\n".encode() + pixels + b"\nendstream"
    path.write_bytes(pdf_bytes(2, b"q 595 0 0 842 0 0 cm /Im Do Q", "/XObject<</Im 4 0 R>>", image))


def truncated_pdf(path: Path) -> None:
    path.write_bytes(text_pdf()[:60])


def endless_pdf(path: Path) -> None:
    path.write_bytes(text_pdf(301))


def pdf_bomb(path: Path) -> None:
    path.write_bytes(pdf_bytes(1, b" " * 300_000_000))


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))


def noise(path: Path) -> None:
    path.write_bytes(bytes(number * number * 7 % 256 for number in range(5000)))


def web_page(path: Path) -> None:
    path.write_text("<!DOCTYPE html><html><body>KẾ HOẠCH</body></html>", encoding="utf-8")


def tcvn3(path: Path) -> None:
    path.write_bytes("céng hßa x· héi chñ nghÜa viÖt nam §éc lËp - H¹nh phóc KÕ ho¹ch triÓn khai ®ua".encode("latin-1"))


def vni(path: Path) -> None:
    path.write_bytes("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM Ñoäc laäp Haïnh phuùc KEÁ HOAÏCH".encode("latin-1"))


def windows_1258(path: Path) -> None:
    path.write_bytes("Kê´ hoa\u0323ch thư\u0323c hiê\u0323n".encode("cp1258"))


def damaged_text(path: Path) -> None:
    path.write_bytes((HEADS + "Nội dung của kế hoạch.").encode()[:-8] + b"\xe1\xba")


def tcvn3_word(path: Path) -> None:
    write_word(path, para("KÕ ho¹ch triÓn khai phong trµo thi ®ua cña ®¬n vÞ, ®Þa ph­¬ng vµ nh©n d©n ®Þnh h¹n"))


def blank(path: Path) -> None:
    path.write_text("\n \t\n\u200b\n", encoding="utf-8")


def blank_word(path: Path) -> None:
    write_word(path, para("") * 3)


def too_long(path: Path) -> None:
    path.write_text(HEADS + "Nội dung của kế hoạch. " * 140_000, encoding="utf-8")


def too_many_lines(path: Path) -> None:
    path.write_text(HEADS + "a\n" * 60_000, encoding="utf-8")


def novel(path: Path) -> None:
    lines = ["CHƯƠNG MỘT", "Buổi sáng hôm ấy trời se lạnh, lão Hạc ngồi bên bếp lửa."] + [
        "Lão kể chuyện ngày xưa."
    ] * 200
    path.write_text("\n".join(lines), encoding="utf-8")


def invoice(path: Path) -> None:
    lines = ["HÓA ĐƠN GIÁ TRỊ GIA TĂNG", "Ký hiệu: 1C24TAA", "Số: 0000123", "Đơn vị bán hàng: Công ty TNHH Hoa Mai"]
    lines += ["1. Giấy in A4: 10 ram, 650.000 đồng", "Tổng cộng: 650.000 đồng", "Người mua hàng       Người bán hàng"]
    path.write_text("\n".join(lines), encoding="utf-8")


def old_word_garbage(path: Path) -> None:
    path.write_bytes(OLE_HEADER + "WordDocument".encode("utf-16-le") + b"\0\xff" * 2000)


Maker = Callable[[Path], None]
