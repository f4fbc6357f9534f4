import socket

import pytest

from tools import run


@pytest.mark.parametrize("text", ["", "eighty", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_none_gets_a_sentence(text: str) -> None:
    assert run.port_trouble(text) == "PORT takes a whole number from 1 to 65535, for example: make run PORT=8001"


def test_a_taken_port_gets_a_sentence_and_exit_2_before_anything_is_set_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.setup, "main", lambda words: pytest.fail("set-up was started"))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert run.main([str(port)]) == 2

    assert capsys.readouterr().err.startswith(f"Port {port} is taken by another program")


def test_a_free_port_is_no_trouble() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    assert run.port_trouble(str(port)) is None


def test_it_stops_at_the_first_step_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    called = []
    monkeypatch.setattr(run, "port_trouble", lambda text: None)
    monkeypatch.setattr(run.setup, "main", lambda words: called.append("setup") or 0)
    monkeypatch.setattr(run, "_probono", lambda verb: called.append(verb) or 3)
    monkeypatch.setattr(run, "main_job", lambda: pytest.fail("the main job was started"))

    assert run.main(["8000"]) == 3
    assert called == ["setup", "setup-demo"]
