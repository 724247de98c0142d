"""OpenAPI documents with faults that --fix mends, written in many ways."""

import json
import random
import re


class Writer:
    """Writes one document in a style of its own, so that edits meet every habit of people and tools."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.step = self.random.choice([2, 2, 4])
        self.list_offset = self.random.choice([0, self.step])
        self.line_end = self.random.choice(["\n", "\n", "\r\n"])
        self.is_json = self.random.random() < 0.2
        self.comments = []
        self.is_quiet = False

    def comment(self):
        text = f"# {self.random.choice(['网关', 'note', 'é 😀', 'a: b', '{'])} {len(self.comments)}"
        self.comments.append(text)
        return text

    def scalar(self, value):
        if not isinstance(value, str):
            return json.dumps(value)
        if re.fullmatch(r"[^\W\d_][\w ]*", value) and self.random.random() < 0.7:
            return value
        if "'" not in value and self.random.random() < 0.5:
            return f"'{value}'"
        return json.dumps(value, ensure_ascii=self.random.random() < 0.3)

    def key(self, key):
        return f'"{key}"' if key.isdigit() or self.random.random() < 0.1 else key

    def flow(self, value):
        if isinstance(value, dict):
            gap = self.random.choice(["", " "])
            return "{" + gap + ", ".join(f"{self.key(k)}: {self.flow(v)}" for k, v in value.items()) + gap + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(v) for v in value) + "]"
        return self.scalar(value)

    def block(self, value, indent):
        """Lines of a mapping or list at a column."""
        pad = " " * indent
        lines = []
        entries = value.items() if isinstance(value, dict) else ((None, v) for v in value)
        for key, inner in entries:
            if not self.is_quiet and self.random.random() < 0.15:
                lines.append(pad + self.comment())
            if self.random.random() < 0.05 and lines:
                lines.append("")
            head = f"{self.key(key)}:" if key is not None else "-"
            if isinstance(inner, (dict, list)) and inner and self.random.random() < 0.75:
                deeper = indent + (self.list_offset if isinstance(inner, list) else self.step)
                if key is None:
                    deeper = indent + 2
                # A comment within a message keeps --fix from writing the message on one line.
                was_quiet = self.is_quiet
                self.is_quiet = was_quiet or key == "ServiceMockReturnMessage"
                nested = self.block(inner, deeper)
                self.is_quiet = was_quiet
                if key is None and not nested[0].lstrip().startswith("#"):
                    lines.append(pad + "- " + nested[0][deeper:])
                    lines += nested[1:]
                else:
                    lines.append(pad + head + self.tail())
                    lines += nested
            else:
                lines.append(pad + head + " " + self.flow(inner) + self.tail())
        return lines

    def tail(self):
        return "  " + self.comment() if not self.is_quiet and self.random.random() < 0.1 else ""

    def text(self, value):
        if self.is_json:
            return json.dumps(value, ensure_ascii=False, indent=self.random.choice([None, 2, 4, "\t"]))
        text = self.line_end.join(self.block(value, 0))
        if self.random.random() < 0.7:
            text += self.line_end
        if self.random.random() < 0.2:
            text = "\ufeff" + text
        return text


def document(seed):
    """A document's value with faults, and what it must be after --fix."""
    rng = random.Random(seed * 31 + 7)
    faulty = {"openapi": "3.0.0", "info": {"title": "网关", "version": "1.0"}, "paths": {}}
    mended = {"openapi": "3.0.0", "info": {"title": "网关", "version": "1.0"}, "paths": {}}
    for number in range(rng.randint(1, 5)):
        message = rng.choice([{"pong": True}, {"a": [1, 2.5, None], "b": {"c": "é \" '"}}, 12, True, ["x", {"y": 1}], "ok"])
        as_text = message if isinstance(message, str) else json.dumps(message, ensure_ascii=False, separators=(",", ":"))
        before = {
            "operationId": f"api{number}",
            "x-apigw-service-timeout": 15,
            "x-apigw-backend": {"ServiceType": "MOCK", "ServiceMockReturnMessage": message, "MockReturnHttpStatusCode": 200},
            "responses": {"200": {"description": "it's fine"}},
        }
        after = json.loads(json.dumps(before))
        after["x-apigw-backend"]["ServiceMockReturnMessage"] = as_text
        if rng.random() < 0.5:
            del before["x-apigw-service-timeout"]
        faulty["paths"][f"/p{number}"] = {"get": before}
        mended["paths"][f"/p{number}"] = {"get": after}
    return faulty, mended
