"""The flow of the project's own files, loaded once; and a chat that nobody has written in yet."""

import pytest

from flows.flow import Flow
from tests.flows.given import Chat, the_flow


@pytest.fixture(scope="session")
def flow() -> Flow:
    return the_flow()


@pytest.fixture
def chat(flow: Flow) -> Chat:
    return Chat(flow)
