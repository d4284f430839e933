"""What of a saved page is its content, and what is the site's furniture around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_NO_TEXT = frozenset(
    re.findall(
        r"\w+",
        "head script style template rp datalist iframe canvas audio video object embed map",
    )
)
"""What these hold is never text of the page."""
_APART = frozenset(("noscript", "select", "option", "textarea", "svg", "del"))
"""What these hold is text for some readers, or was text: none that runs on with what is around."""
BLOCK_TAGS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav "
        "ol p pre section summary table tbody td tfoot th thead title tr ul",
    )
)
"""What begins and ends a block of its own."""
_FURNITURE_TAGS = frozenset(("nav", "aside", "footer", "button", "dialog", "menu"))
_FURNITURE_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "dialog", "alert")
)
_FURNITURE_NAMES = re.compile(
    r"mw-jump-link|mw-editsection|mw-cite-backlink|mw-indicators?|mw-footer.*|mw-portlet.*|"
    r"mw-interlanguage-selector|mw-panel.*|mw-page-container-inner|vector-(?!body).*|printfooter|"
    r"catlinks|navbox.*|noprint|sistersitebox|licensecontainer|licensebox|toc|toctitle|"
    r"siteNotice|siteSub|contentSub\d?|jump-to-nav|headertemplate|ws-header|ws-noexport|"
    r"interlanguage.*|"
    r"nav|navbar.*|navigation|site-?nav.*|main-?nav.*|topnav|subnav|sidebar.*|side-bar|"
    r"breadcrumbs?.*|crumbs?|footer.*|site-?footer|page-?footer|foot|site-?header|page-?header|"
    r"masthead|topbar|top-bar|cookie-.*|bdsharebuttonbox|pagination|"
    r"language-switcher.*|lang(?:uage)?s?-(?:links|menu|switch).*|skip|skip-.*|skiplink.*|editsection|"
    r"sr-only|visually-?hidden|screen-reader-.*|element-invisible|"
    r"comments-area|comment-?list|comment-respond|disqus_thread",
    re.IGNORECASE,
)
_DOUBTFUL_NAMES = re.compile(
    r"banner|cookies?|menu|menu-.*|.*[-_]menu|top-?links|share.*|social.*|pager|related.*|search.*|print(?:-?page)?|license|comments?|"
    r"advert.*|ads?|weixin.*|qrcode.*",
    re.IGNORECASE,
)
"""Names that a section of the text may bear as well: believed only of what is mostly links."""
_SHARE_ROW = re.compile(
    r"(?:分享|转发|轉發|轉貼|Share(?: this| on| to|\s*:|$)).{0,60}"
    r"|广告|廣告|Advertisement|Sponsored",
    re.IGNORECASE | re.DOTALL,
)
_SKIPPING = re.compile(
    r"(?:skip|jump|go)(?: straight| directly)? to (?:the )?(?:main )?"
    r"(?:content|contents|text|navigation|search|menu)|skip (?:the )?navigation"
    r"|(?:直接)?(?:跳到|跳至|跳转到|跳轉到|转到|轉到|跳往|前往|进入|進入|移至)(?:页面|頁面|网页|網頁)?(?:的)?"
    r"(?:主要|主)?(?:内容|內容|正文|导航|導航|导览|導覽|搜索|搜尋|菜单|選單)(?:区|區|区域|區域|区块|區塊)?"
    r"|(?:跳过|跳過|略过|略過)(?:主)?(?:导航|導航|导览|導覽)",
    re.IGNORECASE,
)
"""What a link says that leads those who listen to a page over its navigation."""
_SEPARATORS = re.compile(r"[\s|｜¦/·•»›>→—–-]*")
_LINKS_OF_A_ROW = 2
_LONGEST_LINK = 30
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_KEPT_NAMES = re.compile(r"mw-parser-output|mw-body.*|vector-body|prose|licensetext", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_CONTENT_PATHS = (
    "//*[contains(concat(' ',normalize-space(@class),' '),' mw-parser-output ')]",
    "//*[@id='UCAP-CONTENT' or @id='mw-content-text']",
    "//*[contains(concat(' ',normalize-space(@class),' '),' TRS_Editor ')]",
    "//*[contains(concat(' ',normalize-space(@class),' '),' pages_content ')]",
    "//main|//*[@role='main']",
    "//article",
    "//*[@id='content' or @id='main-content' or @id='main']",
)
_SHARE_OF_TEXT = 0.5
_CONTENT_NAMES = re.compile(
    r"article|story|zoom|text|detail|"
    r"(?:article|story|news|entry|post|page|main|detail|text|rich)[-_]?(?:content|body|text|detail)",
    re.IGNORECASE,
)
"""Names that sites give to what holds a text, and to other things as well."""
_SHARE_BY_NAME = 0.8


def is_hidden(element: etree._Element) -> bool:
    """Whether a page does not show an element, or shows it apart from its text."""
    if element.tag in _NO_TEXT or element.tag in _APART or element.tag == "rt":
        return True
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search(element.get("style", "")))


def hidden_texts(element: etree._Element) -> list[str]:
    """Return the text that a reader could have from an element, by its blocks.

    Scripts, styles and the like hold none.
    """
    if element.tag in _NO_TEXT:
        return []
    texts: list[str] = []
    pieces: list[str] = [element.text or ""]
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if inner is element:
            continue
        if inner.tag in BLOCK_TAGS or inner.tag in ("br", "option"):
            texts.append("".join(pieces))
            pieces = []
        if event == "end":
            pieces.append(inner.tail or "")
        elif not isinstance(inner.tag, str) or inner.tag in _NO_TEXT:
            walk.skip_subtree()
        else:
            pieces.append(inner.text or "")
    texts.append("".join(pieces))
    return [" ".join(text.split()) for text in texts if text.strip()]


def is_furniture(element: etree._Element) -> bool:
    """Whether an element's tag, role or name says that it belongs to the site, not the text."""
    if element.tag in ("html", "body", "main", "article", *_HEADINGS):
        return False
    if element.tag in _FURNITURE_TAGS or element.get("role", "") in _FURNITURE_ROLES:
        return True
    inside = element.tag == "a" and element.get("href", "").startswith("#")
    if inside and _SKIPPING.fullmatch(_text_of(element)):
        return True
    parent = element.getparent()
    if element.tag == "header" and parent is not None and parent.tag == "body":
        return True
    # So LibreOffice writes a document's running heads.
    if element.tag == "div" and element.get("title") in ("header", "footer"):
        return True
    names = [*element.get("class", "").split(), element.get("id", "")]
    if any(_KEPT_NAMES.fullmatch(name) for name in names):
        return False
    if any(_FURNITURE_NAMES.fullmatch(name) for name in names):
        return True
    if not any(_DOUBTFUL_NAMES.fullmatch(name) for name in names):
        return False
    return _is_mostly_links(element) or bool(_SHARE_ROW.fullmatch(_text_of(element)))


def find_link_rows(content: etree._Element) -> frozenset[etree._Element]:
    """Find the rows of links above and below a text that no name tells to be furniture.

    A row holds two short links or more and nothing else but what separates them. A page that
    holds nothing else has none.
    """
    blocks = _innermost_blocks(content)
    texts = [place for place, (_, is_row) in enumerate(blocks) if not is_row]
    if not texts:
        return frozenset()
    around = (*blocks[: texts[0]], *blocks[texts[-1] + 1 :])
    return frozenset(element for element, _ in around)


def _innermost_blocks(content: etree._Element) -> list[tuple[etree._Element, bool]]:
    """Return the blocks that hold words of their own, each with whether it is a row of links."""
    blocks: list[tuple[etree._Element, bool]] = []
    walk = etree.iterwalk(content, events=("start",))
    for _, element in walk:
        inside = element is not content
        if inside and (_is_comment(element) or is_hidden(element) or is_furniture(element)):
            walk.skip_subtree()
        elif not inside or element.tag in BLOCK_TAGS:
            if any(child.tag in BLOCK_TAGS for child in element.iterdescendants()):
                if any(text.strip() for text in _own_texts(element)):
                    blocks.append((element, False))
            elif _text_of(element):
                blocks.append((element, inside and _is_link_row(element)))
    return blocks


def _is_comment(element: etree._Element) -> bool:
    return not isinstance(element.tag, str)


def _own_texts(element: etree._Element) -> list[str]:
    return [element.text or "", *(child.tail or "" for child in element)]


def _is_link_row(element: etree._Element) -> bool:
    if element.tag in ("li", *_HEADINGS) or element.find(".//br") is not None:
        return False
    links = [link for link in element.iter("a") if link.get("href") and _text_of(link)]
    whole, linked = _text_of(element), [_text_of(link) for link in links]
    rest = whole
    for text in linked:
        rest = rest.replace(text, "", 1)
    return (
        len(links) >= _LINKS_OF_A_ROW
        and max(map(len, linked)) <= _LONGEST_LINK
        and not any(link.get("href", "").startswith("#") for link in links)
        and _SEPARATORS.fullmatch(rest) is not None
    )


def _text_of(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _is_mostly_links(element: etree._Element) -> bool:
    """Whether at least half of an element's words are links; also where it has no words at all."""
    words = _length(element)
    links = sum(_length(link) for link in element.iter("a"))
    return 2 * links >= words


def _length(element: etree._Element) -> int:
    """How many characters an element holds, white space left out."""
    return sum(len("".join(str(text).split())) for text in element.itertext())


def find_content(root: etree._Element) -> etree._Element:
    """Find the element that holds a page's text, or return the root where none surely does.

    An element counts only if it is the one of its kind and holds most of the page's text that is
    not furniture by its own name: a page's text is rather taken with some furniture than cut.
    """
    whole = _text_length(root)
    for path in _CONTENT_PATHS:
        found = root.xpath(path)
        if not isinstance(found, list) or not found:
            continue
        elements = [element for element in found if isinstance(element, etree._Element)]
        outermost = max(elements, key=_text_length)
        if _text_length(outermost) >= _SHARE_OF_TEXT * whole:
            return outermost
    named = max(_named_contents(root), key=_text_length, default=root)
    return named if _text_length(named) >= _SHARE_BY_NAME * whole else root


def _named_contents(root: etree._Element) -> Iterator[etree._Element]:
    """Give the outermost elements whose names say that they hold a text."""
    walk = etree.iterwalk(root, events=("start",), tag=("div", "td", "section"))
    for _, element in walk:
        names = [*element.get("class", "").split(), element.get("id", "")]
        if any(map(_CONTENT_NAMES.fullmatch, names)):
            walk.skip_subtree()
            yield element


def _text_length(root: etree._Element) -> int:
    """Return how many characters an element shows, furniture left out."""
    length = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element is not root:
                length += len((element.tail or "").strip())
        elif element is not root and (is_hidden(element) or is_furniture(element)):
            walk.skip_subtree()
        else:
            length += len((element.text or "").strip())
    return length
