"""Which diagnostics are wanted of a map: by the command line, else by its configuration."""

import os
from collections.abc import Callable, Iterable

from argmap.cli.errors import UserError
from argmap.cli.input import STDIN
from argmap.cli.options import Rules
from argmap.diagnostics.selecting import Layer, is_wanted, meant, nearest
from argmap.model.diagnostic import Diagnostic
from argmap.store.configuration import Configuration, read_configuration
from argmap.store.projects import find_configuration


class Wanted:
    """The options that select, and the configurations of the maps that were asked about so far.

    Raises :class:`UserError` if an option names a code or a configuration that does not exist.
    """

    def __init__(self, rules: Rules) -> None:
        self._asked = Layer(
            None if rules.select is None else prefixes(rules.select), prefixes(rules.ignore or ())
        )
        self._fixed = Configuration() if rules.no_config else None
        if rules.config is not None:
            if rules.no_config:
                raise UserError("--config and --no-config exclude each other", "choose one of them")
            if not os.path.isfile(rules.config):
                raise UserError(f"there is no configuration {rules.config!r}")
            self._fixed = read_configuration(rules.config)
        self._by_folder: dict[str, Configuration] = {}
        self._by_file: dict[str, Configuration] = {}
        self._told: set[str] = set()

    def configuration(self, path: str) -> Configuration:
        """The configuration of a map; that of standard input is the one of this folder."""
        if self._fixed is not None:
            return self._fixed
        folder = "" if path == STDIN else os.path.dirname(path)
        if folder not in self._by_folder:
            file = find_configuration(folder)
            if file is not None and file not in self._by_file:
                self._by_file[file] = read_configuration(file)
            self._by_folder[folder] = self._by_file[file] if file else Configuration()
        return self._by_folder[folder]

    def problems_of(self, config: Configuration) -> list[Diagnostic]:
        """What is wrong with a configuration, when it is asked about for the first time."""
        if config.file in self._told:
            return []
        self._told.add(config.file)
        return list(config.problems)

    def of(self, path: str, config: Configuration) -> Callable[[str], bool]:
        """Whether diagnostics of a code are wanted of a map.

        What is wrong with a configuration is always wanted: who could say that it is not?
        """
        from functools import cache

        layers = (config.codes, self._asked)
        refused = [config.ignored_in(path)]
        return cache(
            lambda code: (
                code.startswith("CF") or (is_wanted(code, layers) and is_wanted(code, refused))
            )
        )


def prefixes(words: Iterable[str]) -> tuple[str, ...]:
    """The prefixes of codes that words stand for, which are separated by commas.

    Raises :class:`UserError` with the nearest codes if one stands for none.
    """
    from argmap.diagnostics.explanation import names

    known = names()
    found = []
    for word in (word for listed in words for word in listed.split(",") if word.strip()):
        prefix = meant(word, known)
        if prefix is None:
            near = nearest(word, known)
            hint = f"did you mean {', '.join(near)}?" if near else "`argmap explain` lists them all"
            raise UserError(f"there is no diagnostic {word.strip()!r}", hint)
        found.append(prefix)
    return tuple(found)
