extension TrousseCommand {
  /// The verbs, in the order in which the help lists them: the way through first.
  static let subcommands: [any Subcommand.Type] = [
    BuildCommand.self,
    CheckCommand.self,
    FieldsCommand.self,
    PreviewCommand.self,
    MergeCommand.self,
    PlanCommand.self,
    IndexCommand.self,
    ExportCommand.self,
    VerifyCommand.self,
    UpdateCommand.self,
    ShowCommand.self,
    FindCommand.self,
    SourcesCommand.self,
    ExportSheetsCommand.self,
    ImportCommand.self,
    NewCommand.self,
  ]

  /// All that may be typed in a verb's place.
  static var verbs: [String] { subcommands.map { $0.name } + ["help"] }
}
