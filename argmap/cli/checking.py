"""Checking maps: reading them, running the checks, and verifying their anchors."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.cli.errors import UserError
from argmap.cli.input import STDIN, file_of, known_encoding, known_format, part_of
from argmap.cli.options import MapChoice, Rules
from argmap.cli.wanted import Wanted
from argmap.diagnostics.silencing import NOTHING, Silence, silence
from argmap.formats import Reading
from argmap.model.diagnostic import Diagnostic, failures
from argmap.model.map import ArgumentMap
from argmap.model.span import Span
from argmap.sources.passages import SourceText
from argmap.store.archives import Held, held
from argmap.store.configuration import Configuration
from argmap.store.files import decode, legible, read_bytes, read_file
from argmap.store.reading import read_text


class Checked(NamedTuple):
    """What was checked and found; ``unopened`` is how many files there were beside ``files``.

    ``anchored`` claims have anchors and ``held`` of them hold; ``uncovered`` are places of the
    source in no claim; all three are ``None`` without a source. ``ignored`` counts what options,
    configuration and comments left out, by code, and ``hidden`` is how many errors of reading are
    among them. ``texts`` are what was read, by file.
    """

    files: list[str]
    findings: list[Diagnostic]
    exit_code: int
    anchored: int | None
    held: int | None
    uncovered: list[str] | None
    ignored: dict[str, int]
    hidden: int
    unopened: int
    texts: dict[str, str]


def check_maps(
    names: Sequence[str | None], choice: MapChoice, rules: Rules, source: str | None
) -> Checked:
    """The findings of each map, in order, and the exit code they come to.

    Errors of reading make it 2, even if they are ignored; other errors and warnings make it 1,
    and notes nothing. Raises :class:`UserError` if an option means nothing.
    """
    checking = _Checking(choice, rules, source, many=len(names) > 1)
    for name in names:
        checking.check(name)
    return checking.checked()


def check_text(
    file: str, one: Held, choice: MapChoice, rules: Rules
) -> tuple[Checked, dict[str, str | None]]:
    """The findings of a text of a file, and the other files that they depend on."""
    checking = _Checking(choice, rules, None, many=True)
    checking.check_text(file, one)
    return checking.checked(), checking.sought


class _Checking:
    def __init__(self, choice: MapChoice, rules: Rules, source: str | None, *, many: bool) -> None:
        self._many = many
        self._choice = choice._replace(
            from_format=known_format(choice.from_format),
            encoding=known_encoding(choice.encoding),
        )
        self._wanted = Wanted(rules)
        self._source = open_source(source, choice.encoding) if source else None
        self._sources: dict[str, SourceText | Diagnostic] = {}
        self._files: list[str] = []
        self._findings: list[Diagnostic] = []
        self._unreadable = False
        self._against_source = False
        self._judged_maps = 0
        self._refused: list[UserError] = []
        self._anchored = self._lost = self._hidden = self._unopened = 0
        self._uncovered: list[str] = []
        self._ignored: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        self.sought: dict[str, str | None] = {}

    def checked(self) -> Checked:
        """What has been found so far.

        Raises :class:`UserError` if no map has a group that is asked for.
        """
        if self._refused and len(self._refused) == self._judged_maps:
            raise self._refused[0]
        wrong = any(finding.severity != "note" for finding in self._findings)
        sourced = self._against_source
        return Checked(
            self._files,
            self._findings,
            2 if self._unreadable else int(wrong),
            self._anchored if sourced else None,
            self._anchored - self._lost if sourced else None,
            self._uncovered if sourced else None,
            dict(sorted(self._ignored.items())),
            self._hidden,
            self._unopened,
            self._texts,
        )

    def check(self, name: str | None) -> None:
        """Check one map; whatever is wrong with it is a finding."""
        try:
            file = file_of(name)
        except UserError as error:
            self._unopened += 1
            problem = Diagnostic("IN01", "error", str(error), None, " ".join(error.hints))
            self._add(name or "", [problem], [], {}, Configuration())
            return
        is_shipped = not name or not (name == "-" or os.path.exists(name))
        config = Configuration() if is_shipped else self._wanted.configuration(file)
        problems = self._wanted.problems_of(config)
        encoding = self._choice.encoding or config.encoding
        raw = sys.stdin.buffer.read() if file == STDIN else read_bytes(file)
        if isinstance(raw, Diagnostic):
            self._unopened += 1
            self._add(file, [*problems, raw], [], {}, config)
            return
        text = decode(raw, file, encoding)
        self._files.append(file)
        self._texts[file] = legible(raw, encoding) if text.problem else text.text
        for one in held(text, file, self._choice.from_format):
            self._check_held(file, one, encoding, config, problems)
            problems = []

    def check_text(self, file: str, one: Held) -> None:
        """Check a text of a file that has been read."""
        config = self._wanted.configuration(file)
        problems = self._wanted.problems_of(config)
        self._files.append(file)
        self._check_held(file, one, self._choice.encoding or config.encoding, config, problems)

    def _check_held(
        self,
        file: str,
        one: Held,
        encoding: str | None,
        config: Configuration,
        problems: list[Diagnostic],
    ) -> None:
        """Check a text of a file, after these problems with its configuration."""
        text = one.text
        sought: dict[str, str | None] = {}
        reading = read_text(text, file, self._choice.from_format, encoding, sought)
        self.sought |= sought
        included = {name: said for name, said in sought.items() if said is not None}
        if not reading.map.claims and not failures(reading.diagnostics):
            problems.append(empty(text.text, file))
        problems += failures(reading.diagnostics)
        notes = [each for each in reading.diagnostics if each.severity != "error"]
        found = self._judged(file, reading, config, problems) if reading.map.claims else []
        self._texts |= included
        silences = {
            name: silence(said, name) for name, said in {file: text.text, **included}.items()
        }
        if self._many or one.number:
            problems, found = self._placed(problems, file), self._placed(found, file)
        self._add(file, one.placed(problems), one.placed(notes + found), silences, config)

    @staticmethod
    def _placed(found: list[Diagnostic], file: str) -> list[Diagnostic]:
        """The findings with a file each, so that it can be told which of many they are about."""
        start = Span(file, 1, 1, 1, 1)
        return [each if each.span else each._replace(span=start) for each in found]

    def _judged(
        self, file: str, reading: Reading, config: Configuration, problems: list[Diagnostic]
    ) -> list[Diagnostic]:
        """What the checks find, and what does not hold of anchors and settings."""
        from argmap import checks
        from argmap.query.selection.settings import view_of

        start = Span(file, 1, 1, 1, 1)
        found = [each._replace(span=start) for each in view_of(reading.map)[1]]
        found += checks.run(reading.map)
        source = self._source or self._source_set(config)
        if isinstance(source, Diagnostic):
            problems.append(source)
        elif source is not None:
            found += self._verified(reading.map, source)
        self._judged_maps += 1
        try:
            asked = part_of(reading.map, self._choice).claims
        except UserError as error:  # a group that this map does not have, and others may
            self._refused.append(error)
            return []
        return [each for each in found if not each.claims or asked.keys() & each.claims]

    def _verified(self, map: ArgumentMap, source: SourceText) -> list[Diagnostic]:
        from argmap.sources.verifying import uncovered, verify

        found = verify(map, source)
        lost = {claim for each in found if each.severity != "note" for claim in each.claims}
        self._against_source = True
        self._anchored += sum(claim.source is not None for claim in map.claims.values())
        self._lost += len(lost)
        self._uncovered += [passage.place for passage in uncovered(map, source)]
        return found

    def _source_set(self, config: Configuration) -> SourceText | Diagnostic | None:
        """The source text that a configuration names, read once."""
        path = config.source
        if path is None:
            return None
        if path not in self._sources:
            text, problem = read_file(path)
            hint = f"{config.file} sets it as source"
            self._sources[path] = problem._replace(hint=hint) if problem else SourceText(text, path)
        return self._sources[path]

    def _add(
        self,
        file: str,
        problems: list[Diagnostic],
        found: list[Diagnostic],
        silences: Mapping[str, Silence],
        config: Configuration,
    ) -> None:
        """Add what is wanted; ``problems`` are errors of reading, which no comment silences.

        ``silences`` are those of the file and of each that it includes.
        """
        from argmap.checks import place

        self._unreadable |= bool(problems)
        wanted = self._wanted.of(file, config)
        kept: list[Diagnostic] = []
        for finding in problems:
            if wanted(finding.code):
                kept.append(finding)
            else:
                self._hidden += 1
                self._ignore(finding.code)
        unknown = [problem for silence in silences.values() for problem in silence.problems]
        for finding in (*found, *unknown):
            where = finding.span.file if finding.span else file
            if wanted(finding.code) and not silences.get(where, NOTHING).covers(finding):
                kept.append(finding)
            else:
                self._ignore(finding.code)
        self._findings += sorted(kept, key=place)

    def _ignore(self, code: str) -> None:
        self._ignored[code] = self._ignored.get(code, 0) + 1


def empty(text: str, file: str) -> Diagnostic:
    """That a map has no claims, and why."""
    if not text:
        why = "this file is empty"
    elif not text.strip():
        why = "there is nothing in this file but blanks and empty lines"
    else:
        why = "there are no claims in this map"
    hint = "a map has at least one claim, such as [Title]: what is claimed"
    return Diagnostic("MAP04", "error", why, Span(file, 1, 1, 1, 1), hint)


def open_source(path: str, encoding: str | None = None) -> SourceText:
    """The source text of a file or standard input: UTF-8, or else in the encoding of the map.

    Raises :class:`UserError` if it cannot be read.
    """
    raw = sys.stdin.buffer.read() if path == "-" else read_bytes(path)
    if isinstance(raw, Diagnostic):
        raise UserError(str(raw), raw.hint)
    name = STDIN if path == "-" else path
    read = decode(raw, name)
    if read.problem is not None and encoding:
        read = decode(raw, name, encoding)
    if read.problem is not None:
        raise UserError(str(read.problem), read.problem.hint)
    return SourceText(read.text, path)
