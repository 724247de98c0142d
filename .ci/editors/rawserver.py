"""The language server by bytes: for what no client of the protocol would send, and for clients of every kind."""
import json
import os
import subprocess
import sys


def check(condition, what):
    if not condition:
        sys.exit(f"{os.path.basename(sys.argv[0])}: failed: {what}")


class Raw:
    """A server with one client."""

    def __init__(self, folder=None):
        self.process = subprocess.Popen(
            [os.environ["GWLINT"], "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self.next_id = 0
        self.heard = []

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps(message).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def receive(self):
        length = 0
        while True:
            line = self.process.stdout.readline()
            if not line:
                return None
            if line == b"\r\n":
                return json.loads(self.process.stdout.read(length))
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)

    def tell(self, method, parameters=None):
        self.send({"jsonrpc": "2.0", "method": method, "params": parameters})

    def ask(self, method, parameters=None):
        """Sends a request and returns its result; what else comes is kept in `heard`, and requests are answered."""
        self.next_id += 1
        message = {"jsonrpc": "2.0", "id": self.next_id, "method": method, "params": parameters}
        self.send(message)
        while True:
            answer = self.receive()
            check(answer is not None, f"{method} is answered")
            if answer.get("id") == self.next_id and "method" not in answer:
                check("result" in answer, f"{method}: {answer.get('error')}")
                return answer["result"]
            self.hear(answer)

    def hear(self, message):
        self.heard.append(message)
        if "id" in message and "method" in message:
            self.send({"jsonrpc": "2.0", "id": message["id"], "result": None})

    def published(self, uri):
        """Waits for what is pushed of a document, and returns it."""
        while True:
            for message in self.heard:
                if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                    self.heard.remove(message)
                    return message["params"]["diagnostics"]
            message = self.receive()
            check(message is not None, f"{uri} is told of")
            self.hear(message)

    def initialize(self):
        self.send({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {"capabilities": {}}})
        check("result" in self.receive(), "initialize is answered")
        self.send({"jsonrpc": "2.0", "method": "initialized", "params": {}})

    def end(self):
        self.ask("shutdown")
        self.tell("exit")
        check(self.process.wait(5) == 0, "exit after shutdown is clean")
