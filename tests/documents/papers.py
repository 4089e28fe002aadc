"""Files for tests: pictures with a place in them, PDF that act, office files, EICAR in each."""

import io
import zipfile
from pathlib import Path

import pikepdf
from PIL import Image
from tests.clamd import EICAR

FOLDER = Path(__file__).parent
GPS, ORIENTATION = 0x8825, 0x0112
WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"


def photo(size=(40, 30), *, orientation=1, place=True, kind="JPEG"):
    """Give a picture as a telephone makes it: who, where, and which way is up."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "Chủ máy Hậu"
    if place:
        exif.get_ifd(GPS)[1] = "N"
        exif.get_ifd(GPS)[2] = (21.0, 1.0, 42.5)
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind, exif=exif)
    return out.getvalue()


def pdf(change=lambda document: None, **how):
    """Give a PDF of one page; `change(document)` may put something in."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(200, 200))
    change(document)
    out = io.BytesIO()
    document.save(out, **how)
    return out.getvalue()


def script(document):
    """Put in what runs when the document opens, and a script with a name."""
    action = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS="app.alert(1)")
    document.Root["/OpenAction"] = action
    names = pikepdf.Array(["a", document.make_indirect(action)])
    document.Root["/Names"] = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=names))
    document.pages[0].obj["/AA"] = pikepdf.Dictionary(O=action)


def launch(document):
    """Put in a link that starts a program."""
    start = pikepdf.Dictionary(S=pikepdf.Name("/Launch"), F="calc.exe")
    document.pages[0].obj["/Annots"] = pikepdf.Array([_link(start)])


def web_link(document):
    """Put in a link to a web page, which may stay."""
    go = pikepdf.Dictionary(S=pikepdf.Name("/URI"), URI="https://dichvucong.gov.vn/")
    document.pages[0].obj["/Annots"] = pikepdf.Array([_link(go)])


def attachment(document):
    """Put in a file, named and as an annotation."""
    document.attachments["a.exe"] = b"MZ program"
    spec = pikepdf.Dictionary(Type=pikepdf.Name("/Filespec"), F="b.exe")
    note = pikepdf.Dictionary(
        Type=pikepdf.Name("/Annot"), Subtype=pikepdf.Name("/FileAttachment"), FS=spec, Rect=_rect()
    )
    document.pages[0].obj["/Annots"] = pikepdf.Array([note])


def xfa(document):
    """Put in an XFA form."""
    stream = document.make_stream(b"<xdp><script>app.alert(1)</script></xdp>")
    document.Root["/AcroForm"] = pikepdf.Dictionary(Fields=pikepdf.Array([]), XFA=stream)


def film(document):
    """Put in rich media."""
    media = pikepdf.Dictionary(
        Type=pikepdf.Name("/Annot"),
        Subtype=pikepdf.Name("/RichMedia"),
        Rect=_rect(),
        RichMediaContent=pikepdf.Dictionary(),
    )
    document.pages[0].obj["/Annots"] = pikepdf.Array([media])


def signature(document):
    """Put in what a signature looks like; nobody verifies it here."""
    signed = pikepdf.Dictionary(
        Type=pikepdf.Name("/Sig"), ByteRange=pikepdf.Array([0, 1, 2, 3]), Contents=b"\x30\x80"
    )
    field = pikepdf.Dictionary(FT=pikepdf.Name("/Sig"), T="ky", V=document.make_indirect(signed))
    document.Root["/AcroForm"] = pikepdf.Dictionary(
        Fields=pikepdf.Array([document.make_indirect(field)]), SigFlags=3
    )


def word(*, parts=None, main=WORD_MAIN):
    """Give a Word file; `parts` are further parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        kinds = f'<Types><Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
        archive.writestr("[Content_Types].xml", kinds)
        archive.writestr("word/document.xml", "<w:document/>")
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def infected():
    """Give what clamd must find, by what it hides in; each passes for what it says it is."""
    return {
        "word": (word(parts={"word/media/a.bin": EICAR}), "don.docx"),
        "pdf": (pdf() + b"\n" + EICAR, "don.pdf"),
        "picture": (photo() + EICAR, "anh.jpg"),
    }


def _link(action):
    return pikepdf.Dictionary(
        Type=pikepdf.Name("/Annot"), Subtype=pikepdf.Name("/Link"), Rect=_rect(), A=action
    )


def _rect():
    return pikepdf.Array([0, 0, 10, 10])
