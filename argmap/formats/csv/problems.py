"""What is wrong or noteworthy with tables: the codes, in words."""

from argmap.formats._findings import Codes

PROBLEMS: Codes = {
    "CS01": (
        "error",
        "this is no table of claims or relations: its first line names no column of one",
        "begin with a line of names such as id,text or source,target,kind",
    ),
    "CS02": (
        "error",
        "this quoted cell has no end",
        'end it with a quotation mark; one inside a cell is written twice: ""',
    ),
    "CS03": (
        "warning",
        "the cell goes on after its closing quotation mark",
        'a quotation mark inside a cell is written twice: ""',
    ),
    "CS04": (
        "error",
        "the row has {count} cells, and the table {columns} columns: {extra!r} is left out",
        "put cells with the delimiter in them in quotation marks",
    ),
    "CS05": (
        "warning",
        "the row has {count} cells, and the table {columns} columns",
        "the other cells are taken to be empty",
    ),
    "CS06": (
        "error",
        "the kind {word!r} is none that relations have",
        "the relation is left out; write support, attack, undercut, or another kind of relation",
    ),
    "CS07": (
        "error",
        "the relation refers to {gone!r}, which no table has",
        "it is left out; everything else is read",
    ),
    "CS08": ("warning", "the {field} {why}", "it is kept, and otherwise passed over"),
    "CS09": (
        "warning",
        "the column {header!r} means the same as another: {field}",
        "it is kept as data; give it another name, or take it out",
    ),
    "CS10": (
        "note",
        "no table has claims: the ends of the relations are read as claims",
        "add a table with the columns id and text to say what they claim",
    ),
    "CS11": (
        "error",
        "the relation has no {what}",
        "it is left out; everything else is read",
    ),
    "CS12": (
        "warning",
        "after the empty line there is no line of names",
        "the rows are read as more of the table above",
    ),
    "CS13": (
        "error",
        "the map is described a second time",
        "it is left out; the first row says its name and data",
    ),
    "CS14": (
        "error",
        "the id {id!r} is already taken; this section is called {got!r}",
        "give each section an id of its own",
    ),
}
"""By code: how bad it is, the message, and what to do about it."""
