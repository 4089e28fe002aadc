# noqa: INP001 -- a script, not a package
"""Rebuild the vendored browser bundle from its npm package and compare it with the committed one.

    python tools/vendor/rebuild.py            # exit 1 where the committed file differs
    python tools/vendor/rebuild.py --write    # replace it and its manifest

Needs npm and a network, at development time only; what runs is the committed file."""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
VENDOR = HERE.parents[1] / "src/motcua/design/static/design/vendor"
PACKAGE = "@marcbachmann/cel-js"
BUNDLE = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=none"]


def run(command: list[str], work: Path) -> None:
    """Run one fixed command in `work`; raise where it fails."""
    subprocess.run(command, cwd=work, check=True)  # noqa: S603 -- fixed words, development only


def build(work: Path) -> dict[str, bytes]:
    """Give the files that belong in the vendor folder, by name."""
    for name in ("package.json", "package-lock.json", "cel.js"):
        shutil.copy(HERE / name, work / name)
    run(
        [shutil.which("npm") or "npm", "ci", "--no-audit", "--no-fund", "--foreground-scripts"],
        work,
    )
    out = work / "out.js"
    run([str(work / "node_modules/.bin/esbuild"), "cel.js", *BUNDLE, f"--outfile={out}"], work)
    package = work / "node_modules" / PACKAGE
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    notice = f"/*! {PACKAGE} {version}, MIT licence, see cel.LICENSE */\n".encode()
    files = {"cel.js": notice + out.read_bytes(), "cel.LICENSE": (package / "LICENSE").read_bytes()}
    manifest = {
        "cel.js": {"package": PACKAGE, "version": version, "licence": "MIT", "bundler": "esbuild"},
        "cel.LICENSE": {"package": PACKAGE, "version": version},
    }
    for name, content in files.items():
        manifest[name]["sha256"] = hashlib.sha256(content).hexdigest()
    files["manifest.json"] = (json.dumps(manifest, indent=2) + "\n").encode()
    return files


def main() -> int:
    """Compare, or write with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    with tempfile.TemporaryDirectory() as work:
        files = build(Path(work))
    differing = []
    for name, content in files.items():
        path = VENDOR / name
        if not path.exists() or path.read_bytes() != content:
            differing.append(name)
            if write:
                path.write_bytes(content)
    sys.stdout.write(
        f"{'written' if write else 'differing'}: {', '.join(differing) or 'nothing'}\n"
    )
    return 0 if write or not differing else 1


if __name__ == "__main__":
    raise SystemExit(main())
