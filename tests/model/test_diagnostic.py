from argmap.model.diagnostic import Diagnostic, failures
from argmap.model.span import Span

ERROR = Diagnostic("MAP01", "error", "it dangles", Span("m.argdown", 3, 5, 3, 9))
WARNING = Diagnostic("AD08", "warning", "it is odd")
NOTE = Diagnostic("ARG01", "note", "it is so")


def test_a_diagnostic_is_printed_with_its_place() -> None:
    assert str(ERROR) == "m.argdown:3:5: MAP01 it dangles"
    assert str(WARNING) == "AD08 it is odd"


def test_only_errors_make_an_answer_doubtful() -> None:
    assert failures([NOTE, ERROR, WARNING, ERROR]) == [ERROR, ERROR]
    assert failures((NOTE, WARNING)) == []
