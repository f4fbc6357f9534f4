import pytest

from demo.load import load_people, load_person, person_from

IDENTITY = {
    "cii": "A99999001",
    "names": ["PRUEBA,FICTICIA"],
    "birth_dates": ["19900101"],
    "sex": "F",
    "race": "OTHER",
    "height": "500",
    "weight": "100",
    "eye": "BRO",
    "hair": "BLK",
    "birth_place": "CA",
}
TABLE = {"name": "Ficticia Prueba", "story": "She tests.", "state": "draft", "identity": IDENTITY}


def test_a_person_without_cycles_can_be_read():
    person = person_from("ficticia", TABLE)

    assert person.slug == "ficticia"
    assert person.cycles == ()
    assert person.identity.names == ("PRUEBA,FICTICIA",)


def test_lists_become_tuples_all_the_way_down():
    person = person_from("ficticia", TABLE | {"identity": IDENTITY | {"numbers": [["FBI", "999"]]}})

    assert person.identity.numbers == (("FBI", "999"),)


def test_counts_dispositions_and_sentences_are_nested():
    dispo = {"words": "CONVICTED", "kind": "convicted", "sentence": [{"kind": "jail", "days": 2}]}
    event = {"kind": "court", "date": "20140402", "agency": "CASC", "count": [{"code": "PC", "dispo": [dispo]}]}

    person = person_from("ficticia", TABLE | {"cycle": [{"event": [event]}]})

    assert person.cycles[0][0].counts[0].dispositions[0].sentence[0].days == 2


@pytest.mark.parametrize(
    "table",
    [
        TABLE | {"colour": "red"},
        TABLE | {"identity": IDENTITY | {"shoe": "7"}},
        TABLE | {"cycle": [{"event": [{"kind": "court", "date": "20140402", "agency": "CASC", "judge": "X"}]}]},
    ],
)
def test_a_key_nobody_knows_is_refused(table):
    with pytest.raises(TypeError):
        person_from("ficticia", table)


def test_a_cycle_holds_only_events():
    with pytest.raises(ValueError, match="a cycle holds events"):
        person_from("ficticia", TABLE | {"cycle": [{"arrest": []}]})


def test_people_come_in_the_order_of_their_slugs(tmp_path):
    for slug in ("zoe", "ana"):
        text = 'name="X"\nstory="Y."\nstate="draft"\n[identity]\n'
        keys = "\n".join(f"{key} = {value!r}" for key, value in IDENTITY.items())
        (tmp_path / f"{slug}.toml").write_text(text + keys, encoding="utf-8")

    assert [person.slug for person in load_people(tmp_path)] == ["ana", "zoe"]
    assert load_person(tmp_path / "ana.toml").name == "X"
