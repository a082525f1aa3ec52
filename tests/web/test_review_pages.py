"""The desk as pages: closed to strangers, whole without a script; the public stays cookie-free."""

from __future__ import annotations

import io
import json
import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from lotrinh.flow import open_content
from lotrinh_web.review import queries
from web.reviewing import ARTICLE, NAME, NEW_INDICATOR, PASSWORD, PLAN, SAID, posted


@pytest.fixture
def person(loaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Someone of the planning office."""
    monkeypatch.setattr("lotrinh_web.desk.actions.open_content", open_content)
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    arguments = (NAME, "--password-stdin", "--role=planning_office")
    call_command("add_person", *arguments, stdout=io.StringIO())


@pytest.fixture
def desk(person: None) -> Client:
    client = Client()
    client.post("/desk/sign-in/", {"name": NAME, "password": PASSWORD})
    return client


def upload(client: Client, text: str = ARTICLE, name: str = "bai.txt", at: str = "/desk/") -> str:
    """Upload a document and return the address of its review."""
    file = io.BytesIO(text.encode())
    file.name = name
    return client.post(at, {"file": file}).headers.get("Location", "")


def item_of(url: str, kind: str, number: int = 0) -> queries.Item:
    review = int(re.findall(r"\d+", url)[-1])
    return [one for one in queries.items(review) if one.kind == kind][number]


@pytest.mark.parametrize("url", ["/desk/", "/desk/reviews/1/", "/en/desk/reviews/1/issue/"])
def test_a_stranger_is_led_to_the_door_and_back(db: None, url: str) -> None:
    answer = Client().get(url)
    assert answer.status_code == 302
    assert "/sign-in/?next=" in answer["Location"]


def test_public_pages_set_no_cookie_even_for_a_signed_in_person(desk: Client) -> None:
    for url in ("/", "/en/", "/methods/", "/plans/vn/nq-52-2019/"):
        answer = desk.get(url)
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_the_door_does_not_lead_away_from_the_site(person: None) -> None:
    values = {"name": NAME, "password": PASSWORD, "next": "https://example.org/"}
    assert Client().post("/desk/sign-in/", values)["Location"] == "/desk/"


def test_a_form_without_its_token_is_refused(person: None) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/desk/sign-in/", {"name": NAME, "password": PASSWORD})
    assert answer.status_code == 403
    assert "Biểu mẫu đã cũ" in answer.content.decode()


def test_a_weak_password_is_refused_with_everything_that_is_wrong(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1234\n"))
    with pytest.raises(CommandError) as raised:
        call_command("add_person", NAME, "--password-stdin", "--lang=en")
    assert "at least 12" in str(raised.value)
    assert "digits" in str(raised.value)


@pytest.mark.parametrize("lang", ["", "/en"])
def test_the_whole_way_needs_no_script(desk: Client, lang: str) -> None:
    url = upload(desk, at=f"{lang}/desk/")
    assert url.startswith(f"{lang}/desk/reviews/")
    assert "mark-target" in desk.get(url).content.decode()
    for kind, number, more in (
        ("goal", 0, {}),
        ("target", 0, {"indicator": "digital-economy-share"}),
        ("target", 1, NEW_INDICATOR),
        ("duty", 0, {"actors": ["dak-lak/ban-tuyen-giao"]}),
    ):
        one = item_of(url, kind, number)
        values = posted(one.fields) | more
        if "value" in values and lang == "":
            values["value"] = values["value"].replace(".", ",")
        answer = desk.post(f"{url}items/{one.id}/", values)
        assert answer["Location"] == f"{url}#item-{one.id}"
    assert desk.get(f"{url}issue/").status_code == 200
    answer = desk.post(f"{url}issue/", SAID)
    assert answer["Location"].startswith(f"{url}record/#issue-")
    record = desk.get(f"{url}record/").content.decode()
    assert f"{lang}/plans/vn/kh-12/" in record
    public = Client().get(f"{lang}/plans/vn/kh-12/").content.decode()
    assert "96,5" in public if lang == "" else "96.5" in public


def test_accepting_what_lacks_something_opens_its_form(desk: Client) -> None:
    url = upload(desk)
    one = item_of(url, "target")
    answer = desk.post(f"{url}decide/", {"accept": one.id})
    assert answer.status_code == 422
    assert "aria-invalid" in answer.content.decode()


def test_a_script_gets_the_row_and_the_count(desk: Client) -> None:
    url = upload(desk)
    one = item_of(url, "goal")
    headers = {"X-Requested-With": "fetch"}
    answer = json.loads(desk.post(f"{url}decide/", {"accept": one.id}, headers=headers).content)
    assert answer["state"] == "accepted"
    assert "1" in answer["progress"]
    assert f'id="item-{one.id}"' in answer["row"]
    undone = json.loads(desk.post(f"{url}decide/", {"undo": 1}, headers=headers).content)
    assert (undone["id"], undone["state"], undone["undo"]) == (one.id, "open", False)


def test_an_added_sentence_must_stand_in_the_text(desk: Client) -> None:
    url = upload(desk)
    answer = desk.get(f"{url}add/", {"quote": "Câu này không có ở đâu cả."})
    assert answer.status_code == 422
    assert "không có trong văn bản" in answer.content.decode()


def test_a_quote_is_found_over_broken_lines_and_other_composition(desk: Client) -> None:
    import unicodedata

    url = upload(desk)
    quote = unicodedata.normalize("NFD", "Mọi thôn buôn  đều có\nngười hướng dẫn.")
    values = {"quote": quote, "kind_of_item": "duty", "kind": "guide", "action": "Hướng dẫn"}
    answer = desk.post(f"{url}add/", values | {"actors": ["vn/government"]})
    assert answer.status_code == 302
    added = item_of(url, "duty")
    assert queries.review(added.review_id).text[added.start : added.end] == (
        "Mọi thôn buôn đều có người hướng dẫn."
    )


def test_a_wrong_file_is_told_on_the_page(desk: Client) -> None:
    file = io.BytesIO(b"\x00\x01")
    file.name = "a.exe"
    answer = desk.post("/desk/", {"file": file})
    assert answer.status_code == 422
    assert "Chưa đọc được loại tệp" in answer.content.decode()


def test_another_review_does_not_give_out_an_item(desk: Client) -> None:
    first, second = upload(desk), upload(desk)
    one = item_of(first, "goal")
    assert desk.get(f"{second}items/{one.id}/").status_code == 404
    assert desk.post(f"{second}decide/", {"accept": one.id}).status_code == 404


def test_what_stands_in_a_document_is_shown_as_text_and_never_as_markup(desk: Client) -> None:
    url = upload(desk, ARTICLE + "\n\nPhấn đấu đến năm 2030 đạt 5% <script>alert(1)</script> hộ.\n")
    assert "<script>alert" not in desk.get(url).content.decode()


def test_a_word_file_comes_in_like_a_text(desk: Client) -> None:
    from docx import Document

    file = io.BytesIO()
    document = Document()
    for paragraph in ARTICLE.split("\n\n"):
        document.add_paragraph(" ".join(paragraph.split()))
    document.save(file)
    file.seek(0)
    file.name = "bai.docx"
    url = desk.post("/desk/", {"file": file})["Location"]
    assert item_of(url, "target").fields["value"] == "30"


def test_a_body_that_is_in_no_register_comes_with_the_plan(desk: Client) -> None:
    url = upload(desk)
    for kind, number, more in (
        ("target", 0, {"indicator": "digital-economy-share"}),
        ("duty", 0, {"actors": [], "body_name": "Tổ công nghệ số", "body_kind": "group"}),
    ):
        one = item_of(url, kind, number)
        assert desk.post(f"{url}items/{one.id}/", posted(one.fields) | more).status_code == 302
    assert desk.post(f"{url}issue/", SAID | {"leave_open": "1"}).status_code == 302
    assert "Tổ công nghệ số" in Client().get("/plans/vn/kh-12/bodies/").content.decode()


def test_what_a_document_says_of_itself_is_shown_and_goes_into_the_plan(desk: Client) -> None:
    url = upload(desk, PLAN)
    page = desk.get(url).content.decode()
    for said in ("Phạm Ngọc An", "12/03/2024", "Thay thế", "Đề án khám bệnh từ xa", "hằng quý"):
        assert said in page
    one = item_of(url, "target")
    values = posted(one.fields) | {"indicator": "digital-economy-share"}
    assert desk.post(f"{url}items/{one.id}/", values).status_code == 302
    form = desk.get(f"{url}issue/").context
    said = form["said"].fields
    # The province as it was on the day of the document, before its map changed.
    assert (said["place"], said["signatory"]) == ("vn/dak-lak@2004", "Phạm Ngọc An")
    assert said["summary"] == said["title"]
    kin = {f"carried_0_{name}": value for name, value in form["said"].carried[0].items()}
    answer = desk.post(f"{url}issue/", said | kin | {"leave_open": "1"})
    assert answer.status_code == 302
    kept = queries.issues(int(url.split("/")[-2]))[0]
    assert "12/KH-UBND" in Client().get("/" + kept.address + "/").content.decode()
