"""Messages between processes: whole, in order, and a clear end when the other side is gone."""

import os
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foundation import messages
from foundation.messages import Channel, ChannelClosed

JSON = st.dictionaries(
    st.text(max_size=8),
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5),
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(JSON, max_size=8))
def test_what_is_sent_arrives_whole_and_in_order(sent: list[dict[str, object]]) -> None:
    ours, theirs = Channel.pair()
    for message in sent:
        ours.send(message)
    assert theirs.pending() == sent
    assert theirs.receive(timeout_s=0) is None
    ours.close()
    theirs.close()


def test_many_threads_never_mix_their_lines() -> None:
    ours, theirs = Channel.pair()
    text = "长" * 3000

    def send_all(number: int) -> None:
        for _ in range(20):
            ours.send({"n": number, "text": text})

    senders = [threading.Thread(target=send_all, args=(n,)) for n in range(4)]
    for sender in senders:
        sender.start()
    got = [theirs.receive(timeout_s=10) for _ in range(80)]
    for sender in senders:
        sender.join()
    assert all(message and message["text"] == text for message in got)
    ours.close()
    theirs.close()


def test_messages_sent_before_the_end_are_still_read() -> None:
    ours, theirs = Channel.pair()
    ours.send({"last": "words"})
    ours.close()
    assert theirs.pending() == [{"last": "words"}]
    with pytest.raises(ChannelClosed):
        theirs.pending()
    with pytest.raises(ChannelClosed):
        theirs.send({"anyone": "there"})
    theirs.close()


@pytest.mark.parametrize("line", [b"not json\n", b"[1, 2]\n", b"\xff\xfe\n"])
def test_what_is_no_message_closes_the_channel(line: bytes) -> None:
    ours, theirs = Channel.pair()
    os.write(ours.fileno(), line)
    with pytest.raises(ChannelClosed):
        theirs.receive(timeout_s=5)
    ours.close()
    theirs.close()


def test_a_line_that_never_ends_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "MAX_LINE", 1000)
    ours, theirs = Channel.pair()
    os.write(ours.fileno(), b"x" * 2000)
    with pytest.raises(ChannelClosed, match="never ends"):
        theirs.receive(timeout_s=5)
    ours.close()
    theirs.close()
