"""The application: every command is a file of ``commands/``, known before it is imported.

A command is listed by the name of its file, under the name of its folder, with the first line of
its docstring; its code is loaded when it is run, completed, or asked for help. So a command costs
what it needs itself, however many there are.
"""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import MarkupMode, TyperCommand, TyperGroup

import argmap
from argmap.cli.choices import suggesting
from argmap.cli.options import expanded

_COMMANDS = os.path.join(os.path.dirname(__file__), "commands")
_SETTINGS = {"help_option_names": ["-h", "--help"]}


class Found(NamedTuple):
    """A command file."""

    panel: str
    name: str
    path: str

    @property
    def summary(self) -> str:
        """The first line of the file's docstring."""
        with open(self.path, encoding="utf-8") as file:
            return file.readline().strip().strip('"')

    def load(self) -> Callable[..., None]:
        """The command's function, with the shared options spelt out."""
        return expanded(import_module(f"argmap.cli.commands.{self.panel}.{self.name}").run)


def find_commands() -> list[Found]:
    """Every command file, by panel and name."""
    return sorted(
        Found(panel.name, entry.name.removesuffix(".py"), entry.path)
        for panel in os.scandir(_COMMANDS)
        if panel.is_dir() and not panel.name.startswith("_")
        for entry in os.scandir(panel.path)
        if entry.name.endswith(".py") and not entry.name.startswith("_")
    )


class _Unloaded(TyperCommand):
    """A command as it is listed; the real one takes over as soon as it is called."""

    def __init__(self, found: Found, markup: MarkupMode) -> None:
        super().__init__(
            found.name, rich_help_panel=found.panel.capitalize(), rich_markup_mode=markup
        )
        self._found = found

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401  # any attribute
        """Attributes as they are, and as help the summary, read when it is asked for."""
        return self._found.summary if name == "help" else super().__getattribute__(name)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: Any = None,  # noqa: ANN401
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """The context of the real command."""
        app = typer.Typer(
            add_completion=False,
            pretty_exceptions_enable=False,
            rich_markup_mode=self.rich_markup_mode,
            context_settings=_SETTINGS,
        )
        app.command(self.name)(self._found.load())
        command = typer.main.get_command(app)
        suggesting(parameter.type for parameter in command.params)
        return command.make_context(info_name, args, parent, **extra)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"argmap {argmap.__version__}")
        raise typer.Exit


def _root(
    _version: Annotated[
        bool,
        typer.Option(
            "-V", "--version", callback=_show_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Read an argument map, trace its reasoning, and check it.

    \b
    Examples:
      argmap show                                  the whole map, as an outline
      argmap show advantages                       one group of claims
      argmap trace "cyber diplomacy is here to stay"
      argmap find espionage --json | jq '.claims[].id'
      argmap check my-map.argdown

    The map is the one given with -m (a file, a shipped map, or - for standard
    input), else the one that ARGMAP_MAP names, else the shipped map of an op-ed
    on cyber diplomacy.

    \b
    Exit codes: 0 answered, or clean; 1 the answer is no; 2 it could not be answered.
    """


def application() -> TyperGroup:
    """The command line with all its commands."""
    # Rich help costs as much again as a whole answer, so only people get it.
    markup: MarkupMode = (
        "rich" if sys.stdout.isatty() and os.environ.get("TERM") != "dumb" else None
    )
    app = typer.Typer(
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=markup,
        context_settings=_SETTINGS,
    )
    app.callback()(_root)
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)  # noqa: S101  # it has a callback, and so it is a group
    group.commands = {found.name: _Unloaded(found, markup) for found in find_commands()}
    return group
