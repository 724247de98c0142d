"""--fix changes exactly the values it names, as PyYAML and ruamel.yaml read them; keeps every comment; settles at once;
and the patch of --diff, applied by git, is the same."""

import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import ruamel.yaml
import yaml

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from documents import Writer, document

GWLINT = pathlib.Path(sys.argv[1]).resolve()
COUNT = 300
RULES = "mock-message-missing,backend-timeout-range"


def run(*arguments, folder, expect, **options):
    done = subprocess.run([GWLINT, *arguments], cwd=folder, capture_output=True, **options)
    assert done.returncode in expect, (arguments, done.returncode, done.stdout.decode(), done.stderr.decode())
    return done.stdout


def read(path, text):
    return json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)


def ruamel_value(text):
    return ruamel.yaml.YAML(typ="safe", pure=True).load(io.StringIO(text))


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        expected = {}
        for seed in range(COUNT):
            writer = Writer(seed)
            faulty, mended = document(seed)
            text = writer.text(faulty)
            path = folder / (f"api{seed}.json" if writer.is_json else f"api{seed}.yaml")
            assert read(path, text) == faulty, f"the generator wrote {path.name} wrong\n{text}"
            path.write_bytes(text.encode())
            expected[path] = (text, mended, writer.comments)
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
        patch = run("--diff", "--select", RULES, folder=folder, expect=[1])
        assert all(path.read_bytes().decode() == text for path, (text, _, _) in expected.items()), "--diff wrote a file"
        run("--fix", "--select", RULES, "--fail-on", "never", folder=folder, expect=[0])
        fixed = {path: path.read_bytes() for path in expected}
        for path, (text, mended, comments) in expected.items():
            after = fixed[path].decode()
            show = f"{path.name}\n{text}\n=====\n{after}"
            assert read(path, after) == mended, "PyYAML reads other values: " + show
            if path.suffix == ".yaml":
                assert ruamel_value(after.lstrip("\ufeff")) == mended, "ruamel.yaml reads other values: " + show
            for comment in comments:
                assert after.count(comment) >= text.count(comment), f"{comment} is lost: {show}"
            assert after.startswith("\ufeff") == text.startswith("\ufeff"), "byte order mark: " + show
            assert ("\r\n" in text) == ("\r\n" in after) and not re.search(r"(?<!\r)\n", after if "\r\n" in text else ""), (
                "line ends: " + show)
        assert run("--diff", "--select", RULES, folder=folder, expect=[0]) == b"", "a second run changes something"
        for path, (text, _, _) in expected.items():
            path.write_bytes(text.encode())
        subprocess.run(
            ["git", "apply", "--whitespace=nowarn", "-"], cwd=folder, check=True, input=patch)
        for path, content in fixed.items():
            assert path.read_bytes() == content, f"the patch of {path.name} is not what --fix writes"
        for path, (text, _, _) in list(expected.items())[:20]:
            filtered = run("--fix", "--select", RULES, "--fail-on", "never", "-", folder=folder, expect=[0], input=text.encode())
            assert filtered == fixed[path], f"standard input of {path.name} is fixed otherwise"
    print(f"{COUNT} documents: values, comments, marks and patches are as meant")


main()
