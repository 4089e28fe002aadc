"""What is said of a file that does not open, to whoever wanted to open it."""

from motcua.documents.values import FileState, StoredFile
from motcua.kernel.words import Sentence


def closed_because(file: StoredFile) -> Sentence:
    """Say why a file does not open and what to do."""
    name = file.filename
    return {
        FileState.WAITING: Sentence(
            vi=f"Tệp “{name}” đang được kiểm tra mã độc. Bạn hãy mở lại sau ít phút.",
            en=f"The file “{name}” is being checked for malware. Try again in a few minutes.",
        ),
        FileState.UNSCANNED: Sentence(
            vi=f"Tệp “{name}” chưa được quét mã độc (máy này không có ClamAV) nên không mở được.",
            en=f"The file “{name}” was not scanned (no ClamAV here), so it cannot be opened.",
        ),
        FileState.UNSCANNABLE: Sentence(
            vi=f"Không kiểm tra được tệp “{name}” nên không mở được. Cần một bản khác: chụp hoặc "
            "lưu lại rồi tải lên.",
            en=f"The file “{name}” could not be checked, so it cannot be opened. Another copy is "
            "needed.",
        ),
        FileState.REMOVED: Sentence(
            vi=f"Tệp “{name}” đã bị bỏ theo ý chủ tệp.",
            en=f"The file “{name}” was removed at its owner's wish.",
        ),
    }.get(file.state, infected(name))


def infected(name: str) -> Sentence:
    """Say that malware was found, and what the applicant does now."""
    return Sentence(
        vi=f"Tệp “{name}” có mã độc nên đã bị chặn, không ai mở được. Cần một bản khác: chụp lại "
        "giấy tờ bằng điện thoại, hoặc quét máy tính bằng phần mềm chống mã độc rồi lưu lại tệp.",
        en=f"The file “{name}” holds malware and was blocked; nobody can open it. Another copy is "
        "needed: photograph the paper, or clean the computer and save the file again.",
    )
