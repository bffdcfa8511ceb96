"""XML is read safely: from hostile texts nothing comes but a complaint."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Source
from argmap.formats._xml_text import (
    Element,
    NotXmlError,
    can_hold,
    cdata,
    document,
    escaped,
    parsed,
    root_name,
    tag,
)
from pace import pace


def _root(text: str) -> Element:
    return parsed(Source(text, "m.xml"))[0]


def test_elements_have_names_attributes_texts_children_and_places() -> None:
    root, comments = parsed(
        Source('<?xml version="1.0"?>\n<a x="1">b<!-- c -->\n  <é:d y="&lt;"/>e</a>', "m.xml")
    )
    assert (root.name, root.attributes, root.text) == ("a", {"x": "1"}, "b\n  e")
    assert [child.name for child in root.children] == ["é:d"]
    assert root.children[0].get("y") == "<"
    assert root.children[0].get("z", "none") == "none"
    assert str(root.children[0].span) == "m.xml:3:3"
    assert list(root.named("d")) == []
    assert comments == [" c "]


@pytest.mark.parametrize(
    ("text", "where", "why"),
    [
        ("", "1:1", "this is not XML: no element found"),
        ("{bad", "1:1", "this is not XML: not well-formed (invalid token)"),
        ("<a>\n  <b></a>", "2:8", "this is not XML: mismatched tag"),
        ("<a/><b/>", "1:5", "this is not XML: junk after document element"),
        ("<a>&b;</a>", "1:4", "this is not XML: undefined entity"),
        ("<a>\x00</a>", "1:4", "this is not XML: not well-formed (invalid token)"),
        ("<a>\ud800</a>", "1:4", "this is not XML: half a character"),
        ("<!DOCTYPE a SYSTEM 'a.dtd'>\n<a>&b;</a>", "2:4", "this XML has an entity that it does"),
        ("<!DOCTYPE a SYSTEM 'a.dtd'><a b='&c;'/>", "1:34", "this XML has an entity that it does"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "1:25", "this XML declares an entity, 'b'"),
        (
            "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
            "1:25",
            "this XML declares an entity, 'b'",
        ),
        (
            "<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://localhost/'> %b;]><a/>",
            "1:35",
            "this XML declares an entity, 'b'",
        ),
    ],
)  # fmt: skip
def test_what_is_no_xml_or_reaches_out_is_refused_where_it_stands(
    text: str, where: str, why: str
) -> None:
    with pytest.raises(NotXmlError) as caught:
        _root(text)
    assert str(caught.value)[: len(why)] == why
    if "ENTITY" not in text:
        assert str(caught.value.span) == f"m.xml:{where}"


def test_entities_that_would_explode_are_not_expanded() -> None:
    declared = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 30)
    )
    with pytest.raises(NotXmlError, match="declares an entity"):
        _root(f"<!DOCTYPE a [{declared}]><a>&a29;</a>")


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE arggraph SYSTEM 'arggraph.dtd'><a>&amp;&#65;<![CDATA[&b;]]><!-- &c; --></a>",
        "<!DOCTYPE a [<!ELEMENT a ANY><!ATTLIST a b CDATA #IMPLIED>]><a>&amp;A&#x26;b;</a>",
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>&amp;A&amp;b;</a>",
        "\ufeff<a>&amp;A&amp;b;</a>",
    ],
)
def test_a_document_type_without_entities_is_passed_over(text: str) -> None:
    assert _root(text).text == "&A&b;"


@pytest.mark.parametrize(
    "text",
    [
        "<a>" * 100_000 + "</a>" * 100_000,
        "<a>" * 100_000,
        f"<a b='{'x' * 5_000_000}'>{'y' * 5_000_000}</a>",
        "<!--" * 500_000,
        f"<!DOCTYPE a SYSTEM 'b'><a>{'<!-- x -->' * 100_000}</a>",
        "<!DOCTYPE " * 200_000,
        " " * 5_000_000,
    ],
    ids=["deep", "open", "long", "comments", "many comments", "types", "blank"],
)
def test_large_and_deep_texts_take_time_in_proportion(text: str) -> None:
    begun = process_time()
    root_name(text)
    try:
        root = _root(text)
    except NotXmlError:
        pass
    else:
        assert root.name == "a"
    assert process_time() - begun < 3 * pace()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<a>", "a"),
        ("  <?xml version='1.0'?>\n<!-- <x> -->\n<!DOCTYPE a [<!ELEMENT a ANY>]>\n<a\nb='c'>", "a"),
        ("\ufeff<a/>", "a"),
        ("a <b>", ""),
        ("</a>", ""),
        ("<!-- <a> ", ""),
        ("", ""),
    ],
)
def test_the_outermost_element_is_known_from_the_beginning(text: str, name: str) -> None:
    assert root_name(text) == name


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_what_is_written_is_read_as_it_was(text: str, value: str) -> None:
    """Whatever XML has characters for; the others become replacement characters."""
    element = tag("a", {"b": value}, cdata(text))
    root = _root("".join(document("r", {"c": text}, [element, tag("e", {}, escaped(text))])))
    if can_hold(text) and can_hold(value):
        assert [child.text for child in root.children] == [text, text]
        assert root.children[0].get("b") == value
        assert root.get("c") == text
    else:
        assert "\ufffd" in element + root.children[1].text


@given(st.text(max_size=30))
def test_any_text_is_xml_or_not(text: str) -> None:
    try:
        name = _root(text).name
    except NotXmlError as error:
        name = str(error)
    assert name


def test_what_could_upset_a_terminal_is_written_as_numbers() -> None:
    assert escaped("a\x9b\u202eb") == "a&#155;&#8238;b"
    assert cdata("a\u202eb") == "a&#8238;b"
    assert cdata("a & b") == "<![CDATA[a & b]]>"
    assert cdata("a ]]> b") == "a ]]&gt; b"
