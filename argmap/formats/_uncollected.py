"""A stretch in which the garbage collector rests."""

import gc


class Uncollected:
    """No cycles are looked for inside a ``with`` of this; after it all is as it was.

    Records hold no cycles, but the collector walks over all of them again and again while they
    become more, which costs as much as to make them. The command line rests it altogether; this
    is for whoever calls a reader from a program.
    """

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._was_on:
            gc.enable()
