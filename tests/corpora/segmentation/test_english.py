"""Where sentences end in English. A bar marks each place where one ends inside the text."""

import pytest

from corpora.segmentation import Level, split

CASES = {
    "abbreviations": [
        "Mr. Lee met Dr. Wu and Prof. Ito. |They talked.",
        "Press contact: Ms Tian, tel. 0571-5550 7788, ext. 12 or tel. +86 571 or tel. (021) 5.",
        "See No. 5, para. 24, paras. (a) and (b), Art. 3 and sect. IV. |The rest follows.",
        "Many tools (e.g. Saws, i.e. Blades) cut. |They rust.",
        "Miller et al. (2004) and Miller et al. Show it.",
        "The Acme Co. Board met. |It agreed.",
        "We bought nails, screws, etc. |Workers came.",
        "On Jan. 5 it rained. |In Dec. it snowed.",
        "No.\tItem\tDue",
    ],
    "words that are abbreviations only before a number": [
        "No. |I will not go.",
        "It is a work of art. |I like it.",
    ],
    "acronyms end a sentence where the next word starts one": [
        "The U.S. Congress met. |He lives in the U.S. |The weather is fine.",
        "She came at 9 a.m. |The shop was shut.",
        "She came at 9 a.m. Monday.",
        "He has a Ph.D. |He teaches.",
        '"At 9 a.m." |"So early?"',
    ],
    "letters that tell things apart": [
        "It stays with Party A. |Party B shall pay.",
        "It is paid by Party A. |Beijing Co. pays nothing.",
        "See the list in Annex B. |Members may object.",
        "Annex B. Members of the Court",
        "It was signed by A. Smith.",
    ],
    "initials": [
        "J. R. R. Tolkien wrote it.",
        "It was plan B. |The others failed.",
        "So did I. |Wang left.",
    ],
    "list numbers are no sentences": [
        "1. Decides to act; 2. Requests a report; and 3. Decides to go on.",
        "(a) Calls for help. |(b) Thanks all.",
        "IV. Final clauses",
        "1.2. Scope of the work",
        "61/7. Trade in grain",
        "They were: 1. Smith, 2. Brown and 3. Jones.",
    ],
    "a number can end a sentence": [
        "He was born in 1999. |The war was over.",
        "He was 20. |She left.",
    ],
    "inside numbers, symbols, addresses, files and versions": [
        "It rose by 3.5% in A/67/L.35/Rev.1 of setup.exe 2.0.1.",
        "Write to a.b@example.org or see www.example.org/a?b=C. |Then wait.",
    ],
    "the number of a part is no sentence": [
        "Article 1. Everyone has rights. |He may go.",
        "ARTICLE IV. The parties agree.",
        "Section 2.1. The Seller sells. |Clause 5. The Buyer pays.",
        "Chapter III. General provisions",
        "He wrote Section 2. |The rest is mine.",
    ],
    "pauses end no sentence": ["Recalling its resolution; Reaffirming it: Yes, and", "Noting,"],
    "speech and who speaks are one sentence": [
        '"Go!" he said. |She went.',
        "“Who is it?” asked the man. |Nobody spoke.",
        "'Who is it?' Anna Lee asked. |Nobody spoke.",
        '"Go!" I cried.',
    ],
    "a new sentence after speech is one of its own": [
        '"Stop." |She left.',
        "“Stop!” |The car stopped.",
        "'It is my wife's.' |'Whose?'",
        '"But I—" |She stopped.',
        'He said, "Stop. |Go home." |She left.',
    ],
    "ellipses": [
        "I... I can't. |What I mean is ... |We go.",
        "Can you . . . be quick? |Yes.",
        "Well… maybe. |Well… |The end.",
    ],
    "marks in a row are one end": ["What?! |No!!! |Yes."],
    "dashes": ["He came—with an umbrella. |She left.", "Why? |— Because."],
    "brackets": [
        "He came (it was late! Really late) and left. |(He was tired.) |She stayed.",
        "They (Smith et al.) The same.",
        "He left (see below). |She stayed.",
    ],
    "footnote marks": ["It ended.[3] |The rest followed.¹ |Then all left."],
    "Chinese inside English": ["He said “你好。” and left.", "The sign read 你好。|It hung there."],
    "names that start small": ["He left. |iPhones ring."],
}


@pytest.mark.parametrize(
    "marked", [pytest.param(case, id=f"{why}: {case}") for why in CASES for case in CASES[why]]
)
def test_sentences_end_where_a_reader_would_end_them(marked: str) -> None:
    text = marked.replace("|", "")
    found = [text[start:end] for start, end in split(text, "en", Level.SENTENCE)]
    assert "|".join(found) == marked
