"""Generated TMX files: everything that the document types of TMX 1.1 to 1.4b allow, as XML."""

from hypothesis import strategies as st
from lxml import etree

from tests.tmx.strategies import LANGUAGES, TEXTS, optional

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
VERSIONS = ["1.1", "1.2", "1.3", "1.4", "1.4b"]
DATES = st.sampled_from(["20121203T000000Z", "20121203T250000Z", "20121203", "2012-12-03", ""])
COUNTS = st.sampled_from(["0", "7", "007", "-1", "many", "9" * 20])
SEGTYPES = st.sampled_from(["block", "paragraph", "sentence", "phrase"])
RECORD = {
    "o-encoding": TEXTS,
    "datatype": TEXTS,
    "usagecount": COUNTS,
    "lastusagedate": DATES,
    "creationtool": TEXTS,
    "creationtoolversion": TEXTS,
    "creationdate": DATES,
    "creationid": TEXTS,
    "changedate": DATES,
    "changeid": TEXTS,
    "o-tmf": TEXTS,
}
HEADER = {
    name: RECORD[name]
    for name in ("o-encoding", "creationdate", "creationid", "changedate", "changeid")
}
INLINE = {  # its attributes, those that it must have first, and whether it holds native code
    "bpt": (["i"], ["x", "type"], True),
    "ept": (["i"], [], True),
    "it": (["pos"], ["x", "type"], True),
    "ph": ([], ["x", "assoc", "type"], True),
    "ut": ([], ["x"], True),
    "hi": ([], ["x", "type"], False),
    "sub": ([], ["datatype", "type"], False),
}
WORDS = ["bpt", "ept", "it", "ph", "hi", "ut"]


@st.composite
def attributes(draw, needed=None, implied=None) -> dict[str, str]:
    chosen = {name: draw(strategy) for name, strategy in (needed or {}).items()}
    for name, strategy in (implied or {}).items():
        value = draw(optional(strategy))
        if value is not None:
            chosen[name] = value
    return chosen


def append_text(node: etree._Element, text: str) -> None:
    if len(node):
        node[-1].tail = (node[-1].tail or "") + text
    else:
        node.text = (node.text or "") + text


@st.composite
def filled(draw, node: etree._Element, names: list[str], depth: int = 3) -> etree._Element:
    """Put text, inline elements, comments and instructions into an element."""
    for _ in range(draw(st.integers(0, 3))):
        append_text(node, draw(TEXTS))
        kind = draw(st.sampled_from(["text", "text", "element", "comment", "instruction"]))
        if kind == "element" and depth:
            name = draw(st.sampled_from(names))
            needed, implied, is_native = INLINE[name]
            child = etree.SubElement(
                node,
                name,
                draw(attributes(dict.fromkeys(needed, TEXTS), dict.fromkeys(implied, TEXTS))),
            )
            draw(filled(child, ["sub"] if is_native else WORDS, depth - 1))
        elif kind == "comment":
            node.append(etree.Comment(" </tu> <tu> "))
        elif kind == "instruction":
            node.append(etree.ProcessingInstruction("tool", "<seg>"))
    return node


@st.composite
def annotated(draw, node: etree._Element, version: str, *, header: bool = False) -> None:
    for _ in range(draw(st.integers(0, 2))):
        name = draw(st.sampled_from(["note", "prop", "ude"] if header else ["note", "prop"]))
        if name == "ude":
            ude = etree.SubElement(node, name, draw(attributes({"name": TEXTS}, {"base": TEXTS})))
            for _ in range(draw(st.integers(1, 2))):
                implied = dict.fromkeys(["code", "ent", "subst"], TEXTS)
                etree.SubElement(ude, "map", draw(attributes({"unicode": TEXTS}, implied)))
            continue
        implied = {LANGUAGE: LANGUAGES, "lang": LANGUAGES, "o-encoding": TEXTS}
        needed = {"type": TEXTS} if name == "prop" else {}
        child = etree.SubElement(node, name, draw(attributes(needed, implied)))
        child.text = draw(TEXTS)


@st.composite
def languages(draw, version: str) -> dict[str, str]:
    """Attributes that name a variant's language; a few versions call it lang."""
    language = draw(LANGUAGES)
    forms = [{LANGUAGE: language}, {LANGUAGE: language, "lang": draw(LANGUAGES)}]
    forms.append({LANGUAGE: language, "lang": language})
    if not version.startswith("1.4"):
        forms.append({"lang": language})
    return draw(st.sampled_from(forms))


@st.composite
def documents(draw) -> etree._Element:
    """A memory: the root of its tree."""
    version = draw(st.sampled_from(VERSIONS))
    root = etree.Element("tmx", version=version)
    texts = ["creationtool", "creationtoolversion", "o-tmf", "adminlang", "datatype"]
    needed = {**dict.fromkeys(texts, TEXTS), "segtype": SEGTYPES, "srclang": LANGUAGES}
    header = etree.SubElement(root, "header", draw(attributes(needed, HEADER)))
    draw(annotated(header, version, header=True))
    body = etree.SubElement(root, "body")
    for _ in range(draw(st.integers(0, 3))):
        implied = {**RECORD, "tuid": TEXTS, "srclang": LANGUAGES, "segtype": SEGTYPES}
        unit = etree.SubElement(body, "tu", draw(attributes({}, implied)))
        draw(annotated(unit, version))
        for _ in range(draw(st.integers(1, 3))):
            own = {**draw(languages(version)), **draw(attributes({}, RECORD))}
            variant = etree.SubElement(unit, "tuv", own)
            draw(annotated(variant, version))
            spaces = draw(attributes({}, {SPACE: st.just("preserve")}))
            draw(filled(etree.SubElement(variant, "seg", spaces), WORDS))
    return root


def canonical(data: bytes) -> str:
    """Canonical XML without comments, instructions and white space between elements."""
    root = etree.fromstring(data, etree.XMLParser(remove_comments=True, remove_pis=True))
    for node in root.iter("tmx", "header", "body", "tu", "tuv", "ude"):
        for text in (node.text, *(child.tail for child in node)):
            assert not (text or "").strip()
        node.text = None
        for child in node:
            child.tail = None
    return etree.tostring(root, method="c14n").decode()
