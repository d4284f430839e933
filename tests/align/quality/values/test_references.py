"""What an entry of a bibliography looks like, and what does not."""

import pytest

from align.quality.values.references import is_reference


@pytest.mark.parametrize(
    "text",
    [
        "[2] Vaswani A, Shazeer N, Parmar N, et al. Attention is all you need[C].",
        "[4] Zhang Q, et al.",
        "[4] Novak P. Cool parks.",
        "Okada T, Brandt L. Night-time heat and health: a review.",
        "Urban Climate Letters, 2021, 8: 55‒71.",
        "Attention is all you need[C]. NeurIPS, 2017: 5998-6008.",
        "Deep learning[M/OL]. Cambridge: MIT Press, 2016.",
        "Pattern Recognition, 2021, 110: 107-115.",
        "Journal of Information Processing, 2019, 33(5): 1-12.",
        "LeCun Y, Bengio Y, Hinton G. Deep learning. Nature. 2015;521(7553):436-444.",
        "Vaswani, A., & Shazeer, N. (2017). Attention is all you need. In Advances.",
        "A. Vaswani, “Attention is all you need,” in Proc. NeurIPS, 2017, pp. 5998–6008.",
        "A. Vaswani et al., “Attention,” Neural Computation, vol. 110, pp. 107–115, Feb. 2021.",
        "Attention is all you need. doi:10.1000/182",
        "Attention is all you need. arXiv: 1706.03762.",
        "Environmental Research Letters, 2017, 12: 053001.",
        "New York: W. W. Norton, 2019.",
        "London: Earthscan, 2009.",
    ],
)
def test_entries_and_their_sentences_are_references(text: str) -> None:
    assert is_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The committee decided on this",
        "The Committee met in Geneva in 2012.",
        "Annex A, adopted by the Committee (2012). It decides",
        "The Assembly recalls its plan for 2001-2005.",
        "In 2015, 12-15 people were there.",
        "The Committee decided to meet in 2012, 3-5 times.",
        "The parties are listed [1].",
        "Annex II. Rules of procedure of the Committee",
        "4. Party A. The buyer pays.",
        "See section [A] of the report",
        "古籍OCR综述[J]. 中文信息学报, 2019, 33(5): 1-12.",
        "The parties met in Paris: nothing was agreed, 2015.",
        "Note: the rent for 2019.",
    ],
)
def test_sentences_and_chinese_entries_are_none(text: str) -> None:
    assert not is_reference(text)
