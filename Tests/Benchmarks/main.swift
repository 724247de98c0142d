import Glibc

// Benchmarks that anyone can run:
//   swift run -c release Benchmarks reading [ROUNDS]       reading and linting against libyaml's event loop
//   swift run -c release Benchmarks routes [ROUNDS]        who is reached, on tables of up to 20,000 routes
//   swift run -c release Benchmarks recognition [ROUNDS]   telling gateway definitions apart against reading them
//   swift run -c release Benchmarks sample BYTES DETAIL    prints a document, to time whole processes on it

let arguments = Array(CommandLine.arguments.dropFirst())

switch arguments.first {
case "reading" where arguments.count <= 2:
  ReadingBenchmark.run(rounds: arguments.count == 2 ? Int(arguments[1]) ?? 9 : 9)
case "routes" where arguments.count <= 2:
  RouteBenchmark.run(rounds: arguments.count == 2 ? Int(arguments[1]) ?? 5 : 5)
case "recognition" where arguments.count <= 2:
  RecognitionBenchmark.run(rounds: arguments.count == 2 ? Int(arguments[1]) ?? 9 : 9)
case "sample" where arguments.count == 3:
  guard let bytes = Int(arguments[1]), let detail = SampleDocuments.Detail(rawValue: arguments[2]) else {
    refuse()
  }
  print(String(decoding: SampleDocuments.document(bytes: bytes, detail), as: UTF8.self), terminator: "")
default: refuse()
}

func refuse() -> Never {
  print("usage: Benchmarks reading [ROUNDS] | routes [ROUNDS] | recognition [ROUNDS] | sample BYTES typical|minimal")
  exit(2)
}
