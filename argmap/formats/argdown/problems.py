"""Everything that can be wrong with how Argdown is written: what is said of it, and the remedy."""

from typing import NamedTuple

from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.span import Span


class Problem(NamedTuple):
    """What is said; names in braces are filled in."""

    severity: Severity
    message: str
    hint: str


PROBLEMS = {
    "AD01": Problem(
        "warning",
        "this comment is never closed, so it is read as text",
        "close it with --> or */",
    ),
    "AD02": Problem(
        "error",
        "the metadata cannot be read: {why}",
        "metadata is YAML: {{key: value, list: [a, b]}}; put quotes around other text",
    ),
    "AD03": Problem(
        "error",
        "the front matter cannot be read: {why}",
        "it is YAML, one `key: value` a line, between two lines of ===",
    ),
    "AD04": Problem(
        "error",
        "{symbol!r} relates to nothing: there is no line directly above it to relate to",
        "indent it under what it supports or attacks, without an empty line between",
    ),
    "AD05": Problem(
        "error",
        "{symbol!r} must be indented more than what it relates to",
        "put blanks before it; it is read as if they were there",
    ),
    "AD06": Problem(
        "warning",
        "this is indented like no line above it, so it is a guess what it relates to",
        "indent it as far as the relations that it goes with",
    ),
    "AD07": Problem("error", "there is nothing here to read", "write a text"),
    "AD08": Problem(
        "error",
        "there is text after the reference {named}, so this is read as plain text",
        "write {named}: to define it, or \\{opener} if plain text is meant",
    ),
    "AD09": Problem(
        "warning",
        "{opener!r} is not closed, so this is read as plain text",
        "write {closer} after the title, or \\{opener} if plain text is meant",
    ),
    "AD10": Problem(
        "error",
        "{named}: is a definition, but nothing is said after the colon",
        "say what it claims, or write {named} to refer to it",
    ),
    "AD11": Problem(
        "warning",
        "tabs and blanks are mixed in the indentation of this file",
        "use one of them; a tab counts up to the next fourth column",
    ),
    "AD12": Problem(
        "error",
        "there is no inference between these premises and a conclusion",
        "put a line of four hyphens (----) before the conclusion",
    ),
    "AD13": Problem(
        "error",
        "there is no conclusion after this inference",
        "add a numbered statement after the hyphens",
    ),
    "AD14": Problem(
        "error",
        "there is no premise before this inference",
        "add a numbered statement before the hyphens",
    ),
    "AD15": Problem(
        "error",
        "cannot include {path!r}: there is no such file that can be read",
        "paths are taken from the folder of the map",
    ),
    "AD16": Problem(
        "error",
        "lists cannot be nested; this item is read as one of the outer list",
        "use relations (+ and -) for points under a point",
    ),
    "AD17": Problem("error", "an inference has four hyphens", "write ----"),
    "AD18": Problem("error", "this inference is not closed", "end its rules with --"),
    "AD19": Problem(
        "warning",
        "an empty line is missing before this",
        "put an empty line above it; it is read as if it were there",
    ),
    "AD20": Problem(
        "error",
        "only statements can contradict each other (><), and one of these is an argument",
        "use - for an argument that attacks",
    ),
    "AD21": Problem(
        "error",
        "a premise or conclusion is a statement, and this is an argument",
        "name a statement in square brackets: [Title]",
    ),
    "AD22": Problem(
        "error",
        "the argument <{title}> already has a premise–conclusion structure",
        "give the second one a title of its own",
    ),
    "AD23": Problem("warning", "{why}", "it is kept as other data"),
    "AD24": Problem(
        "error",
        "an inference can only be undercut (<_), and this is {symbol!r}",
        "write <_ here, or put the relation under a premise or conclusion",
    ),
    "AD25": Problem(
        "error",
        "the inference uses {number}, and there is no such statement before it",
        "uses: [1, 2] lists the numbers of earlier statements",
    ),
    "AD27": Problem(
        "warning",
        "{named} is defined in the middle of this text, where it is only text",
        "begin a line with it, or with one of + - _ >< and it; indent relations",
    ),
    "AD28": Problem(
        "warning",
        "the brace before {key!r} is not closed, so this is read as plain text",
        "close the metadata with }}, or write \\{{ if plain text is meant",
    ),
    "AD26": Problem(
        "error",
        "{named} is defined by {text}, which is a reference and not a text",
        "say in words what it claims, or relate it to {text} on an indented line",
    ),
    "AD29": Problem(
        "warning",
        "this is statement {number}, and after the one before it {expected} is expected",
        "number the statements of an argument in a row; `uses` goes by these numbers",
    ),
    "AD34": Problem(
        "error",
        "laid out anew, the text would be read differently from here on",
        "it stays as it is; if it does not go on in an included file, please report this",
    ),
    "AD30": Problem(
        "warning",
        "the key 'relation' describes no relation here: no sign of one stands before it",
        "it is kept as other data; put it after what stands behind the sign: + [B] {{relation: …}}",
    ),
    "AD31": Problem(
        "error",
        "{key!r} of this relation names {name!r}, and there is no such {what}",
        "it is kept as other data; name an id, or the title of a claim",
    ),
    "AD32": Problem(
        "error",
        "the id {wanted!r} is already taken; this relation is called {got!r}",
        "give each claim, relation and argument an id of its own",
    ),
    "AD33": Problem(
        "warning",
        "the argument <{title}> stands in relations, so its gist cannot be another claim or none",
        "relate the claims that its steps are made of",
    ),
    "AD36": Problem(
        "error",
        "the rule of an inference stands between lines of --, not {hyphens}",
        "write -- before and after the rule; it is read as if you had",
    ),
    "AD35": Problem(
        "warning",
        "some of what is said of {what} cannot be written in a text file",
        "half characters, infinite numbers and data nested more than 150 deep are left out",
    ),
}


_YAML = (
    ("',' or ']'", "a list is opened with [ and not closed, or a comma is missing in it"),
    ("',' or '}'", "a mapping is opened with { and not closed, or a comma is missing in it"),
    ("expected node content", "a value is missing, or is a sign that opens or closes something"),
    ("mapping values are not allowed", "a colon stands in a text without quotation marks"),
    ("did not find expected key", "a key is missing, or is not indented like the others"),
    ("could not find expected ':'", "a key has no colon after it"),
    ("unexpected end of stream", "a quotation mark is not closed"),
    ("cannot start any token", "text begins with a sign that needs quotation marks around it"),
    ("alphabetic or numeric", "text begins with * or & and needs quotation marks around it"),
    ("unknown escape", "a backslash stands before a letter that it means nothing with"),
)
"""What the YAML library says, as far as that can be recognised, and what it means for a map."""


def _in_plain_words(words: dict[str, object]) -> dict[str, object]:
    why = str(words.get("why", ""))
    return words | {"why": next((plain for said, plain in _YAML if said in why), why)}


def problem(code: str, span: Span | None, **words: object) -> Diagnostic:
    """The diagnostic of that code, with the words filled in."""
    severity, message, hint = PROBLEMS[code]
    words = _in_plain_words(words) if "why" in words else words
    return Diagnostic(code, severity, message.format(**words), span, hint.format(**words))
