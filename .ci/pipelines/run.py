"""Runs the lines of the GitLab template and of the GitHub action in a scratch repository and looks at what they leave."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import yaml

GWLINT = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
TEMPLATE = yaml.safe_load((ROOT / ".gitlab/gwlint.yml").read_text())["gwlint"]
ACTION = yaml.safe_load((ROOT / ".github/actions/gwlint/action.yml").read_text())


def api(*names):
    """A definition with one operation for each name; a name that begins with `bad` lacks its answer."""
    text = 'openapi: 3.0.0\ninfo: {title: t, version: "1"}\npaths:\n'
    for name in names:
        answer = "" if name.startswith("bad") else ", ServiceMockReturnMessage: ok"
        text += f"  /{name}:\n    get:\n      operationId: {name}\n      x-apigw-service-timeout: 15\n"
        text += f"      x-apigw-backend: {{ServiceType: MOCK, MockReturnHttpStatusCode: 200{answer}}}\n"
    return text


def git(folder, *words):
    identity = ["-c", "user.name=user", "-c", "user.email=user@example.com", "-c", "init.defaultBranch=main"]
    answer = subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True, text=True)
    return answer.stdout.strip()


def repository(folder):
    """A repository with an old fault, and a branch that brings a new one; returns the commit it started from."""
    git(folder, "init", "--quiet")
    (folder / "api").mkdir()
    (folder / "api/old.yaml").write_text(api("bad_old", "good"))
    (folder / "README.yaml").write_text("a: 1\n")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "one")
    base = git(folder, "rev-parse", "HEAD")
    git(folder, "checkout", "--quiet", "-b", "change")
    (folder / "api/my new.yaml").write_text(api("bad_new"))
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "two")
    return base


def environment(scratch, **variables):
    (scratch / "bin").mkdir(exist_ok=True)
    program = scratch / "bin/gwlint"
    if not program.is_symlink():
        program.symlink_to(GWLINT)
    return {"PATH": f"{scratch / 'bin'}:{os.environ['PATH']}", "HOME": str(scratch), "LANG": "C.UTF-8", **variables}


def check(condition, message, *context):
    if not condition:
        sys.exit("\n".join([message, *map(str, context)]))


# GitLab


def expanded(value, variables):
    """A variable's value as a runner fills in other variables."""
    return re.sub(r"\$\{?(\w+)\}?", lambda match: variables.get(match.group(1), ""), value)


def gitlab(scratch, folder, predefined, overrides, shell):
    variables = {**predefined, "CI": "true", "GITLAB_CI": "true"}
    for name, value in {**TEMPLATE["variables"], **overrides}.items():
        variables[name] = expanded(str(value), variables)
    reports = TEMPLATE["artifacts"]["reports"]
    for name in reports.values():
        (folder / name).unlink(missing_ok=True)
    # A runner stops at the first line that fails.
    script = "set -eo pipefail\n" if shell == "bash" else "set -e\n"
    script += "\n".join(TEMPLATE["script"]) + "\n"
    answer = subprocess.run(
        [shell, "-c", script], cwd=folder, env=environment(scratch, **variables), capture_output=True, text=True
    )
    found = {kind: (folder / name) for kind, name in reports.items() if (folder / name).exists()}
    return answer, found


def issues(found):
    check("codequality" in found and "junit" in found, "a report is missing", found)
    listed = json.loads(found["codequality"].read_text())
    for issue in listed:
        check(
            set(issue) >= {"description", "check_name", "fingerprint", "severity", "location"}
            and issue["severity"] in ("info", "minor", "major", "critical", "blocker")
            and issue["location"]["lines"]["begin"] > 0
            and not issue["location"]["path"].startswith(("/", "./")),
            "GitLab would not read this issue",
            issue,
        )
    check(len({issue["fingerprint"] for issue in listed}) == len(listed), "fingerprints clash", listed)
    failures = ElementTree.parse(found["junit"]).getroot().findall(".//failure")
    return sorted(issue["location"]["path"] for issue in listed), len(failures)


def run_gitlab(scratch, folder, base):
    check(TEMPLATE["artifacts"]["when"] == "always", "reports of failed jobs would be lost")
    request = {
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    }
    for shell in ("sh", "bash"):
        answer, found = gitlab(scratch, folder, request, {}, shell)
        check(answer.returncode == 1, "the job does not fail", answer)
        check("mock-message-missing" in answer.stdout, "the log does not tell the finding", answer)
        check(issues(found) == (["api/my new.yaml", "api/old.yaml"], 2), "other findings than expected", issues(found))
        since = {"GWLINT_ARGUMENTS": "--since=$CI_MERGE_REQUEST_DIFF_BASE_SHA"}
        answer, found = gitlab(scratch, folder, request, since, shell)
        check(answer.returncode == 1, "the job does not fail on what is new", answer)
        check(issues(found) == (["api/my new.yaml"], 1), "other findings are new than expected", issues(found))
        only_old = {"GWLINT_ARGUMENTS": "--fail-on=never --lang=zh", "GWLINT_PATHS": "api/old.yaml README.yaml"}
        answer, found = gitlab(scratch, folder, {}, only_old, shell)
        check(answer.returncode == 0 and issues(found)[0] == ["README.yaml", "api/old.yaml"], "paths fail", answer)
        answer, found = gitlab(scratch, folder, {}, {"GWLINT_PATHS": "api no-such-folder"}, shell)
        check(answer.returncode == 2, "work that cannot be done does not stop the pipeline", answer)
        paths = ["api/my new.yaml", "api/old.yaml", "no-such-folder"]
        check(issues(found)[0] == paths, "the report tells other paths than expected", issues(found))


# GitHub


def github(scratch, folder, inputs):
    """Runs the steps of the action and returns its last answer and its outputs."""
    given = {name: entry.get("default", "") for name, entry in ACTION["inputs"].items()} | inputs
    output, summary = scratch / "output", scratch / "summary"
    output.write_text("")
    summary.write_text("")
    steps = ACTION["runs"]["steps"]
    check(len(steps) == 1, "this check runs one step")
    for text in (step["run"] for step in steps):
        check("${{" not in text, "an input is pasted into a script: it would be run as code", text)
    step = steps[0]
    own = {
        name: re.sub(r"\$\{\{\s*inputs\.([\w-]+)\s*\}\}", lambda match: given[match.group(1)], value)
        for name, value in step["env"].items()
    }
    variables = {
        "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary), **own,
    }
    script = scratch / "step.sh"
    script.write_text(step["run"])
    answer = subprocess.run(
        [step["shell"], "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=folder, env=environment(scratch, **variables), capture_output=True, text=True,
    )
    outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
    values = {
        name: re.sub(r"\$\{\{\s*steps\.lint\.outputs\.([\w-]+)\s*\}\}", lambda match: outputs.get(match.group(1), ""),
                     entry["value"])
        for name, entry in ACTION["outputs"].items()
    }
    return answer, values


def annotated(answer):
    return sorted(re.findall(r"^::error file=([^,]*),", answer.stdout, re.MULTILINE))


def run_github(scratch, folder, base):
    answer, outputs = github(scratch, folder, {})
    check(answer.returncode == 1 and outputs == {"exit-status": "1"}, "the step does not fail", answer, outputs)
    check(annotated(answer) == ["api/my new.yaml", "api/old.yaml"], "other annotations than expected", answer)
    sarif = folder / "gwlint.sarif"
    inputs = {"paths": "api/my new.yaml\n\napi/old.yaml\n", "arguments": f"--since={base}", "sarif-file": sarif.name}
    answer, outputs = github(scratch, folder, inputs)
    check(annotated(answer) == ["api/my new.yaml"], "other annotations are new than expected", answer)
    states = [result["baselineState"] for result in json.loads(sarif.read_text())["runs"][0]["results"]]
    check(sorted(states) == ["new", "unchanged"], "code scanning is told something else", states)
    sarif.unlink()
    answer, outputs = github(scratch, folder, {"paths": "no such folder", "sarif-file": sarif.name})
    check(answer.returncode == 2 and outputs == {"exit-status": "2"}, "a wrong path passes", answer, outputs)
    check(not json.loads(sarif.read_text())["runs"][0]["invocations"][0]["executionSuccessful"], "SARIF says all is well")
    sarif.unlink()
    answer, outputs = github(scratch, folder, {"arguments": "--fail-on=never\n--ignore=route-*"})
    check(answer.returncode == 0 and outputs == {"exit-status": "0"}, "arguments do not arrive", answer)
    hostile = "$(touch owned)`touch owned`;touch owned"
    answer, outputs = github(scratch, folder, {"paths": hostile, "arguments": "", "sarif-file": ""})
    check(answer.returncode == 2 and not (folder / "owned").exists(), "an input is run as code", answer)


with tempfile.TemporaryDirectory() as name:
    scratch = pathlib.Path(name)
    folder = scratch / "repository"
    folder.mkdir()
    base = repository(folder)
    run_gitlab(scratch, folder, base)
    run_github(scratch, folder, base)
    print("the GitLab template and the GitHub action report, fail and pass as they should")
