"""Latin names of species are told from English words."""

import pytest

from align.quality.checks.languages import find_identical
from align.quality.values.species import is_species
from tests.align.quality.pairs import pair

SPECIES = [
    "Grus monacha",
    "Leucogeranus leucogeranus",
    "Grus japonensis",
    "G. japonensis",
    "Parus major",
    "Panthera tigris altaica",
    "Larus (Chroicocephalus) ridibundus",
    "Quercus sp.",
    "Magnolia sieboldii K. Koch",
    "Grus monacha Temminck, 1835",
    "Ardea cinerea (Linnaeus, 1758)",
    "Rosa chinensis var. spontanea",
]
OTHERS = [
    "Import taxes",
    "Data series",
    "Media files",
    "Status bonus",
    "Visitor sensor",
    "Chinese medicine",
    "Chinese opera",
    "grus monacha",
    "Grus",
    "Grus monacha lives in the marshes of the north",
]


@pytest.mark.parametrize("text", SPECIES)
def test_a_latin_name_is_one_of_a_species_and_may_stay(text: str) -> None:
    assert is_species(text)
    assert not list(find_identical(pair(text, text)))


@pytest.mark.parametrize("text", OTHERS)
def test_what_looks_like_latin_and_is_english_is_no_species(text: str) -> None:
    assert not is_species(text)


def test_in_a_language_that_is_like_latin_words_are_no_species() -> None:
    assert list(find_identical(pair("Carta blanca", "Carta blanca", ("es", "zh-CN"))))
