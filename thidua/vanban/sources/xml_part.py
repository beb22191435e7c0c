"""One XML part of a package, parsed so that no entity, DTD or network address can do harm."""

from __future__ import annotations

from lxml import etree

from thidua.vanban.structure import UnreadableDocument

_PROLOG = 1 << 16

BROKEN_XML = "Nội dung XML bên trong tệp bị hỏng nên không đọc được."
FORBIDDEN_XML = "Tệp chứa khai báo XML (DOCTYPE) không được phép trong văn bản nên không đọc, vì lý do an toàn."


def parse_xml(raw: bytes) -> etree._Element:
    """Parse one XML part without entities, network or DTD; a part with a DOCTYPE is refused before it is read.

    Office programs never write a DOCTYPE, so one can only be an attack ("billion laughs", an external entity). The
    first look is at the bytes, the second at what the parser saw, for a DOCTYPE hidden in an unusual encoding.
    """
    if b"<!DOCTYPE" in raw[:_PROLOG] or b"<!\0D" in raw[:_PROLOG] or b"<\0!\0D" in raw[:_PROLOG]:
        raise UnreadableDocument(FORBIDDEN_XML)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(BROKEN_XML) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableDocument(FORBIDDEN_XML)
    return root
