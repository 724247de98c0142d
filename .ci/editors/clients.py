"""The language server as editors meet it: each with the parameters and habits of one of them."""
import pathlib
import tempfile
import time

from rawserver import Raw, check

API = """openapi: 3.0.0
info: {title: 商店, version: "1"}
paths:
  /m:
    get:
      operationId: m
      x-apigw-cors: "false"
      x-apigw-backend: {ServiceType: MOCK, MockReturnHttpStatusCode: 200}
"""
MANIFEST = 'gwlint: 1\nService: {ServiceName: shop, Protocol: http}\nReleasedEnvironments: [release]\nApis: ["*.api.yaml"]\n'


def item(uri, text, language="yaml", version=1):
    return {"textDocument": {"uri": uri, "languageId": language, "version": version, "text": text}}


def codes(diagnostics):
    return [diagnostic["code"] for diagnostic in diagnostics]


def vs_code(folder):
    """Pulls, resolves lazily, encodes URIs more than it must, and asks again with what it has."""
    server = Raw(folder)
    capabilities = {
        "general": {"positionEncodings": ["utf-16"]},
        "textDocument": {
            "diagnostic": {"dynamicRegistration": True, "relatedDocumentSupport": True},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["", "quickfix", "source"]}},
                           "dataSupport": True, "resolveSupport": {"properties": ["edit"]}, "isPreferredSupport": True},
            "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"],
                                              "insertTextModeSupport": {"valueSet": [1, 2]}}},
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "publishDiagnostics": {"relatedInformation": True, "versionSupport": False,
                                   "tagSupport": {"valueSet": [1, 2]}, "codeDescriptionSupport": True}},
        "workspace": {"diagnostics": {"refreshSupport": True}, "didChangeWatchedFiles": {"dynamicRegistration": True},
                      "workspaceEdit": {"documentChanges": True}, "configuration": True, "workspaceFolders": True}}
    uri = "file://" + str(folder) + "/%E5%BA%97%20one.api.yaml"
    result = server.ask("initialize", {
        "processId": 1, "rootPath": str(folder), "rootUri": folder.as_uri(), "locale": "zh-cn", "trace": "off",
        "capabilities": capabilities, "workspaceFolders": [{"uri": folder.as_uri(), "name": "shop"}]})
    check("diagnosticProvider" in result["capabilities"], "VS Code may pull")
    server.tell("initialized", {})
    server.tell("$/setTrace", {"value": "verbose"})
    server.tell("workspace/didChangeConfiguration", {"settings": None})
    server.tell("textDocument/didOpen", item(uri, API))
    wanted = {"textDocument": {"uri": uri}, "identifier": "gwlint"}
    report = server.ask("textDocument/diagnostic", wanted)
    check("mock-message-missing" in codes(report["items"]), "VS Code sees the finding")
    check("后端" in str(report["items"]), "in the user's language")
    again = server.ask("textDocument/diagnostic", wanted | {"previousResultId": report["resultId"]})
    check(again["kind"] == "unchanged" and "items" not in again, "nothing new is said in short")
    whole = server.ask("workspace/diagnostic", {"identifier": "gwlint", "previousResultIds": []})
    check([one["uri"] for one in whole["items"]].count(uri) == 1, "one file has one URI, the editor's")
    check(any(message.get("method") == "client/registerCapability" for message in server.heard), "files are watched")
    actions = server.ask("textDocument/codeAction", {
        "textDocument": {"uri": uri}, "range": {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}},
        "context": {"diagnostics": [], "only": ["source.fixAll"], "triggerKind": 2}})
    check([action["kind"] for action in actions] == ["source.fixAll.gwlint"], "fixes on save")
    edit = server.ask("codeAction/resolve", actions[0])["edit"]["documentChanges"][0]
    check(edit["textDocument"] == {"uri": uri, "version": 1}, "the edit is of this version")
    server.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
    check(not any(message.get("method") == "textDocument/publishDiagnostics" for message in server.heard),
          "nothing is pushed to one that pulls")
    server.end()


def helix(folder):
    """Takes UTF-8, gets diagnostics pushed, and sends its settings after the start."""
    server = Raw(folder)
    result = server.ask("initialize", {
        "processId": 1, "rootPath": str(folder), "rootUri": folder.as_uri(),
        "initializationOptions": None, "clientInfo": {"name": "helix", "version": "25.01"},
        "capabilities": {
            "general": {"positionEncodings": ["utf-8", "utf-32", "utf-16"]},
            "workspace": {"didChangeConfiguration": {"dynamicRegistration": False}, "workspaceFolders": True,
                          "didChangeWatchedFiles": {"dynamicRegistration": True}},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}},
                             "publishDiagnostics": {"versionSupport": True},
                             "hover": {"contentFormat": ["markdown"]}}},
        "workspaceFolders": [{"uri": folder.as_uri(), "name": "shop"}]})
    check(result["capabilities"]["positionEncoding"] == "utf-8", "Helix counts bytes")
    check("diagnosticProvider" not in result["capabilities"], "and is told")
    server.tell("initialized", {})
    uri = (folder / "h.api.yaml").as_uri()
    text = API.replace("\n", "\r\n").replace('"false"', '"false" # 跨域 😀')
    server.tell("textDocument/didOpen", item(uri, text))
    shown = server.published(uri)
    check("Url" not in str(shown) and "is missing" in str(shown), "in English at first")
    server.tell("workspace/didChangeConfiguration", {"settings": {"lang": "zh"}})
    check("缺少" in str(server.published(uri)), "then as its settings say")
    line = text.split("\r\n")[6]
    end = len(line.encode())
    server.tell("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": 2},
        "contentChanges": [{"range": {"start": {"line": 6, "character": 20}, "end": {"line": 6, "character": end}},
                            "text": "false"}]})
    check("config-wrong-type" not in codes(server.published(uri)), "bytes are counted as bytes, lines end as they do")
    server.end()


def zed(folder):
    """Names languages in its own way and asks for completions while a line is half written."""
    server = Raw(folder)
    server.ask("initialize", {
        "processId": 1, "rootUri": folder.as_uri() + "/", "clientInfo": {"name": "Zed"},
        "initializationOptions": {"lang": "en", "unknown": [1]},
        "capabilities": {"general": {"positionEncodings": ["utf-16"]},
                         "textDocument": {"completion": {"completionItem": {"snippetSupport": True}},
                                          "publishDiagnostics": {"relatedInformation": True}}},
        "workspaceFolders": [{"uri": folder.as_uri() + "/", "name": ""}]})
    server.tell("initialized", {})
    uri = (folder / "z.api.yaml").as_uri()
    server.tell("textDocument/didOpen", item(uri, API + "      x-ap", "YAML"))
    offered = server.ask("textDocument/completion", {
        "textDocument": {"uri": uri}, "position": {"line": 8, "character": 10}, "context": {"triggerKind": 1}})
    check("x-apigw-service-timeout" in [one["label"] for one in offered], "keys are offered in a half-written line")
    check(server.published(uri), "it is told what is found")
    server.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    check(server.published(uri) == [], "and that a closed document has nothing to show")
    server.end()


def eglot(folder):
    """Speaks of one folder, sends empty settings, and asks with what it does not know."""
    server = Raw(folder)
    server.ask("initialize", {
        "processId": 1, "rootPath": str(folder) + "/", "rootUri": folder.as_uri(), "initializationOptions": {},
        "capabilities": {
            "workspace": {"applyEdit": True, "executeCommand": {"dynamicRegistration": False},
                          "workspaceEdit": {"documentChanges": True}},
            "textDocument": {"synchronization": {"willSave": True, "willSaveWaitUntil": True, "didSave": True},
                             "completion": {"completionItem": {"snippetSupport": False}},
                             "hover": {"contentFormat": ["plaintext"]},
                             "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
                             "publishDiagnostics": {"relatedInformation": False}}}})
    server.tell("initialized", {})
    server.tell("workspace/didChangeConfiguration", {"settings": {}})
    uri = (folder / "e.api.yaml").as_uri()
    server.tell("textDocument/didOpen", item(uri, API))
    check("tags" not in str(server.published(uri)), "only what it can show")
    hover = server.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 6, "character": 22}})
    check(hover["contents"]["kind"] == "plaintext" and "**" not in hover["contents"]["value"], "hovers are plain text")
    actions = server.ask("textDocument/codeAction", {
        "textDocument": {"uri": uri}, "range": {"start": {"line": 6, "character": 20}, "end": {"line": 6, "character": 20}},
        "context": {"diagnostics": []}})
    check(all("edit" in action for action in actions) and actions[0]["isPreferred"], "fixes come with their edits")
    server.tell("textDocument/willSave", {"textDocument": {"uri": uri}, "reason": 1})
    server.tell("textDocument/didSave", {"textDocument": {"uri": uri}, "text": API})
    server.end()


def vim_lsp(folder):
    """Has no folders, replaces whole texts, and opens files that lie elsewhere."""
    server = Raw(folder)
    server.ask("initialize", {"processId": 1, "rootUri": None, "rootPath": None, "workspaceFolders": None,
                              "initializationOptions": "", "capabilities": {"textDocument": {}, "workspace": {}}})
    server.tell("initialized", {})
    uri = (folder / "v.api.yaml").as_uri()
    server.tell("textDocument/didOpen", item(uri, API.replace("/m:", "/shop:")))
    check("mock-message-missing" in codes(server.published(uri)), "a single file is linted")
    server.tell("textDocument/didChange", {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": "a: 1\n"}]})
    check(server.published(uri) == [], "and passed over once it is something else")
    for other in ("untitled:Untitled-1", "inmemory://model/1", "file:///nowhere/at/all.yaml", "git:/a/b.yaml?%7B%7D"):
        server.tell("textDocument/didOpen", item(other, API))
        check("mock-message-missing" in codes(server.published(other)), f"{other} is linted")
        check(server.ask("textDocument/documentSymbol", {"textDocument": {"uri": other}}), f"{other} has symbols")
    server.end()


def large(folder):
    """A file of two megabytes can be opened and edited."""
    server = Raw(folder)
    server.initialize()
    head, api = API.split("paths:\n")
    sound = api.replace('"false"', "false\n      x-apigw-service-timeout: 15").replace(
        "MOCK,", "MOCK, ServiceMockReturnMessage: ok,")
    paths = "".join(sound.replace("/m:", f"/m{n}:").replace("operationId: m", f"operationId: m{n}") for n in range(10_000))
    text = head + "paths:\n" + api + paths
    check(len(text) > 2_000_000, "the file is large")
    uri = (folder / "large.api.yaml").as_uri()
    start = time.monotonic()
    server.tell("textDocument/didOpen", item(uri, text))
    check(server.published(uri), "it is linted")
    opened = time.monotonic() - start
    start = time.monotonic()
    server.tell("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": 2},
        "contentChanges": [{"range": {"start": {"line": 5, "character": 19}, "end": {"line": 5, "character": 21}},
                            "text": "first"}]})
    offered = server.ask("textDocument/completion", {
        "textDocument": {"uri": uri}, "position": {"line": text.split("\n").index("      operationId: m9999"), "character": 6}})
    check(offered, "keys are offered far down")
    print(f"clients: {len(text) / 1e6:.1f} MB: opened in {opened:.1f} s, edited and completed in {time.monotonic() - start:.1f} s")
    server.process.kill()


with tempfile.TemporaryDirectory() as name:
    for client in (vs_code, helix, zed, eglot, vim_lsp, large):
        folder = pathlib.Path(name).resolve() / client.__name__ / "网关 项目"
        folder.mkdir(parents=True)
        (folder / "gateway.yaml").write_text(MANIFEST)
        (folder / "店 one.api.yaml").write_text(API)
        client(folder)
print("clients: passed")
