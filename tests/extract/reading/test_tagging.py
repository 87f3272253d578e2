"""Parts of speech by what stands around a word: one letter a token."""

import pytest

from tests.extract.readings import parsed


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("The fire destroyed 40 homes.", "DNV#N."),
        ("The whereabouts of 61 people remain unknown.", "DNP#NVJ."),
        ("Another 12 residents fear floods.", "D#NVN."),
        ("The union plans 3 strikes.", "DNV#N."),
        ("Its plans cost 3 jobs.", "DNV#N."),
        ("A family of four needs 3 rooms.", "DNP#V#N."),
        ("The firm owns 14 trains.", "DNV#N."),
        ("It runs 14 trains an hour.", "OV#NDN."),
        ("He plans to build 20 flats.", "OVXV#N."),
        ("Fighting killed 12 men.", "NV#N."),
        ("Power was cut to 300 homes.", "NAVP#N."),
        ("Police put 300 officers there.", "NV#NR."),
        ("The dead were 14 miners.", "DNA#N."),
        ("The dead man left 3 sons.", "DJNV#N."),
        ("Norway bought 48 F-35s.", "EV#EJEE."),
        ("House prices in Leeds rose 4%.", "NNPEV##."),
        ("The storm moves at 20 mph.", "DNVP##."),
        ("The union says 12 left.", "DNV#V."),
        ("A survey saw carbon levels at 40 ppm.", "DNVNNP##."),
        ("The 19 fouls proves it.", "D#NVO."),
        ("A cost of 3 euros is low.", "DNP##AJ."),
        ("Ruritania has a net worth of 3 euros.", "EADNNP##."),
        ("The US state of Ohio lost 900 jobs.", "DENPEV#N."),
        ("The workers' dormitory had 90 beds.", "DNGNA#N."),
    ],
)
def test_tags(sentence: str, tags: str) -> None:
    read = parsed(sentence)
    assert "".join(read.tags) == tags, [*zip(read.tokens.surface, read.tags, strict=True)]
