"""`duiqi tmx`: what is done with translation memories."""

from align.cli.base import LazyCommand, LazyGroup

__all__ = ["tmx_group"]

tmx_group = LazyGroup(
    name="tmx",
    help="Work on translation memories: TMX 1.1 to 1.4b of any size, also as .gz or .zip.",
    example="duiqi tmx flip memory.tmx -o turned.tmx",
    lazy_commands={
        "merge": LazyCommand("align.cli.tmx.merge:merge_command", "Make one memory of several."),
        "dedupe": LazyCommand("align.cli.tmx.dedupe:dedupe_command", "Leave out doubles."),
        "flip": LazyCommand("align.cli.tmx.flip:flip_command", "Make a target the source."),
    },
)
"""The group `duiqi tmx`."""
