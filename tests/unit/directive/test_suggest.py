"""A helper model proposes; what the text does not bear out is refused."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from typing import ClassVar

import pytest

from lotrinh.base.errors import LotrinhError
from lotrinh.directive import open_document, read
from lotrinh.directive.ask_model import asker
from lotrinh.directive.suggest import suggest

SENTENCE = "Tỉnh muốn có 12 khu công nghiệp vào năm 2030."
DOCUMENT = open_document("a.txt", f"Kế hoạch.\n\n{SENTENCE}\n".encode())
GOOD = {
    "quote": SENTENCE, "name": "số khu công nghiệp", "kind": "count", "operator": "=",
    "value": 12, "value_high": None, "unit": "khu công nghiệp", "year": 2030,
}  # fmt: skip


def suggested(*proposals: dict):
    empty = read(open_document("b.txt", b"Khong co gi.\n"))
    return suggest(DOCUMENT, empty, lambda _: json.dumps({"targets": proposals}))


def test_a_proposal_the_text_bears_out_becomes_a_target_at_its_sentence() -> None:
    (target,) = suggested(GOOD).targets
    assert DOCUMENT.quote(*target.at) == SENTENCE
    assert (target.value, target.year, target.rule, target.confidence) == (12, 2030, "model", 0.5)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("quote", "Tỉnh muốn có 13 khu công nghiệp.", "không có trong văn bản"),
        ("value", 13, "13"),
        ("year", 2031, "2031"),
        ("value", "mười hai", "không phải là một số"),
        ("name", "", "không nêu chỉ tiêu"),
    ],
)
def test_a_proposal_the_text_does_not_bear_out_is_refused_with_the_reason(
    field, value, reason
) -> None:
    found = suggested({**GOOD, field: value})
    assert found.targets == ()
    assert reason in found.refused[0].reason.vi


def test_a_unit_the_sentence_does_not_name_is_not_taken_over() -> None:
    assert suggested({**GOOD, "unit": "tỷ đồng"}).targets[0].unit is None


def test_what_our_own_rules_found_is_not_proposed_again() -> None:
    assert len(suggested(GOOD, GOOD).targets) == 1


@pytest.mark.parametrize("answer", ["I cannot.", "{}", '{"targets": 5}', "[]"])
def test_an_answer_of_another_shape_is_one_clear_error(answer: str) -> None:
    draft = read(DOCUMENT)
    with pytest.raises(LotrinhError) as caught:
        suggest(DOCUMENT, draft, lambda _: answer)
    assert "dạng JSON đã yêu cầu" in caught.value.say("vi")


class _Fake(BaseHTTPRequestHandler):
    """The shape of an OpenAI-compatible server: messages in, choices out."""

    asked: ClassVar[list[dict]] = []

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert self.path == "/v1/chat/completions"
        assert set(body) == {"model", "messages", "temperature"}
        assert [set(message) for message in body["messages"]] == [{"role", "content"}]
        type(self).asked.append(body)
        content = json.dumps({"targets": [GOOD]}, ensure_ascii=False)
        answer = {
            "choices": [{"message": {"role": "assistant", "content": f"```json\n{content}\n```"}}]
        }
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Fake)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_helper_speaks_to_an_openai_compatible_endpoint(endpoint: str) -> None:
    empty = read(open_document("b.txt", b"Khong co gi.\n"))
    found = suggest(DOCUMENT, empty, asker(endpoint))
    assert [target.name for target in found.targets] == ["số khu công nghiệp"]
    assert SENTENCE in _Fake.asked[-1]["messages"][0]["content"]


class _Broken(BaseHTTPRequestHandler):
    """Each path but the right one goes wrong in a way of its own."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        how = self.path.split("/")[1]
        if how == "slow":
            time.sleep(1)
        if how == "elsewhere":
            self.send_response(302)
            self.send_header("Location", "/v1/chat/completions")
            self.end_headers()
            return
        body = {
            "cut-off": b'{"choices": [',
            "no-json": b"<html>503</html>",
            "nothing": b'{"choices": null}',
            "a-list": b"[]",
            "no-text": b'{"choices": [{"message": null}]}',
        }.get(how, b"")
        self.send_response(500 if how == "error" else 200)
        self.send_header("Content-Length", str(len(body) + 40 * (how == "cut-off")))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def broken() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Broken)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    "how",
    ["slow", "elsewhere", "cut-off", "no-json", "nothing", "a-list", "no-text", "error", "empty"],
)
def test_an_endpoint_that_is_slow_or_broken_is_one_clear_error(broken: str, how: str) -> None:
    with pytest.raises(LotrinhError) as caught:
        asker(f"{broken}/{how}", seconds=0.3)("x")
    assert "Không gọi được mô hình" in caught.value.say("vi")
    assert len(caught.value.problems) == 1


def test_a_year_inside_a_longer_number_does_not_bear_a_proposal_out() -> None:
    text = "Tỉnh muốn có 12 khu công nghiệp, trồng 12030 cây."
    document = open_document("a.txt", text.encode())
    answer = json.dumps({"targets": [{**GOOD, "quote": text}]})
    found = suggest(document, read(open_document("b.txt", b"Khong co gi.\n")), lambda _: answer)
    assert found.targets == ()


def test_an_endpoint_that_is_not_there_is_one_clear_error() -> None:
    with pytest.raises(LotrinhError) as caught:
        asker("http://127.0.0.1:9/v1")("x")
    assert "Không gọi được mô hình" in caught.value.say("vi")
    with pytest.raises(LotrinhError):
        asker("file:///etc/passwd")
