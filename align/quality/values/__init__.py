"""What texts say in figures, read so that two languages can be compared.

Reading is for comparing only; nothing here changes a text.
"""
