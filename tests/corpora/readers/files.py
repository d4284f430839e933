"""Small files of each format, made for the tests."""

import io
import zipfile

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = (
    f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body>'
    "</w:document>"
)


def archive(**members: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            target.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def docx(document: str | bytes = DOCUMENT) -> bytes:
    return archive(**{"_rels/.rels": RELATIONS, "word/document.xml": document})


def odt(content: str, manifest: str = "<manifest/>") -> bytes:
    return archive(
        mimetype="application/vnd.oasis.opendocument.text",
        content_xml=content,
        **{"META-INF/manifest.xml": manifest},
    )


def pdf(*lines: str, password: str = "") -> bytes:
    out = io.BytesIO()
    encryption = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(out, encrypt=encryption)
    for number, line in enumerate(lines):
        canvas.drawString(72, 700 - 14 * number, line)
    canvas.save()
    return out.getvalue()
