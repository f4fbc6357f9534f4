from demo.__main__ import main


def test_it_writes_the_docket_and_says_so(tmp_path, capsys):
    assert main([str(tmp_path)]) == 0
    assert "63 files of fictional people" in capsys.readouterr().out
    assert (tmp_path / "marisol-aranda-vega" / "sheet.txt").is_file()


def test_it_asks_for_a_folder(capsys):
    assert main([]) == 2
    assert "Say where to" in capsys.readouterr().err
