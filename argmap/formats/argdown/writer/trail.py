"""The way from the root of the tree that is being written to its last line."""

DEEPEST = 12
"""Deeper trees go on in a new block: indentation must not make a text quadratic."""


class Trail:
    """What a next line can stand under."""

    def __init__(self) -> None:
        self._nodes: list[object] = []
        self.step = ""

    def begin(self, root: object, step: str = "") -> None:
        """Begin a tree; ``step`` is the inference whose conclusion its root is."""
        self._nodes = [root]
        self.step = step

    def end(self) -> None:
        """Nothing can stand under what was written."""
        self._nodes = []
        self.step = ""

    @property
    def root(self) -> object:
        """What the tree hangs from, if there is one."""
        return self._nodes[0] if self._nodes else None

    def find(self, premise: object, target: object, *, reversible: bool) -> tuple[int, bool] | None:
        """How deep a relation can stand, and whether it stands under its premise then."""
        for depth in range(len(self._nodes), 0, -1):
            node = self._nodes[depth - 1]
            if node == target or (reversible and node == premise):
                return None if depth > DEEPEST else (depth, node != target)
        return None

    def grow(self, depth: int, node: object) -> None:
        """Write a node there."""
        self._nodes[depth:] = [node]
