"""What stands in another order on the other side: lines, lists, labels, headings and sentences.

The search keeps the order of both texts. What was moved it leaves unpaired, or pairs with what
stands in its place; so its groups are settled here, one way after the other.
"""
