"""Tells pieces of clauses from terms, by what stands beside a run of words and what it holds."""

from __future__ import annotations

import re

import numpy as np

from align.terms.candidates.roles import Role, listed_roles, with_s
from align.terms.candidates.tokens import GAP, Flags, Int32s, Ints, Tokens
from corpora.characters import is_han


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OF = frozenset(("的", "之"))
_DETERMINERS = frozenset(
    ("各", "每", "全体", "全體", "所有", "一切", "任何", "若干", "本", "该", "該", "此")
)
_ENDS_IN_DETERMINER = re.compile(".{1,2}[本该該此各每]")  # 及本, 应依该: two words taken for one
_PREFIXES = frozenset(("可", "非", "反", "准", "準"))
_ENGLISH_OF = frozenset(("of",))
_TO = frozenset(("to",))
_NOT = frozenset(("not", "never"))
_PARTICIPLE = re.compile(".+ing")
_POSSESSIVES = frozenset(("its", "their", "our", "your", "his", "her"))
_OF_MANY = frozenset(("各", "每", "全体", "全體", "所有", "一切", "任何"))
_AND = frozenset(("和", "及", "与", "與"))
_DISPOSAL = frozenset(("将", "將", "把"))
"""They put an object before its verb, or a verb into the future."""

_SUFFIX = re.compile("[国國性化率权權者][之的]?")
"""What a word before it goes on with, although it was cut off: 常任理事|国."""

_ADVERB = re.compile(".{3,}ly")
_SUPERLATIVE = re.compile("(?!request).*est")
_FOCUS = _words(
    """
    especially essentially equally exclusively generally largely mainly merely mostly only
    particularly primarily purely really simply solely truly usually
    """
)
"""Adverbs that are not of what they stand before alone."""

_NUMBER = re.compile(r"\d.*|[ivxlc]+")
_LABELS = _words(
    """
    annex appendix article chapter clause figure item page paragraph part principle regulation
    resolution rule section table
    """
)
"""What numbers stand behind."""

_TAKE_TO = _words(
    """
    access accession adaptation adherence adjustment adviser aid alternative amendment annex
    answer approach appendix assistance assistant attachment attention barrier challenge claim
    commitment contribution cost damage danger entitlement exception exposure guide harm
    hindrance impediment injury introduction invitation key loan loss obstacle opposition party
    reaction reference relation relevance remedy reply resistance response return right risk
    route sensitivity service signatory solution subsidy supplement support susceptibility
    tendency testimony threat transfer transition violence visit vulnerability witness
    """
)
"""Nouns that "to" belongs to: "right to vote", "threats to the peace"."""

_VERBS_TOO = _words(
    """
    address advance aim answer appeal approach assault award balance benefit change combat
    comment compromise control damage debate delay demand document effect end exercise
    experience focus function harm help influence limit list measure name need object offer
    order outline pay place plan practice process profit progress promise question rank reason
    release report request research respect result review rule share state study supply support
    survey target trade transfer treat trust use value visit vote work
    """
)
"""Nouns that are verbs as well: "to practice tolerance"."""

_OWNED_FROM = 3  # occurrences that tell that a word stands behind determiners
_SHORTEST_PERSON = 3  # characters of a word with 者 that is made of another word


class Clauses:
    """Tells which occurrences of runs are cut from a clause or from a longer phrase."""

    def __init__(self, tokens: Tokens) -> None:
        roles = tokens.roles
        determiner = tokens.are(_DETERMINERS)
        determiner |= (roles == Role.BREAK) & _matching(tokens, _ENDS_IN_DETERMINER)
        # Of all tokens, what they tell of a run that they begin.
        self._determined = _behind(determiner)
        many = _behind(tokens.are(_OF_MANY)) & _behind(_behind(roles >= Role.CONTENT))
        self._determined_alone = many | (self._determined & _often_after(tokens, determiner))
        self._opens_clause = _behind(tokens.are(_DISPOSAL))
        self._opens_clause |= _behind(tokens.are(_AND) & _behind(tokens.are(_function_words())))
        self._cut_before = _behind(tokens.are(_PREFIXES))
        adverb = (roles == Role.WEAK) & _matching(tokens, _ADVERB) & ~tokens.are(_FOCUS)
        self._cut_before |= _behind(adverb) & (roles == Role.QUALIFIER)
        saying = _behind((roles >= Role.CONTENT) | tokens.are(_NOT))
        self._cut_before |= _participles(tokens) & saying
        self._cut_behind = _matching(tokens, _SUFFIX)
        self._of = _sums(tokens.are(_OF))
        self._verbs = _sums(_verbs(tokens))

    def cut(self, begin: Ints | Int32s, end: Ints | Int32s) -> Flags:
        """Tell which runs are cut, each by the tokens of which it is the first and ends before."""
        several = end - begin > 1
        # 全体|人类之人权, 本|组织秘书长, 联合国各|会员国政府: the determiner is the first noun's
        cut: Flags = self._determined[begin] & (self._of[end] > self._of[begin])
        cut |= several & self._determined_alone[begin]
        # 使与|联合国发生关系, 将|批准书交存
        cut |= several & self._opens_clause[begin] & (self._verbs[end] > self._verbs[begin])
        # 可|决票, "specially| qualified person", "Members |administering territories", 常任理事|国
        cut |= self._cut_before[begin] | self._cut_behind[end]
        return cut


class RareClauses:
    """Tells the same of runs that are said once, of which grammar is all that is known."""

    def __init__(self, tokens: Tokens) -> None:
        roles, gap = tokens.roles, tokens.ids == GAP
        self._roles, self._gap = roles, gap
        self._units = np.append(tokens.units, -1)  # behind the last gap there is none
        link, join = (~gap & (roles == role) for role in (Role.LINK, Role.JOIN))
        self._link, self._of = link, tokens.are(_OF)
        self._verb = _verbs(tokens)
        self._verbs, self._links = _sums(self._verb), _sums(link)
        noun = ~gap & (roles >= Role.WEAK)
        self._shared = join & np.roll(noun, -1)
        self._label = tokens.are(_LABELS)
        self._number = _matching(tokens, _NUMBER)
        self._superlative = (roles == Role.WEAK) & _matching(tokens, _SUPERLATIVE)
        self._of_theirs = tokens.are(_ENGLISH_OF) & np.roll(tokens.are(_POSSESSIVES), -1)
        self._nominalized = _nominalized(tokens) & np.roll(gap, -1)
        to, takes_to = tokens.are(_TO), {form for noun in _TAKE_TO for form in with_s(noun)}
        self._infinitive = _behind(to) & tokens.are(_VERBS_TOO)
        # Words that stand in a clause where others are before them and behind them.
        said_of = (roles == Role.QUALIFIER) & np.roll(link & ~self._of, -1)
        said_of |= _participles(tokens) & _behind(roles == Role.GENERAL)
        self._said_of = _sums(said_of)
        self._stray = _sums(to & ~_behind(tokens.are(takes_to)))

    def cut(self, begin: Ints | Int32s, end: Ints | Int32s) -> Flags:
        """Tell which runs are cut, each by the tokens of which it is the first and ends before."""
        roles, before, inside, last = self._roles, begin - 1, begin + 1, end - 1
        # "Members to the Organization", where "to" is another word's; "to |practice tolerance"
        cut: Flags = (self._stray[end] > self._stray[inside]) | self._infinitive[begin]
        # "maintenance of law| and order", 维持法律|与秩序
        linked = (self._links[end] > self._links[begin]) | (roles[begin] == Role.VERB)
        cut |= linked & self._shared[end]
        # "decisions of Article| 36"
        cut |= self._label[last] & self._number[end]
        # "Security Council with regard"
        cut |= self._link[last - 1] & (roles[last] == Role.WEAK)
        # "Members mentioned by name", "Members administering territories"
        cut |= self._said_of[last] > self._said_of[begin]
        # "highest standards", "independent exercise| of their functions"
        general = roles[last] == Role.GENERAL
        cut |= general & (self._of_theirs[end] | (self._superlative[begin] & (last == inside)))
        # 会员国担允|采取
        cut |= (roles[last] == Role.VERB) & self._verb[end]
        # 新|会员国加入联合国|之准许
        of_clause = (roles[before] >= Role.QUALIFIER) & self._of[end]
        cut |= of_clause & (self._verbs[last] > self._verbs[inside])
        # |确立方法|: a verb and its object, where the unit goes on
        goes_on = self._units[end + 1] == self._units[last]
        cut |= self._verb[begin] & self._gap[before] & self._gap[end] & goes_on
        # 负有国际责任者|, where 者 is the clause's
        cut &= end > inside
        cut |= self._nominalized[last]
        return cut


def _behind(flags: Flags) -> Flags:
    """Tell which tokens stand behind flagged ones. The last token is a gap, and never flagged."""
    return np.roll(flags, 1)


def _matching(tokens: Tokens, pattern: re.Pattern[str]) -> Flags:
    """Tell which tokens are words that match a pattern as a whole."""
    return tokens.flagged([pattern.fullmatch(word) is not None for word in tokens.words])


def _function_words() -> frozenset[str]:
    """Return the Chinese words that are listed as linking, or as in no term."""
    return frozenset(word for word, role in listed_roles("zh").items() if role <= Role.LINK)


def _verbs(tokens: Tokens) -> Flags:
    """Tell which tokens are Chinese words that may be verbs."""
    chinese = tokens.flagged([is_han(word[0]) for word in tokens.words])
    verbs: Flags = chinese & ((tokens.roles == Role.VERB) | (tokens.roles == Role.WEAK))
    return verbs


def _participles(tokens: Tokens) -> Flags:
    """Tell which tokens are in -ing and of a listed verb: no others with it are adjectives."""
    participles: Flags = (tokens.roles == Role.QUALIFIER) & _matching(tokens, _PARTICIPLE)
    return participles


def _often_after(tokens: Tokens, flags: Flags) -> Flags:
    """Tell which tokens are words that mostly stand behind flagged ones."""
    words = tokens.ids != GAP
    size = len(tokens.words)
    counts = np.bincount(tokens.ids[words], minlength=size)
    behind = np.bincount(tokens.ids[words & _behind(flags)], minlength=size)
    return tokens.flagged(((counts >= _OWNED_FROM) & (2 * behind > counts)).tolist())


def _nominalized(tokens: Tokens) -> Flags:
    """Tell which tokens end in 者 and are another word of the text, which is in it more often."""
    counts = np.bincount(tokens.ids[tokens.ids != GAP], minlength=len(tokens.words)).tolist()
    times = dict(zip(tokens.words, counts, strict=True))
    return tokens.flagged(
        [
            len(word) >= _SHORTEST_PERSON
            and word.endswith("者")
            and times.get(word[:-1], 0) > times[word]
            for word in tokens.words
        ],
    )


def _sums(flags: Flags) -> Int32s:
    """Return sums of which the difference of two counts the flags between them."""
    return np.append(np.int32(0), np.cumsum(flags, dtype=np.int32))
