"""Whole processes on the same files: gwlint beside other linters from PyPI.

    python3 -m venv .build/peers && .build/peers/bin/pip install ryl yamllint openapi-spec-validator
    python3 Tests/Benchmarks/peers.py .build/release/gwlint .build/release/Benchmarks .build/peers/bin

Every tool is run in turn, five times over, so that what disturbs the machine disturbs all alike. What is not installed
is left out. The files hold no fault, so that no time goes into printing.
"""
import pathlib
import subprocess
import sys
import tempfile
import time


def main():
    gwlint, benchmarks, peers = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        many, large = folder / "many", folder / "large"
        many.mkdir()
        large.mkdir()
        sample = subprocess.run([benchmarks, "sample", "4096", "typical"], capture_output=True, check=True).stdout
        for number in range(500):
            (many / f"api{number:03}.yaml").write_bytes(sample)
        (large / "api.yaml").write_bytes(
            subprocess.run([benchmarks, "sample", "10000000", "typical"], capture_output=True, check=True).stdout)
        (folder / "one.yaml").write_bytes(sample)
        (folder / ".yamllint").write_text("rules: {key-duplicates: enable}\n")
        sets = {"500 files of 4 KB": many, "one file of 10 MB": large, "one file of 4 KB": folder / "one.yaml"}
        tools = {
            "gwlint": [gwlint, "--quiet", "--fail-on", "never"],
            "gwlint, one thread": [gwlint, "--quiet", "--fail-on", "never", "--jobs", "1"],
            "ryl, one rule": [peers / "ryl", "-c", folder / ".yamllint"],
            "yamllint, one rule": [peers / "yamllint", "-c", folder / ".yamllint"],
            "openapi-spec-validator": [peers / "openapi-spec-validator"],
        }
        for title, path in sets.items():
            print(title)
            times = {tool: [] for tool, command in tools.items() if pathlib.Path(command[0]).exists()}
            for turn in range(5):
                for tool in times:
                    is_slow = tool in ("yamllint, one rule", "openapi-spec-validator")
                    if is_slow and (path == large or turn > 0):
                        continue
                    files = sorted(path.glob("*.yaml")) if tool == "openapi-spec-validator" and path.is_dir() else [path]
                    start = time.perf_counter()
                    subprocess.run([*tools[tool], *files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                    times[tool].append(time.perf_counter() - start)
            for tool, runs in times.items():
                if runs:
                    print(f"  {tool:24} {sorted(runs)[len(runs) // 2] * 1000:10.1f} ms")


main()
