"""The command line: `duiqi`, its commands, and how it speaks to the user."""

from align.cli.base import LazyCommand, Program

__all__ = ["main"]

main = Program(
    name="duiqi",
    help="Align the two language versions of a document, and make translation memories of them.",
    example="duiqi align un-67-58 -o un-67-58.tmx\n"
    "duiqi align contract.zh.docx contract.en.docx -o contract.tmx --xlsx contract.xlsx",
    lazy_commands={
        "align": LazyCommand("align.cli.align:align_command", "Align two documents."),
        "evaluate": LazyCommand(
            "align.cli.evaluate:evaluate_command", "Score links against gold links."
        ),
        "check": LazyCommand("align.cli.check:check_command", "Find what looks wrong in a memory."),
        "score": LazyCommand("align.cli.score:score_command", "Tell how far to trust a memory."),
        "words": LazyCommand(
            "align.cli.words:words_command", "Link words that translate each other."
        ),
        "terms": LazyCommand("align.cli.terms:terms_command", "Extract the terms of a memory."),
        "tmx": LazyCommand("align.cli.tmx:tmx_group", "Work on translation memories."),
        "corpora": LazyCommand("align.cli.corpora:corpora", "The documents known by name."),
    },
)
"""The console script `duiqi`."""
