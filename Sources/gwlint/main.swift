import Glibc
import GwlintCommand

exit(GwlintTool.run(Array(CommandLine.arguments.dropFirst())))
