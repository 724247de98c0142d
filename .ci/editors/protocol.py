"""The language server as a client of the protocol sees it, with pygls as the client, and with raw bytes where no client
would send them."""
import asyncio
import json
import os
import pathlib
import random
import tempfile

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import BaseLanguageClient

from rawserver import Raw, check

GWLINT = os.environ["GWLINT"]
BROKEN = """openapi: 3.0.0
info: {title: t, version: "1"}
paths:
  /m:
    get:
      operationId: m
      x-apigw-cors: "false"
      x-apigw-service-timeout: 15
      x-apigw-backend: {ServiceType: MOCK, MockReturnHttpStatusCode: 200}
"""


async def start(folder, pulls):
    client = BaseLanguageClient("check", "1")
    client.published = []

    @client.feature("textDocument/publishDiagnostics")
    def published(parameters):
        client.published.append(parameters)

    await client.start_io(GWLINT, "lsp")
    capabilities = lsp.ClientCapabilities(
        general=lsp.GeneralClientCapabilities(position_encodings=["utf-8", "utf-16"]),
        text_document=lsp.TextDocumentClientCapabilities(
            diagnostic=lsp.DiagnosticClientCapabilities() if pulls else None,
            code_action=lsp.CodeActionClientCapabilities(
                data_support=True,
                resolve_support=lsp.ClientCodeActionResolveOptions(properties=["edit"]),
                code_action_literal_support=lsp.ClientCodeActionLiteralOptions(
                    code_action_kind=lsp.ClientCodeActionKindOptions(value_set=["quickfix", "source.fixAll"]))),
            publish_diagnostics=lsp.PublishDiagnosticsClientCapabilities(related_information=True)))
    result = await client.initialize_async(
        lsp.InitializeParams(capabilities=capabilities, root_uri=folder.as_uri()))
    check(result.capabilities.position_encoding == "utf-8", "UTF-8 is chosen where the client can")
    client.initialized(lsp.InitializedParams())
    return client


def open_document(client, path, text):
    client.text_document_did_open(
        lsp.DidOpenTextDocumentParams(
            text_document=lsp.TextDocumentItem(uri=path.as_uri(), language_id="yaml", version=1, text=text)))


async def pulling(folder):
    client = await start(folder, pulls=True)
    path = folder / "api.yaml"
    open_document(client, path, BROKEN)
    identifier = lsp.TextDocumentIdentifier(uri=path.as_uri())
    report = await client.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(text_document=identifier))
    check("mock-message-missing" in [item.code for item in report.items], "a pulled report has the finding")
    again = await client.text_document_diagnostic_async(
        lsp.DocumentDiagnosticParams(text_document=identifier, previous_result_id=report.result_id))
    check(again.kind == "unchanged", "an unchanged report says so")
    whole = await client.workspace_diagnostic_async(lsp.WorkspaceDiagnosticParams(previous_result_ids=[]))
    check({item.uri for item in whole.items} == {path.as_uri(), (folder / "other.yaml").as_uri()},
          "the workspace report covers unopened files")
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(
            text_document=identifier, range=lsp.Range(lsp.Position(6, 20), lsp.Position(6, 20)),
            context=lsp.CodeActionContext(diagnostics=[])))
    fixes = [action for action in actions if action.is_preferred]
    check(len(fixes) == 1 and fixes[0].edit is None, "one preferred fix, its edit left for later")
    resolved = await client.code_action_resolve_async(fixes[0])
    edits = (resolved.edit.changes or {}).get(path.as_uri())
    check(edits and edits[0].new_text == "false", "the resolved fix unquotes the value")
    try:
        await client.protocol.send_request_async("gwlint/unknown", {})
        check(False, "unknown methods are refused")
    except JsonRpcException as error:
        check(error.code == -32601, "unknown methods are refused as unknown")
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    check(client.published == [], "a client that pulls gets nothing pushed")


async def configuring(folder):
    """Configurations hold, are checked while they are written, and are read again when they are saved."""
    client = await start(folder, pulls=True)
    api = folder / "api.yaml"
    open_document(client, api, BROKEN)
    wanted = lsp.DocumentDiagnosticParams(text_document=lsp.TextDocumentIdentifier(uri=api.as_uri()))
    path = folder / ".gwlint.yml"
    path.write_text("ignore: [mock-message-missing]\n")
    client.workspace_did_change_watched_files(
        lsp.DidChangeWatchedFilesParams(changes=[lsp.FileEvent(path.as_uri(), lsp.FileChangeType.Created)]))
    report = await client.text_document_diagnostic_async(wanted)
    check("mock-message-missing" not in [item.code for item in report.items], "a new configuration holds")
    open_document(client, path, "ignore: [mock-mesage-missing]\n")
    identifier = lsp.TextDocumentIdentifier(uri=path.as_uri())
    report = await client.text_document_diagnostic_async(lsp.DocumentDiagnosticParams(text_document=identifier))
    check(len(report.items) == 1 and "`mock-message-missing`" in report.items[0].message,
          "a mistake in an open configuration is shown, with what was meant")
    place = lsp.Position(0, 12)
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(text_document=identifier, range=lsp.Range(place, place),
                             context=lsp.CodeActionContext(diagnostics=[])))
    resolved = await client.code_action_resolve_async(actions[0])
    check(resolved.edit.changes[path.as_uri()][0].new_text == "mock-message-missing", "and mended")
    path.unlink()
    client.text_document_did_save(lsp.DidSaveTextDocumentParams(text_document=identifier))
    report = await client.text_document_diagnostic_async(wanted)
    check("mock-message-missing" in [item.code for item in report.items], "a configuration that is gone holds no more")
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


async def writing(folder):
    """Completion while the text does not parse, and a suppression that is written when it is chosen."""
    client = await start(folder, pulls=True)
    path = folder / "api.yaml"
    open_document(client, path, BROKEN + "      x-apigw-backend: {ServiceType: MO")
    identifier = lsp.TextDocumentIdentifier(uri=path.as_uri())
    offered = await client.text_document_completion_async(
        lsp.CompletionParams(text_document=identifier, position=lsp.Position(9, 39)))
    check("MOCK" in [item.label for item in offered], "the kinds of back end are offered")
    other = folder / "new.yaml"
    open_document(client, other, BROKEN + "      # gwlint:disable-line ")
    offered = await client.text_document_completion_async(
        lsp.CompletionParams(text_document=lsp.TextDocumentIdentifier(uri=other.as_uri()),
                             position=lsp.Position(9, 28)))
    check("mock-message-missing" in [item.label for item in offered], "rules are offered in suppressions")
    identifier = lsp.TextDocumentIdentifier(uri=other.as_uri())
    actions = await client.text_document_code_action_async(
        lsp.CodeActionParams(text_document=identifier, range=lsp.Range(lsp.Position(0, 0), lsp.Position(9, 0)),
                             context=lsp.CodeActionContext(diagnostics=[])))
    suppressing = [action for action in actions if action.title == "Suppress mock-message-missing here"]
    check(len(suppressing) == 1 and suppressing[0].edit is None, "a suppression is offered, its edit left for later")
    resolved = await client.code_action_resolve_async(suppressing[0])
    check("gwlint:disable-next-line mock-message-missing -- " in resolved.edit.changes[other.as_uri()][0].new_text,
          "the comment names the rule and leaves room for the reason")
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


async def pushing(folder):
    client = await start(folder, pulls=False)
    path = folder / "api.yaml"
    open_document(client, path, BROKEN)
    for _ in range(200):
        if client.published:
            break
        await asyncio.sleep(0.02)
    check(len(client.published) == 1, "an opened document is told once")
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


def misuse():
    server = Raw()
    server.send({"jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": {}})
    check(server.receive()["error"]["code"] == -32002, "requests before initialize are refused")
    server.initialize()
    server.send_bytes(b"Content-Length: 9\r\n\r\n{not json")
    check(server.receive()["error"]["code"] == -32700, "what is no JSON is refused")
    server.send({"jsonrpc": "2.0", "id": 2, "method": "textDocument/hover", "params": {"textDocument": 1}})
    check(server.receive()["error"]["code"] == -32602, "wrong parameters are refused")
    server.send({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
        "textDocument": {"uri": "file:///nowhere", "version": 1}, "contentChanges": []}})
    check(server.receive()["method"] == "window/logMessage", "a change of what is not open is told")
    cancelled = b""
    symbols = {"jsonrpc": "2.0", "method": "textDocument/documentSymbol", "params": {"textDocument": {"uri": "untitled:a"}}}
    for message in (symbols | {"id": 3}, symbols | {"id": 4},
                    {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 4}}):
        body = json.dumps(message).encode()
        cancelled += b"Content-Length: %d\r\n\r\n" % len(body) + body
    server.send_bytes(cancelled)
    answers = {answer["id"]: answer for answer in (server.receive(), server.receive())}
    check("result" in answers[3] and answers[4]["error"]["code"] == -32800, "a cancelled request is answered as such")
    server.send({"jsonrpc": "2.0", "id": 5, "method": "shutdown"})
    check(server.receive()["result"] is None, "shutdown is answered")
    server.send({"jsonrpc": "2.0", "id": 6, "method": "textDocument/hover", "params": {}})
    check(server.receive()["error"]["code"] == -32600, "requests after shutdown are refused")
    server.send({"jsonrpc": "2.0", "method": "exit"})
    check(server.process.wait(5) == 0, "exit after shutdown is clean")
    for last in (b"Content-Length: nonsense\r\n\r\n", b"Content-Length: 100\r\n\r\n{", b""):
        server = Raw()
        server.initialize()
        server.send_bytes(last)
        server.process.stdin.close()
        check(server.process.wait(5) == 1, f"a client that is gone after {last!r} ends the server")


def memory(edits=10_000):
    server = Raw()
    server.initialize()
    uri = "untitled:api"
    server.send({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {
        "textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": BROKEN}}})
    server.receive()
    generator = random.Random(1)

    def resident():
        with open(f"/proc/{server.process.pid}/statm") as file:
            return int(file.read().split()[1]) * 4096

    after_warm_up = 0
    for number in range(edits):
        column = generator.randrange(19, 27)
        server.send({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": {"uri": uri, "version": number + 2}, "contentChanges": [{
                "range": {"start": {"line": 5, "character": 19}, "end": {"line": 5, "character": 20}},
                "text": chr(ord("a") + column % 26)}]}})
        # A request whose answer needs the text read and linted anew: what is kept of it is what grows.
        server.send({"jsonrpc": "2.0", "id": number, "method": "textDocument/documentSymbol",
                     "params": {"textDocument": {"uri": uri}}})
        while server.receive().get("id") != number:
            pass
        if number == edits // 5:
            after_warm_up = resident()
    grown = resident() - after_warm_up
    check(grown < 4 << 20, f"memory grows by {grown} bytes over {edits} edits")
    server.process.kill()


with tempfile.TemporaryDirectory() as name:
    root = pathlib.Path(name)
    (root / "other.yaml").write_text(BROKEN.replace("/m:", "/other:").replace("operationId: m", "operationId: other"))
    (root / "pod.yaml").write_text("apiVersion: v1\nkind: Pod\n")
    asyncio.run(pulling(root))
    asyncio.run(pushing(root))
    asyncio.run(configuring(root))
    asyncio.run(writing(root))
    misuse()
    memory()
print("protocol: passed")
