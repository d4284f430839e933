"""Where clauses end in English. A bar marks each place where one ends inside the text."""

import pytest

from corpora.segmentation import Level, split


@pytest.mark.parametrize(
    "marked",
    [
        "Recalling its resolution, |reaffirming its will; |it decides: |all must help.",
        "“Are you coming?” |he asked her, |“be quick.”",
        "They came by night—|nobody saw them – |and left again.",
        "The Organization (the United Nations) |has its seat here.",
        "It cost 1,000 dollars, |or 3.5 per cent, |at 12:30 in all.",
        "See https://example.org/a,b:c;d for more, |and write soon.",
        "Mr. Lee and J. Wu, |the U.S. envoys, |came by train.",
        "The state(s) of the region agreed.",
        "She walked all the way home |because the last train had already left.",
        "She walked home because the train had left.",
        "She said that he |and she had eaten all |that the people gave them there.",
        "However, the meeting, too, |was short.",
        "Yes. |No. |We go.",
        "1. Decides to act; |2. Requests a report.",
        "Done at Geneva, 7 December 2007, |in two copies.",
        "On December 7, 2007, |he left the house, |and she stayed.",
        "On 4 December 2000, the meeting was closed.",
        "Adopted at the 81st meeting, on 4 December 2000, |on its recommendation.",
        "The seat is in New York, NY 10017, |and has always been.",
        "Our office, |Palais des Nations, 1211 Geneva 10, Switzerland, |is closed.",
        "In favour: |Afghanistan, Antigua and Barbuda, Burkina Faso, Costa Rica, Ghana, India, "
        "Lao People's Democratic Republic, Trinidad and Tobago, Yemen.",
        "It was sponsored by Bolivia, El Salvador, Ghana and Honduras, |with two others.",
        "The talks were led by Mr. Lee, Minister of Trade, |who came late.",
        "He went to Paris, |I think, |because she lived there.",
        "She said to him: |“Now you must go, Anna,” |and went.",
        "In the city, |Lee spoke, |Wang was silent.",
        "It tests two ideas: |(1) slow bats avoid light; |(2) fast bats seek it; |and (iii) more.",
        "Pursuant to paragraph (a) the sides have met, |as article 5 (2) says.",
        "The Organization (UN) |has its seat (in 2012) |in Geneva.",
        "We used mixed models of two kinds with site as a random effect here.",
        "The model had two hidden layers of one size |as the first one had before.",
        "The great clock in front of you weighs six and a half tonnes in all.",
        "They rode through the rain for an hour and three quarters before lunch.",
        "Half of the seven old men left |and a quarter of the others stayed there.",
    ],
)
def test_clauses_end_at_pauses_and_before_conjunctions(marked: str) -> None:
    text = marked.replace("|", "")
    found = [text[start:end] for start, end in split(text, "en", Level.CLAUSE)]
    assert "|".join(found) == marked


def test_a_single_word_stays_alone_beside_a_long_piece() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve thirteen"
    text = f"{words}, however."
    assert len(split(text, "en", Level.CLAUSE)) == 2
