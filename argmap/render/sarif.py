"""Diagnostics as SARIF 2.1.0, the exchange format of tools that look for faults in files."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import argmap
from argmap.diagnostics.explanation import Explanation, explanations
from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
Document = dict[str, Any]


def sarif_document(
    diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], exit_code: int
) -> Document:
    """A log of one run: the rules that were broken, and each diagnostic as a result.

    ``texts`` are the files that were read, whose lines go into the fingerprints.
    """
    codes = {diagnostic.code for diagnostic in diagnostics}
    rules = [each for each in explanations() if each.code in codes]
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    prints = _fingerprints(diagnostics, texts)
    driver = {
        "name": "argmap",
        "version": argmap.__version__,
        "semanticVersion": argmap.__version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run: Document = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "Where argmap was run."}}},
        "invocations": [{"executionSuccessful": exit_code in {0, 1}, "exitCode": exit_code}],
        "results": [
            _result(diagnostic, numbers[diagnostic.code], print)
            for diagnostic, print in zip(diagnostics, prints, strict=True)
        ],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Explanation) -> Document:
    examples = [(kind, said) for kind, said in (("Bad", rule.bad), ("Good", rule.good)) if said]
    plain = [f"{kind}:\n\n{said.rstrip()}" for kind, said in examples]
    blocks = [f"{kind}:\n\n```\n{said}```" for kind, said in examples]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.summary}."},
        "fullDescription": {"text": " ".join([f"{rule.summary}.", *rule.paragraphs])},
        "help": {
            "text": "\n\n".join([*rule.paragraphs, *plain]),
            "markdown": "\n\n".join([*rule.paragraphs, *blocks]),
        },
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(diagnostic: Diagnostic, number: int, print: str) -> Document:
    message = f"{diagnostic.message}\nhint: {diagnostic.hint}".removesuffix("\nhint: ")
    result: Document = {
        "ruleId": diagnostic.code,
        "ruleIndex": number,
        "level": diagnostic.severity,
        "message": {"text": message},
        "partialFingerprints": {"argmap/v1": print},
    }
    if diagnostic.span is not None:
        result["locations"] = [{"physicalLocation": _location(diagnostic.span)}]
    return result


def _location(span: Span) -> Document:
    """A place; the column of an end is that after the last character."""
    return {
        "artifactLocation": _artifact(span.file),
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column + 1,
        },
    }


def _artifact(file: str) -> Document:
    """A file, by where it is from here; one that is elsewhere by where it is in all."""
    from urllib.parse import quote

    path = os.path.relpath(file) if os.path.isabs(file) else os.path.normpath(file)
    if path.split(os.sep)[0] == os.pardir:
        return {"uri": f"file://{quote(os.path.abspath(file).replace(os.sep, '/'))}"}
    return {"uri": quote(path.replace(os.sep, "/")), "uriBaseId": "%SRCROOT%"}


def _fingerprints(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> Iterator[str]:
    """What tells a finding from all others, and stays when lines are put in before it.

    It is made of the code, the file, the claims and the words of the line, and is numbered where
    several findings have all of these in common.
    """
    from hashlib import sha256

    lines: dict[str, list[str]] = {}
    seen: dict[str, int] = {}
    for diagnostic in diagnostics:
        file, line = "", ""
        if diagnostic.span is not None:
            file = diagnostic.span.file
            if file not in lines:
                lines[file] = texts.get(file, "").split("\n")
            line = "".join(lines[file][diagnostic.span.line - 1 : diagnostic.span.line]).strip()
        parts = (diagnostic.code, file.replace(os.sep, "/"), line, *sorted(diagnostic.claims))
        print = sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]
        seen[print] = seen.get(print, 0) + 1
        yield f"{print}/{seen[print]}"
