"""`motcua emulate`: stand-ins for systems that nobody can ship. Needs no store."""

import click

from motcua.emulators.messages import Emulator, serve


@click.group()
def command() -> None:
    """Stand in for systems of others: gateways of SMS and Zalo."""


@command.command()
@click.option("--port", default=8090, show_default=True, help="Where it listens, on 127.0.0.1.")
@click.option(
    "--callback",
    default="http://127.0.0.1:8000/cong-tin-nhan/",
    show_default=True,
    help="Where it reports, and passes incoming SMS on.",
)
@click.option("--secret", default="", envvar="MOTCUA_GATEWAY_SECRET", help="The callback's secret.")
@click.option("--token", default="emulated", show_default=True, help="What senders must show.")
def messages(*, port: int, callback: str, secret: str, token: str) -> None:
    """Take SMS at /sms and Zalo messages at /message/template; Ctrl-C stops it."""
    emulator = Emulator(callback=callback, secret=secret, token=token)
    server = serve(emulator, port=port)
    click.echo(f"http://127.0.0.1:{server.server_address[1]}/sms and …/message/template")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        emulator.stopped.set()
    finally:
        server.server_close()
