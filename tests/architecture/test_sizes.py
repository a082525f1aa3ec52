"""Files of one screen's idea and functions of one thought."""

from architecture.house import CORE, SHELL, TESTS, modules

MOST_LINES_IN_A_FILE = 300
MOST_LINES_IN_A_FUNCTION = 40

#: Path -> why it may be longer. Each entry is a debt or a reason; it starts empty.
LONG_FILES: dict[str, str] = {}
#: "path function" -> why it may be longer.
LONG_FUNCTIONS: dict[str, str] = {}


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {m.name: m.text.count("\n") for m in modules(CORE, SHELL, TESTS)}
    long = {name for name, lines in lengths.items() if lines > MOST_LINES_IN_A_FILE}
    assert long == set(LONG_FILES), "divide the file, or say in LONG_FILES why not"


def test_no_function_is_longer_than_forty_lines() -> None:
    long = {
        f"{module.name} {function.name}"
        for module in modules(CORE, SHELL)
        for function in module.functions()
        if (function.end_lineno or 0) - function.lineno >= MOST_LINES_IN_A_FUNCTION
    }
    assert long == set(LONG_FUNCTIONS), "divide the function, or say in LONG_FUNCTIONS why not"
