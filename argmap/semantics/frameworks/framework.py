"""Abstract argumentation frameworks: numbered arguments, and who attacks whom (Dung 1995)."""

from collections.abc import Iterable, Sequence


class Framework:
    """Arguments 0, 1, … and for each of them those that attack it; never changed once built.

    An attack that is listed twice counts once.
    """

    __slots__ = ("_attacked", "attackers")

    def __init__(self, attackers: Sequence[Sequence[int]]) -> None:
        self.attackers = attackers
        self._attacked: list[list[int]] | None = None

    def __len__(self) -> int:
        return len(self.attackers)

    @property
    def attacked(self) -> Sequence[Sequence[int]]:
        """For each argument those that it attacks; worked out when first asked for."""
        if self._attacked is None:
            attacked: list[list[int]] = [[] for _ in self.attackers]
            for target, attackers in enumerate(self.attackers):
                for attacker in attackers:
                    attacked[attacker].append(target)
            self._attacked = attacked
        return self._attacked


def from_attacks(size: int, attacks: Iterable[tuple[int, int]]) -> Framework:
    """The framework of so many arguments with these attacks, each from an argument to another."""
    attackers: list[list[int]] = [[] for _ in range(size)]
    for attacker, target in attacks:
        attackers[target].append(attacker)
    return Framework(attackers)
