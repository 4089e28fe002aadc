"""How a message stands after what the gateway says."""

from motcua.notifications.values import MessageState as State


def after_report(state: State, *, delivered: bool, onward: bool) -> State:
    """Give the state after a report; telling the same twice changes nothing.

    What arrived has arrived, whatever is said later. `onward`: there is another way to try.
    """
    if delivered or state is State.DELIVERED:
        return State.DELIVERED
    if state in {State.FAILED, State.GIVEN_UP}:
        return state
    return State.FAILED if onward else State.GIVEN_UP
