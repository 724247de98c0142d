"""Keystroke to diagnostics: how long the language server takes from an edit to the answer of the pull for it.

    python3 Tests/Benchmarks/keystrokes.py .build/release/gwlint [EDITS]

The project has 200 files of 4 KB, or one manifest that ties them with --tied; the document that is typed in has 100 KB.
Each edit is sent together with a request for the document's diagnostics; the time ends when the answer is read whole.
Letters are typed into operationIds; with --paths into the paths themselves, with --quotes every other edit opens a quote,
so that the document does not parse, and the next one takes it away.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

OPERATION = """  /{name}/{{orderId}}:
    get:
      operationId: {name}
      parameters:
        - {{name: orderId, in: path, required: true, schema: {{type: string}}}}
      responses: {{'200': {{description: 一个订单}}}}
      x-apigw-protocol: HTTP
      x-apigw-cors: true
      x-apigw-service-timeout: 15
      x-apigw-backend:
        ServiceType: HTTP
        ServiceConfig: {{Url: 'http://orders.shop.cn:8080', Path: '/v2/{{orderId}}', Method: GET}}
"""


def document(prefix, size):
    text = 'openapi: 3.0.0\ninfo: {title: t, version: "1"}\npaths:\n'
    number = 0
    while len(text.encode()) < size:
        text += OPERATION.format(name=f"{prefix}-{number}")
        number += 1
    return text


class Server:
    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.send({"id": 0, "method": "initialize", "params": {
            "rootUri": folder.as_uri(), "capabilities": {"textDocument": {"diagnostic": {}}}}})
        self.receive()
        self.send({"method": "initialized", "params": {}})

    @staticmethod
    def framed(message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    def send(self, *messages):
        self.process.stdin.write(b"".join(self.framed(message) for message in messages))
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while (line := self.process.stdout.readline()) != b"\r\n":
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))


def main():
    program = sys.argv[1]
    edits = int(next((word for word in sys.argv[2:] if word.isdigit()), 500))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for number in range(199):
            (folder / f"api{number:03}.yaml").write_text(document(f"api{number}", 4_096))
        path = folder / "typed.yaml"
        text = document("typed", 102_400)
        path.write_text(text)
        if "--tied" in sys.argv:
            (folder / "gateway.yaml").write_text("gwlint: 1\nService: {ServiceName: shop, Protocol: http&https}\n"
                                                 "Apis: ['*.yaml']\n")
        server = Server(program, folder)
        document_id = {"uri": path.as_uri()}
        server.send({"method": "textDocument/didOpen", "params": {"textDocument": {
            **document_id, "languageId": "yaml", "version": 1, "text": text}}},
            {"id": 1, "method": "textDocument/diagnostic", "params": {"textDocument": document_id}})
        server.receive()
        generator = random.Random(7)
        word = "  /typed" if "--paths" in sys.argv else "      operationId: "
        lines = [number for number, line in enumerate(text.split("\n")) if line.startswith(word)]
        times = []
        for number in range(edits):
            if "--quotes" not in sys.argv or number % 2 == 0:
                line = generator.choice(lines)
            begin = end = {"line": line, "character": len(word)}
            typed = "x"
            if "--quotes" in sys.argv:
                typed = "" if number % 2 else '"'
                end = {"line": line, "character": len(word) + number % 2}
            start = time.perf_counter()
            server.send({"method": "textDocument/didChange", "params": {
                "textDocument": {**document_id, "version": number + 2},
                "contentChanges": [{"range": {"start": begin, "end": end}, "text": typed}]}},
                {"id": number + 2, "method": "textDocument/diagnostic", "params": {"textDocument": document_id}})
            answer = server.receive()
            times.append(time.perf_counter() - start)
            assert answer["id"] == number + 2, answer
        server.process.kill()
    times.sort()
    print(f"{edits} edits: median {times[len(times) // 2] * 1000:.1f} ms, "
          f"99th percentile {times[len(times) * 99 // 100] * 1000:.1f} ms, most {times[-1] * 1000:.1f} ms")


main()
