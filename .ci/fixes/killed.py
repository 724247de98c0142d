"""A run of --fix that is killed at any moment leaves every file either as it was or as it is to be."""

import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from documents import Writer, document

GWLINT = pathlib.Path(sys.argv[1]).resolve()
FILES = 600
ROUNDS = 25
COMMAND = [GWLINT, "--fix", "--select", "mock-message-missing,backend-timeout-range", "--fail-on", "never", "."]


def knows_files_without_names(folder):
    try:
        os.close(os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600))
    except OSError:
        return False
    return True


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        old = {}
        for seed in range(FILES):
            writer = Writer(seed)
            path = folder / f"d{seed % 7}" / (f"{seed}.json" if writer.is_json else f"{seed}.yaml")
            path.parent.mkdir(exist_ok=True)
            old[path] = writer.text(document(seed)[0]).encode()
            path.write_bytes(old[path])
        started = time.monotonic()
        subprocess.run(COMMAND, cwd=folder, check=True, capture_output=True)
        duration = time.monotonic() - started
        new = {path: path.read_bytes() for path in old}
        changed = [path for path in old if old[path] != new[path]]
        assert len(changed) > FILES / 2, "too few files have something to fix"
        rng = random.Random(4)
        mixed = 0
        left = set()
        for number in range(ROUNDS):
            for path in changed:
                path.write_bytes(old[path])
            inodes = {path: path.stat().st_ino for path in changed[:5]}
            process = subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if number % 2:
                # Files are written in a short time at the end: this is right after the first of them.
                while process.poll() is None and all(path.stat().st_ino == node for path, node in inodes.items()):
                    pass
                time.sleep(rng.random() * 0.02)
            else:
                time.sleep(rng.random() * duration)
            process.send_signal(signal.SIGKILL)
            process.wait()
            written = 0
            for path in old:
                content = path.read_bytes()
                assert content in (old[path], new[path]), f"{path} is torn"
                written += content != old[path]
            mixed += 0 < written < len(changed)
            seen = {path for path in folder.rglob("*") if path.is_file()}
            # A file is seen beside its place in the moment of the replacement alone, and is whole then.
            beside = {path for path in seen if path.name.startswith(".gwlint-")}
            assert seen - beside == set(old), f"files have come or gone: {(seen - beside) ^ set(old)}"
            assert all(path.read_bytes() in new.values() for path in beside), "a torn file is left beside its place"
            left |= beside
            for path in beside:
                path.unlink()
        assert mixed > 0, "no run was killed while it wrote"
        if knows_files_without_names(folder):
            assert len(left) <= mixed / 2 + 1, f"runs leave files behind: {len(left)} of {mixed}"
        subprocess.run(COMMAND, cwd=folder, check=True, capture_output=True)
        assert all(path.read_bytes() == new[path] for path in old), "a run after a killed one does not finish the work"
    print(f"{ROUNDS} killed runs, {mixed} of them while writing: every file is old or new, {len(left)} left beside")


main()
