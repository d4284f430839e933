"""Word alignment: which words of the two sides of a pair translate each other.

pairs = [(words_of(source, "zh-CN"), words_of(target, "en")) for source, target in ...]
aligned = align_words(pairs)
for links in aligned.links():       # one list for each pair, in order
    ...
aligned.table.targets("裁军")        # how the text translates a word
"""

from align.terms.words.aligner import WordAlignment, align_corpus, align_words
from align.terms.words.corpus import Corpus, PackedSide, TokenPair, form_of
from align.terms.words.links import Link, PairLinks
from align.terms.words.table import Translation, TranslationTable
from align.terms.words.tokens import Span, Tokeniser, tokenise, words_of

__all__ = [
    "Corpus",
    "Link",
    "PackedSide",
    "PairLinks",
    "Span",
    "TokenPair",
    "Tokeniser",
    "Translation",
    "TranslationTable",
    "WordAlignment",
    "align_corpus",
    "align_words",
    "form_of",
    "tokenise",
    "words_of",
]
