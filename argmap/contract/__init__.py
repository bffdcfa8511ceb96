"""What ``--json`` promises: the records and documents that argmap prints and reads.

``records`` makes plain data of the map's records, without pydantic, for pydantic costs more to
import than a whole answer does. The other modules are the pydantic models of the documents, from
which the shipped JSON Schemas are generated (``python -m argmap.contract``); the tests hold every
real answer against both.
"""
