import threading

import pytest

from demo.pdf import text_pdf
from vacatur.doors.pdf_text import page_texts
from vacatur.doors.pdfium import DAMAGED, open_pdf
from vacatur.kit.errors import InputError

PDF = text_pdf([["FICTIONAL"]])


def test_it_opens_a_pdf_and_closes_it_again() -> None:
    with open_pdf(PDF) as document:
        assert len(document) == 1
    with open_pdf(PDF) as document:
        assert len(document) == 1


def test_a_failure_inside_lets_the_next_one_in() -> None:
    with pytest.raises(RuntimeError), open_pdf(PDF):
        raise RuntimeError
    with pytest.raises(InputError) as refused, open_pdf(b"no pdf"):
        pass

    assert refused.value.sentence == DAMAGED
    assert page_texts(PDF)[0].lines == ("FICTIONAL",)


def test_two_threads_may_ask_at_once() -> None:
    read: list[tuple[str, ...]] = []
    threads = [threading.Thread(target=lambda: read.append(page_texts(PDF)[0].lines)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert read == [("FICTIONAL",)] * 8
