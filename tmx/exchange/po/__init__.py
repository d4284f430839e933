r"""PO, the catalogues of gettext, read and written by translate-toolkit.

msgid, msgstr   the words of the source and of the target
#               a note
#. key: value   what else is known (`tmx.exchange.facts`), "source/" or "target/" before what is
                known of a variant; with \n and \uXXXX for what a comment can't hold
#:              properties of the type x-location
#,              a property of the type x-flags
msgctxt         a property of the type x-context; where two units would be one to gettext, a
                context "duiqi:" with a number
"""
