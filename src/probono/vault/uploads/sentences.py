"""What a person is told when a file is not taken. Nothing of the file is in it."""

from django.utils.translation import gettext_lazy as _

from probono.vault.uploads.refusal import Why

SENTENCES = {
    Why.EMPTY: _("This file is empty. Choose the file again."),
    Why.TOO_LARGE: _("This file is larger than 50 MB. Choose a smaller one, or split it."),
    Why.UNKNOWN: _(
        "This kind of file is not taken. Choose a PDF, a Word document (.docx), a JPEG or PNG picture, or plain text."
    ),
    Why.PICTURE: _("This kind of picture is not taken. Save it as JPEG or PNG and try again."),
    Why.HEIC: _("This is a HEIC picture, which cannot be opened here. Save it as JPEG and try again."),
    Why.OLD_WORD: _(
        "This is an older kind of office file. Save it as a Word document (.docx) or as PDF and try again."
    ),
    Why.EMAIL: _("This is an e-mail, and e-mails are not taken. Save what you need from it as PDF and try again."),
    Why.ARCHIVE: _(
        "This is an archive or an office file that is not a Word document. Upload the files one by one, as PDF or Word (.docx)."
    ),
    Why.MARKUP: _("This is a web page or a drawing in code, and those are not taken. Save it as PDF and try again."),
    Why.TWO_KINDS: _(
        "This file is two kinds of file at once, so it cannot be opened safely. Save it anew as PDF and try again."
    ),
    Why.WRONG_NAME: _(
        "The file's name ends differently from what it holds. Save it anew in the right kind and try again."
    ),
    Why.NOT_HERE: _("This kind of file cannot be used here."),
    Why.TOO_MANY_PIXELS: _("This picture has more than 50 million points. Save it smaller and try again."),
    Why.TOO_MANY_PAGES: _("This file has more than 5,000 pages. Split it and try again."),
    Why.TOO_MUCH_TEXT: _(
        "This file holds more text than a sheet has: over 30,000 lines or 8 MB. Choose the sheet itself, or split it."
    ),
    Why.BAD_ARCHIVE: _(
        "This Word document is packed in a way that cannot be opened safely. Open it in Word, save it anew as .docx and try again."
    ),
    Why.BOMB: _(
        "This Word document grows too large when it is opened. Open it in Word, save it anew as .docx and try again."
    ),
    Why.NESTED: _(
        "This Word document has another file packed into it. Take that file out, save it as .docx and try again."
    ),
    Why.BAD_XML: _(
        "This Word document is damaged or holds something no Word document needs. Open it in Word, save it anew as .docx and try again."
    ),
    Why.LOCKED: _("This file is locked with a password. Save it without one and try again."),
    Why.DAMAGED: _("This file is damaged and cannot be opened. Save it anew or ask for another copy."),
    Why.NO_SANDBOX: _(
        "This server cannot open such files safely, so none was opened. Ask the administrator to install bubblewrap."
    ),
    Why.SCAN: _(
        "This PDF is a scan: pictures without text, and scans cannot be read yet. Ask for a copy with text, or type the record in."
    ),
    Why.TOO_MUCH_WORK: _(
        "This file takes too much work to open, so it was not opened. Save it anew or split it, and try again."
    ),
    Why.BUSY: _(
        "Other files are being opened just now, so this one was not. Nothing was kept: wait a minute and try again."
    ),
    Why.ACTIVE: _(
        "This Word document holds macros, other files inside it, or ties to files elsewhere. Save it as .docx without them and try again."
    ),
    Why.INFECTED: _("The virus scanner found something in this file, so it was not taken. Nothing of it was opened."),
}


def sentence(why: Why) -> str:
    """The sentence of a reason."""
    return str(SENTENCES[why])
