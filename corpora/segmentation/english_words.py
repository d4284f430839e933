"""The abbreviations and words that the splitting of English looks at, in lower case.

Abbreviations stand without their last full stop.
"""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Never the last word of a sentence.
BINDING = _words("e.g i.e eg ie viz cf vs v")

# Titles before a name, where they are capitalised.
TITLES = _words(
    """
    mr mrs ms messrs mme mlle dr drs prof rev hon gen lt col maj capt cmdr adm sgt cpl gov sen
    rep pres amb supt msgr mt ft h.e
    """
)

# Abbreviations only where a number, a symbol or a bracket follows: No. 5, para. (a), Art. IV.
REFERRING = _words(
    """
    no nos para paras art arts sect sects sec secs chap ch p pp vol vols fig figs cl subpara
    subparas reg regs add corr rev supp suppl amend doc docs res app pt pts ver n nn fn eq eqs
    ser c ca tel ext mob approx jan feb mar apr jun jul aug sept sep oct nov dec
    """
)

# The last word of a sentence only where the next word is one that sentences start with.
OPEN = _words(
    """
    al inc ltd co corp jr sr ph.d phd esq bros dept govt univ assn ave blvd rd st ft approx est
    resp jan feb mar apr jun jul aug sept sep oct nov dec op cit ibid sect para paras
    """
)

# What is told apart by a letter behind its name: Party A, Annex B.
LETTERED = _words(
    """
    annex appendix attachment block building category class exhibit figure grade group hepatitis
    option part party phase plan point room schedule section series table team type vitamin zone
    """
)

# Words that start sentences and are seldom names.
STARTERS = _words(
    """
    the a an this that these those there here he she it we they you i his her its our their your
    my in on at by for from to with of as if when while where after before since until during
    although though because but and or so yet nor however moreover furthermore nevertheless
    therefore thus then also only even now once what who why how which whose is are was were do
    does did has have had can could will would shall should may might must not no yes all any
    both each every many most several some such other another one two three under over among
    between within without despite according
    """
)

# Verbs of speech, for the words between a quotation and what follows: "Go!" Anna cried.
SPEECH_VERBS = _words(
    """
    said says asked asks replied replies answered answers cried cries shouted shouts called
    calls exclaimed whispered muttered murmured added demanded inquired enquired wondered
    repeated continued observed remarked insisted begged pleaded yelled screamed snapped growled
    groaned protested retorted declared announced explained suggested agreed admitted roared
    bellowed blurted began
    """
)

# Words that may start a clause in the middle of a long piece of a sentence.
CONJUNCTIONS = _words(
    """
    and but who which when while as because that if so then where before after until though
    although since or
    """
)

# What "which" or "whom" goes with, if it stands behind it.
PREPOSITIONS = _words(
    """
    about above after against among at before behind below between beyond by during for from in
    into of on over since through to toward towards under until upon with within without
    """
)

# Words in small letters that stand inside names.
SMALL_IN_NAMES = _words(
    "of and the for in on at de del della di da du des la le les y e et von van"
)

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
