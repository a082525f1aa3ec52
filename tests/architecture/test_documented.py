"""Every file says what it is, and every test says what is true."""

import ast

from architecture.house import CORE, SHELL, TESTS, modules

#: A name of so many words reads as a sentence: test_parentheses_hold_together.
WORDS_OF_A_SENTENCE = 3


def test_every_module_says_what_it_is() -> None:
    silent = [
        m.name
        for m in modules(CORE, SHELL, TESTS)
        if m.text.strip() and not ast.get_docstring(m.tree)
    ]
    assert silent == []


def test_every_test_states_its_truth_in_a_sentence() -> None:
    silent = [
        f"{module.name} {function.name}"
        for module in modules(TESTS)
        for function in module.functions()
        if function.name.startswith("test_")
        and not ast.get_docstring(function)
        and len(function.name.split("_")) - 1 < WORDS_OF_A_SENTENCE
    ]
    assert silent == [], "give the test a docstring, or a name that is a sentence"
