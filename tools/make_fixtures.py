"""Writes the documents of tests/read/fixtures/office/ with the formats' own writers. All text in them is invented.

    python -m venv /tmp/writers && /tmp/writers/bin/pip install reportlab weasyprint python-docx aspose-email-foss
    npm install --prefix /tmp/writers @tutao/oxmsg
    /tmp/writers/bin/python tools/make_fixtures.py

LibreOffice (`soffice`) writes the office formats and one of the PDFs, cairo (by WeasyPrint), `chromium` and ReportLab
the others, python-docx with Word's own elements the tracked changes, Aspose.Email FOSS and oxmsg (through `node`) the
mails in Outlook's own format. The other mails and tables stand here as the programs that they are named after write
them. Only what changed need be committed: the writers put the date of the day into their files.
"""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

HERE = Path(__file__).parents[1] / "tests" / "read" / "fixtures" / "office"

TITLE = "Harrow Falls flood: 42 dead as dam spills"
LEAD = "HARROW FALLS, March 11, 2026 (Northwire) - At least 42 people were killed when the Vellmar dam spilled over."
MORE = "The civil protection agency said 1,200 homes were flooded and 3,400 people had been taken to shelters by noon."
QUOTE = "\u201cWe have 17 boats out and need 30 more,\u201d said Mara Oldfield, who leads the rescue in the valley."
TABLE = (
    ("District", "Killed", "Injured", "Damage (\u20ac million)"),
    ("Upper Vell", "25", "61", "4.8"),
    ("Lower Vell", "17", "48", "12.25"),
    ("Total", "42", "109", "17.05"),
)
COLUMNS = """\
The inquiry into the Vellmar dam heard on Tuesday that the spillway had been repaired only twice in 31 years. \
Engineers told the panel that the concrete had lost a fifth of its strength, and that 14 of its 60 anchors were \
broken. The operator had been warned in an internationally circulated report, according to documents that were \
shown to the hearing.
Lawyers for the families said that maintenance spending had fallen from \u20ac9.4 million to \u20ac2.1 million. \
The company disputes these figures. It says that it employed 212 technicians at the time, and that responsibility \
for inspections lay with the regional administration.
The panel will sit for another six weeks and is expected to hear 88 witnesses. Its conclusions are due in \
September, when the parliament returns from its recess.""".splitlines()
BULLETIN = """\
The board has opened an inquiry into the loss of the Aldra Star. The ferry left Aldra at 14:10 with 650 people on \
board, of whom 612 were passengers. The bow visor had been repaired in 2024 for 1.2 million euros, the owner says. \
The crew sent a distress call at 15:02.
Divers will examine the wreck, which lies at a depth of 84 metres, from Friday. It sank with 650 aboard, 12 nurses \
among them; 38 of 650 were crew, 612 passengers and 14 are missing, about 498 were saved. The board employs 23 \
investigators and expects a first report within 30 days.""".splitlines()
LINE_GOES_ON = " "  # as the end of a line of mail in flowing text


def html(*, table: bool = True) -> str:
    rows = "".join(
        f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in row)}</tr>"
        for tag, row in zip(("th", "td", "td", "td"), TABLE, strict=True)
    )
    body = f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{MORE}</p><p>{QUOTE}</p>" + (f"<table>{rows}</table>" if table else "")
    head = f"<meta charset='utf-8'><title>{TITLE}</title><meta name='author' content='Mara Oldfield'>"
    return f"<html lang='en'><head>{head}</head><body>{body}</body></html>"


def office() -> None:
    """LibreOffice: one release as ODT, DOCX, RTF, PDF and flat ODT, one sheet as ODS, CSV and PDF."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "release.html").write_text(html(), encoding="utf-8")
        convert(folder / "release.html", "odt:writer8", folder, "--infilter=HTML (StarWriter)")
        for kind in ("docx:MS Word 2007 XML", "rtf:Rich Text Format", "fodt", "pdf:writer_pdf_Export"):
            convert(folder / "release.odt", kind, folder)
        for suffix in ("odt", "docx", "rtf", "fodt", "pdf"):
            shutil.copy(folder / f"release.{suffix}", HERE / f"libreoffice-release.{suffix}")
        lines = "\n".join(",".join(row) for row in TABLE)
        (folder / "sheet.csv").write_text(f"Flood damage by district,,,\n{lines}\n", encoding="utf-8")
        convert(folder / "sheet.csv", "ods", folder, "--infilter=CSV:44,34,76,1")
        shutil.copy(folder / "sheet.ods", HERE / "libreoffice-sheet.ods")
        convert(folder / "sheet.ods", "csv:Text - txt - csv (StarCalc):59,34,76,1", folder)
        shutil.copy(folder / "sheet.csv", HERE / "libreoffice-sheet.csv")
        convert(folder / "sheet.ods", "pdf:calc_pdf_Export", folder)
        shutil.copy(folder / "sheet.pdf", HERE / "libreoffice-sheet.pdf")


def convert(path: Path, kind: str, folder: Path, *more: str) -> None:
    command = ["soffice", "--headless", *more, "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def word() -> None:
    """python-docx with what Word writes for tracked changes, fields, merged cells and content controls."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    def part(markup: str) -> object:
        return parse_xml(markup.replace(">", f" {nsdecls('w', 'wp', 'r')}>", 1))

    def run(text: str, tag: str = "t") -> str:
        return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'

    who = 'w:author="Mara Oldfield" w:date="2026-03-11T09:30:00Z"'
    tracked = docx.Document()
    tracked.core_properties.title, tracked.core_properties.author = TITLE, "Mara Oldfield"
    tracked.add_heading(TITLE, 1)
    paragraph = tracked.add_paragraph("The agency said ")
    paragraph.add_run("at least ").italic = True
    for piece in (
        f'<w:del w:id="1" {who}>{run("38", "delText")}</w:del>',
        f'<w:ins w:id="2" {who}>{run("42")}</w:ins>',
    ):
        paragraph._p.append(part(piece))
    paragraph.add_run(" people were killed and 1,2")
    paragraph.add_run("00 homes flooded.").bold = True
    gone = tracked.add_paragraph()
    gone._p.append(part(f'<w:del w:id="3" {who}>{run("About 900 animals drowned.", "delText")}</w:del>'))
    moved = tracked.add_paragraph()
    moved._p.append(part(f'<w:moveTo w:id="4" {who}>{run("Rescuers sent 17 boats.")}</w:moveTo>'))
    tracked.add_paragraph()._p.append(part(f'<w:moveFrom w:id="5" {who}>{run("Rescuers sent 17 boats.")}</w:moveFrom>'))
    tracked.save(str(HERE / "word-tracked.docx"))

    rich = docx.Document()
    paragraph = rich.add_paragraph("See ")
    paragraph._p.append(part(f'<w:hyperlink w:anchor="toll">{run("the toll of 42")}</w:hyperlink>'))
    paragraph._p.append(part(f"<w:sdt><w:sdtContent>{run(', with 61 injured')}</w:sdtContent></w:sdt>"))
    paragraph._p.append(part(f'<w:fldSimple w:instr="NUMWORDS">{run(" (88 words)")}</w:fldSimple>'))
    paragraph.add_run(".")
    mark = paragraph.add_run("1")
    mark.font.superscript = True
    table = rich.add_table(4, 3)
    cells = (
        ("Region", "People", ""),
        ("", "Killed", "Injured"),
        ("Upper Vell", "25", "61"),
        ("Lower Vell", "17", "48"),
    )
    for line, row in zip(table.rows, cells, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    rich.save(str(HERE / "word-table.docx"))


def tracked() -> None:
    """LibreOffice: the tracked changes of Word as ODT and RTF."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix in ("odt", "rtf"):
            convert(HERE / "word-tracked.docx", suffix, folder)
            shutil.copy(folder / f"word-tracked.{suffix}", HERE / f"libreoffice-tracked.{suffix}")


def weasy() -> None:
    """PDF by WeasyPrint: two columns with hyphens, a running head and page numbers on two pages; a table of figures."""
    from weasyprint import HTML

    style = (
        "@page { size: A5; margin: 20mm 14mm; @top-center { content: 'Vellmar Monitor \u2022 Inquiry special' }"
        "@bottom-center { content: 'Page ' counter(page) ' of ' counter(pages) } }"
        "body { font-family: serif; font-size: 10pt; text-align: justify; hyphens: auto }"
        "h1 { font-size: 17pt; text-align: left } .two { columns: 2; column-gap: 8mm }"
    )
    text = "".join(f"<p>{each}</p>" for each in COLUMNS * 4)
    page = f"<html lang='en'><head><title>Dam inquiry</title><style>{style}</style></head>"
    HTML(
        string=f"{page}<body><h1>Dam inquiry hears of broken anchors</h1><div class='two'>{text}</div></body></html>"
    ).write_pdf(HERE / "weasyprint-columns.pdf")
    HTML(
        string=html().replace("<body>", "<style>td, th { padding: 3px 14px; text-align: right }</style><body>")
    ).write_pdf(HERE / "weasyprint-table.pdf")


def chrome() -> None:
    """Chromium's own printing: columns so narrow that their lines look like cells, with its head and foot."""
    text = "".join(f"<p>{each}</p>" for each in BULLETIN)
    with tempfile.TemporaryDirectory() as name:
        for columns in (2, 4):
            page = Path(name) / "bulletin.html"
            style = f"font: 13px Georgia, serif; column-count: {columns}"
            page.write_text(
                f"<title>Bulletin</title><h1>Accident board: first bulletin</h1><div style='{style}'>{text}"
            )
            out = HERE / f"chrome-{columns}-columns.pdf"
            command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={out}", page]
            subprocess.run(command, check=True)


def reportlab() -> None:
    """PDF by ReportLab: a letterhead, a foot and page numbers on three pages; and one that is encrypted."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.lib.units import mm
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

    def running(canvas: object, document: object) -> None:
        canvas.drawString(25 * mm, A4[1] - 15 * mm, "Vellmar Water Authority")  # type: ignore[attr-defined]
        canvas.drawString(25 * mm, 12 * mm, f"Briefing note 7/2026 - {document.page}")  # type: ignore[attr-defined]

    def written(path: Path, columns: int, encrypt: str | None = None) -> None:
        made = BaseDocTemplate(
            str(path), pagesize=A4, title="Briefing note", author="Vellmar Water Authority", encrypt=encrypt
        )
        width = 160 * mm / columns
        frames = [Frame(25 * mm + k * width, 25 * mm, width - 4 * mm, 240 * mm) for k in range(columns)]
        made.addPageTemplates(PageTemplate(frames=frames, onPage=running))
        plain, head = getSampleStyleSheet()["BodyText"], getSampleStyleSheet()["Heading1"]
        flow = [Paragraph("Spillway repairs: what was done", head)]
        for k in range(12 if columns == 1 else 10):
            flow += [Paragraph(each, plain) for each in COLUMNS] + [Spacer(1, 8)]
            if k == 0 and columns == 1:
                flow.append(Table(TABLE, colWidths=[35 * mm, 25 * mm, 25 * mm, 45 * mm]))
        made.build(flow)

    written(HERE / "reportlab-briefing.pdf", 1)
    written(HERE / "reportlab-columns.pdf", 2)
    written(HERE / "reportlab-encrypted.pdf", 1, encrypt="secret")


def sheets() -> None:
    """Tables as Excel saves them: for a German desk, as \u201cCSV UTF-8\u201d, and as \u201cUnicode text\u201d."""
    german = "Bezirk;Tote;Verletzte;Schaden (Mio. \u20ac)\r\nOberes Vell;25;61;4,80\r\nUnteres Vell;17;1.048;12,25\r\n"
    (HERE / "excel-german.csv").write_bytes(german.encode("cp1252"))
    quoted = "\r\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in YEARS)
    (HERE / "excel-utf8.csv").write_bytes(b"\xef\xbb\xbf" + f"{quoted}\r\n".encode())
    tabs = "\r\n".join("\t".join(row) for row in YEARS)
    (HERE / "excel-unicode.tsv").write_bytes(b"\xff\xfe" + f"{tabs}\r\n".encode("utf-16-le"))


YEARS = (
    ("\u20ac thousand", "2025", "2024", "Change (%)"),
    ("Maintenance", "2,100", "9,400", "-77.7"),
    ("Wages", "11,250", "10,900", "3.2"),
)


def mails() -> None:
    """Mails as several programs send them."""
    body = f"{LEAD}\n\n{MORE}\n"
    message = EmailMessage(policy=SMTP)
    head(message, "Northwire Desk <desk@northwire.example>", TITLE, "Wed, 11 Mar 2026 09:30:00 +0100", "Thunderbird")
    message.set_content(body, cte="quoted-printable")
    message.add_alternative(html(), subtype="html")
    (HERE / "thunderbird-alternative.eml").write_bytes(bytes(message))

    (HERE / "apple-flowed.eml").write_bytes(APPLE.replace("\n", "\r\n").encode())
    (HERE / "gmail-reply.eml").write_bytes(GMAIL.replace("\n", "\r\n").encode())
    (HERE / "outlook-forward.eml").write_bytes(OUTLOOK.replace("\n", "\r\n").encode())

    markup = EmailMessage(policy=SMTP)
    head(
        markup,
        "=?utf-8?q?Pressestelle_K=C3=B6ln?= <presse@example.org>",
        "Press release",
        "Tue, 10 Mar 2026 16:00:00 GMT",
        "x",
    )
    data = base64.encodebytes(html().replace("utf-8", "windows-1252").encode("cp1252")).decode()
    del markup["Content-Type"]
    markup["Content-Type"], markup["Content-Transfer-Encoding"] = 'text/html; charset="windows-1252"', "base64"
    markup.set_payload(data)
    (HERE / "exchange-html.eml").write_bytes(bytes(markup))

    mixed = EmailMessage(policy=SMTP)
    head(
        mixed,
        "Vellmar Press Office <press@vellmar.example>",
        "Figures attached",
        "Thu, 12 Mar 2026 08:00:00 +0000",
        "Outlook",
    )
    mixed.set_content(
        "Dear all,\n\nthe figures by district are attached. We counted 109 injured.\n\n-- \nPress Office, 555 0100\n"
    )
    rows = "\r\n".join(",".join(row) for row in TABLE)
    mixed.add_attachment(rows.encode("utf-8"), maintype="text", subtype="csv", filename="districts.csv")
    mixed.add_attachment((HERE / "libreoffice-release.docx").read_bytes(), maintype="application",
        subtype="vnd.openxmlformats-officedocument.wordprocessingml.document", filename="release.docx")  # fmt: skip
    mixed.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    (HERE / "outlook-attachments.eml").write_bytes(bytes(mixed))


def outlook() -> None:
    """Aspose.Email FOSS: a release with a table attached, and a mail attached to a mail; oxmsg: a mail in HTML."""
    from aspose.email_foss import msg

    release = EmailMessage(policy=SMTP)
    head(
        release, "Northwire Desk <desk@northwire.example>", f"FW: {TITLE}", "Wed, 11 Mar 2026 09:30:00 +0100", "Outlook"
    )
    release.set_content(f"{LEAD}\n\n{MORE}\n\n-- \nNorthwire, 555 0100\n")
    told = msg.MapiMessage.from_email_message(release)
    rows = "\r\n".join(",".join(row) for row in TABLE)
    told.add_attachment("districts.csv", rows.encode("utf-8-sig"), mime_type="text/csv")
    told.save(HERE / "aspose-release.msg")

    inner = msg.MapiMessage.create("Toll by district", "Upper Vell counts 25 dead.")
    outer = msg.MapiMessage.create("Fwd: Toll by district", "See below: 42 in all.")
    outer.set_property(msg.PropertyId.SENDER_NAME, "Jo Lindqvist")
    outer.add_embedded_message_attachment(inner)
    outer.save(HERE / "aspose-embedded.msg")

    with tempfile.TemporaryDirectory() as name:
        body, table = Path(name) / "body.html", Path(name) / "districts.csv"
        body.write_text(html(), encoding="utf-8")
        table.write_bytes(rows.encode())
        script = Path(__file__).with_name("make_msg.cjs")
        found = {**os.environ, "NODE_PATH": str(Path(sys.prefix) / "node_modules")}
        arguments = ["node", script, HERE / "oxmsg-html.msg", TITLE, body, table]
        subprocess.run(arguments, check=True, env=found)


def head(message: EmailMessage, sender: str, subject: str, date: str, program: str) -> None:
    message["From"], message["To"], message["Subject"], message["Date"] = sender, "news@example.com", subject, date
    message["Message-ID"], message["X-Mailer"] = f"<{program.lower()}.1@example.com>", program


APPLE = f"""\
From: Mara Oldfield <mara@rescue.example>
Content-Type: text/plain; charset=utf-8; format=flowed
Content-Transfer-Encoding: 8bit
Mime-Version: 1.0 (Mac OS X Mail 16.0)
Subject: =?utf-8?Q?Rescue_update_=E2=80=93_noon?=
Message-Id: <4A7B@rescue.example>
Date: Wed, 11 Mar 2026 12:05:00 +0100
To: news@example.com

{QUOTE[: QUOTE.index("said") - 1]}{LINE_GOES_ON}
{QUOTE[QUOTE.index("said") :]}

By noon 3,400 people had been{LINE_GOES_ON}
taken to shelters.
"""

GMAIL = """\
MIME-Version: 1.0
Date: Wed, 11 Mar 2026 14:10:00 -0500
References: <4A7B@rescue.example>
Message-ID: <CAB1@mail.example.com>
Subject: Re: Rescue update
From: Jo Lindqvist <jo@example.com>
To: Mara Oldfield <mara@rescue.example>
Content-Type: text/plain; charset="UTF-8"

Thanks, Mara. We now count 44 dead, two more than this morning.

On Wed, Mar 11, 2026 at 12:05 PM Mara Oldfield <mara@rescue.example>
wrote:

> At least 42 people were killed.
> By noon 3,400 people had been taken to shelters.
>
"""

OUTLOOK = f"""\
From: Jo Lindqvist <jo@example.com>
To: desk@example.com
Subject: FW: Toll
Date: Wed, 11 Mar 2026 15:00:00 +0100
Message-ID: <AM0PR01@outlook.example>
X-MS-Has-Attach: no
Content-Type: text/plain; charset="us-ascii"

FYI

________________________________
From: Vellmar Press Office <press@vellmar.example>
Sent: Wednesday, March 11, 2026 2:45 PM
To: Jo Lindqvist <jo@example.com>
Subject: Toll

{MORE}
"""


def main() -> None:
    HERE.mkdir(exist_ok=True)
    for write in (office, word, tracked, weasy, chrome, reportlab, sheets, mails, outlook):
        write()


if __name__ == "__main__":
    main()
