"""Finding claims in an index by their words: the same claims, in the same order, as by looking."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.names import SEPARATOR, fold
from argmap.query.search import STEMMED, Hit, Query, nearest_of
from argmap.store.index.reach import Reach
from argmap.store.index.records import Records
from argmap.store.index.schema import END

_FEW = 500
"""So many claims are looked at one by one rather than asked for by how well they fit."""
_LOOKED_THROUGH = 20_000
"""In so many claims, what is nearest is found by comparing all of them."""
_CANDIDATES = 200
_NEAR_TERMS = 5
_ALIKE = 70.0
_SHARE = 10
"""Words that more than one in so many claims have say little of what is meant."""
_AT_ONCE = 64
_LAST = "\U0010ffff"


class Finder:
    """What finds claims by their words, of those in reach.

    ``own`` gives the id of a claim in the map that it is of.
    """

    def __init__(self, records: Records, reach: Reach, own: Callable[[Claim], str]) -> None:
        self._records = records
        self._reach = reach
        self._own = own

    def search(self, words: str, limit: int | None) -> list[Hit]:
        """The claims that have every one of the words, best first, at most so many."""
        query = Query.of(words)
        if not query.phrase or limit == 0:
            return []
        if not _is_indexed(query.phrase):
            return self._scored(query, self._claims())[:limit]
        everywhere = _all_of(query)
        found = list(islice(self._matching(everywhere), _FEW + 1))
        if len(found) <= _FEW:
            hits = self._scored(query, self._records.claims_of(found))[:limit]
        else:
            hits = list(islice(self._by_rank(query), limit))
        if limit is None or len(hits) < limit:
            known = {hit.claim for hit in hits}
            stemmed = (hit for hit in self._stemmed(query) if hit.claim not in known)
            hits += islice(stemmed, None if limit is None else limit - len(hits))
        return hits

    def count(self, words: str) -> int:
        """How many claims have every one of the words.

        If they are many, those are counted that SQLite finds, which it does by nearly the same.
        """
        query = Query.of(words)
        expression = self._with_forms(query) or _all_of(query)
        few = list(islice(self._matching(expression), _FEW + 1)) if expression else []
        if len(few) <= _FEW:
            return len(self.search(words, None))
        counted = f"SELECT count(*) FROM words WHERE words MATCH ? AND {self._words_in_reach}"
        return int(self._records.first(counted, expression))

    def _matching(self, expression: str) -> Iterator[int]:
        """The numbers of the claims that an expression of FTS5 fits, in order."""
        query = (
            f"SELECT rowid FROM words WHERE words MATCH ? AND {self._words_in_reach} ORDER BY rowid"
        )
        rows = self._records.connection.execute(query, (expression,))
        return (number for (number,) in rows)

    def _scored(self, query: Query, claims: Iterable[Claim]) -> list[Hit]:
        scored = [(claim.id, query.score(claim, self._own(claim))) for claim in claims]
        hits = [Hit(claim, score) for claim, score in scored if score > STEMMED]
        return sorted(hits, key=lambda hit: -hit.score)

    def _by_rank(self, query: Query) -> Iterator[Hit]:
        """The hits of each rank in turn, each in the order written."""
        single = [*query.words, *query.quoted]
        phrase = f'"{query.phrase}" *'
        ranks = [
            (100.0, _whole(query.phrase, ("title", "text"))),
            (90.0, f"title : {phrase}"),
            (80.0, f"text : {phrase}"),
        ]
        if len(single) > 1:
            ranks += [(70.0, f"title : ({_all_of(query)})"), (60.0, f"text : ({_all_of(query)})")]
        for score, expression in (*ranks, (50.0, _all_of(query))):
            yield from self._of_score(query, score, expression)

    def _of_score(self, query: Query, score: float, expression: str) -> Iterator[Hit]:
        numbers = self._matching(expression)
        while some := list(islice(numbers, _AT_ONCE)):
            for claim in self._records.claims_of(some):
                if query.score(claim, self._own(claim)) == score:
                    yield Hit(claim.id, score)

    def _stemmed(self, query: Query) -> Iterator[Hit]:
        expression = self._with_forms(query)
        return self._of_score(query, STEMMED, expression) if expression else iter(())

    def _with_forms(self, query: Query) -> str:
        """What fits the words and other forms of them; empty if there are none."""
        forms = {word: self._forms(word) for word in query.words if _is_indexed(word)}
        if not any(forms.values()):
            return ""
        words = [
            "(" + " OR ".join([f'"{word}" *', *(f'"{form}"' for form in others)]) + ")"
            for word, others in forms.items()
        ]
        return " AND ".join([*words, *(f'"{quoted}"' for quoted in query.quoted)])

    def _forms(self, word: str) -> list[str]:
        """The words of the index that have the same stem, but do not begin with the word."""
        from argmap.query.stemming import stem

        wanted = stem(word)
        start = wanted[:-1]
        if len(start) < 2:  # noqa: PLR2004  # as in a search through all
            return []
        query = "SELECT term FROM terms WHERE term >= ? AND term < ?"
        terms = (term for (term,) in self._records.rows(query, start, start + _LAST))
        return [term for term in terms if stem(term) == wanted and not term.startswith(word)]

    def nearest(self, words: str, limit: int) -> list[Hit]:
        """The claims that are most like the words, best first.

        In a large index, of those only that have words that are most like these.
        """
        if self._number <= _LOOKED_THROUGH:
            return nearest_of(self._claims(), words, limit)
        expression = " OR ".join(
            f'"{term}"' for term in self._near_terms(fold(words).split()) if _is_indexed(term)
        )
        if not expression:
            return []
        query = (
            f"SELECT rowid FROM words WHERE words MATCH ? AND {self._words_in_reach}"
            " ORDER BY rank LIMIT ?"
        )
        rows = self._records.rows(query, expression, _CANDIDATES)
        numbers = sorted(number for (number,) in rows)
        return nearest_of(self._records.claims_of(numbers), words, limit)

    @cached_property
    def _number(self) -> int:
        query = "SELECT sum(claims) FROM maps WHERE map BETWEEN ? AND ?"
        return self._records.first(query, *self._reach.ends) or 0

    def _claims(self) -> Iterator[Claim]:
        """Every claim in reach."""
        return self._records.claims_where(self._reach.of("claims.claim"))

    @property
    def _words_in_reach(self) -> str:
        return self._reach.of("words.rowid")

    def _near_terms(self, words: Sequence[str]) -> list[str]:
        """The words of the index that are most like these, without the commonest."""
        from rapidfuzz import fuzz, process

        found: dict[str, int] = {}
        for word in dict.fromkeys(words):
            query = "SELECT term, claims FROM terms WHERE length(term) BETWEEN ? AND ?"
            terms = dict(self._records.rows(query, len(word) - 2, len(word) + 2))
            if word in terms:
                found[word] = terms[word]
                continue
            near = process.extract(
                word, terms.keys(), scorer=fuzz.ratio, limit=_NEAR_TERMS, score_cutoff=_ALIKE
            )
            found.update((term, terms[term]) for term, _, _ in near)
        rare = [term for term, claims in found.items() if claims * _SHARE <= self._number]
        return rare or list(found)

    def called(self, words: str) -> list[int]:
        """The numbers of claims that the words may be the whole title, text or id of."""
        wanted = fold(words)
        if not _is_indexed(wanted):
            return self._with("title", words)
        # Before the id, the name of the map is indexed: it belongs to it if there are several.
        start = "" if self._records.alone else "^ "
        whole = _whole(wanted, ("title", "text")) + f' OR other : {start}"{wanted} {END}"'
        return [*self._matching(whole), *self._with("id", words)]

    def _with(self, column: str, value: str) -> list[int]:
        """The numbers of the claims that have this in a column."""
        query = f"SELECT claim FROM claims WHERE {column} = ? AND {self._reach.of('claims.claim')}"
        return [number for (number,) in self._records.rows(query, value)]

    def arguments_called(self, words: str) -> list[Argument]:
        """The reconstructed arguments that the words may be the title or id of."""
        own = [words, *(words[p + 1 :] for p, sign in enumerate(words) if sign == SEPARATOR)]
        holes = ", ".join("?" * len(own))
        query = (
            "SELECT argument FROM arguments WHERE gist IS NULL AND map BETWEEN ? AND ?"
            f" AND (folded_title = ? OR id IN ({holes})) ORDER BY argument"
        )
        wanted = fold(words.strip("<>"))
        rows = self._records.rows(query, *self._reach.ends, wanted, *own)
        return [self._records.argument(number) for (number,) in rows]


def _whole(words: str, columns: Iterable[str]) -> str:
    """What fits columns one of whose texts has these words and no others."""
    ended = f'"{words} {END}"'
    first = [f"{column} : ^ {ended}" for column in columns]
    return " OR ".join([*first, f'text : "{END} {words} {END}"'])


def _all_of(query: Query) -> str:
    """What fits claims that have all the words."""
    words = [f'"{word}" *' for word in query.words if _is_indexed(word)]
    return " AND ".join([*words, *(f'"{quoted}" *' for quoted in query.quoted)])


def _is_indexed(words: str) -> bool:
    """Whether something in the words is a letter or a digit for SQLite, which knows older ones."""
    from unicodedata import ucd_3_2_0

    return any(ucd_3_2_0.category(sign)[0] in "LN" for sign in words)
