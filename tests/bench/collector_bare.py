"""An application that does no work: what the server itself can do."""

HEADERS = [("access-control-allow-origin", "*"), ("cache-control", "no-store")]


class Bare:
    """Reads what is sent and answers 204."""

    async def __rsgi__(self, scope, proto):
        if scope.method == "POST":
            await proto()
        proto.response_empty(204, HEADERS)


bare = Bare()
