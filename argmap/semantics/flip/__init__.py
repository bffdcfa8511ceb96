"""What would change a verdict: the smallest sets of things to give up, or to refute.

A set of changes is looked for as a minimum-cost solution of clauses (partial MaxSAT): what is kept
costs nothing, and the claim must come to have another label. The clauses say of every statement and
step what the module `reasoning` says. Where nothing can be undecided and nothing goes in a circle,
they have one solution for every change; elsewhere a solution can be wrong about a circle. So every
set that is proposed is evaluated, and where the evaluation does not bear it out, clauses are
learned that hold of all evaluations and not of the solution (loop formulas, Lin and Zhao 2004).

Wallner, Niskanen and Järvisalo, Complexity results and algorithms for extension enforcement in
abstract argumentation, J. Artif. Intell. Res. 60 (2017), ask the same of frameworks.
"""

from argmap.semantics.flip.answer import flips
from argmap.semantics.flip.question import By, Flip, Flips, Only, Question, wanted_of
from argmap.semantics.flip.robustness import Robustness, robustness
from argmap.semantics.frameworks.solver import SolverMissing

__all__ = [
    "By",
    "Flip",
    "Flips",
    "Only",
    "Question",
    "Robustness",
    "SolverMissing",
    "flips",
    "robustness",
    "wanted_of",
]
