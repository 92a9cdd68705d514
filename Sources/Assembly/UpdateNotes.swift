package import Diagnostics
package import Reconciling

/// What an update did, or would do, file by file: for the page that tells the basin and for the
/// terminal. Paths are those from the kit's root.
package struct UpdateNotes: Sendable {
  package struct Merge: Sendable {
    package let path: String
    package let conflicts: [MergeConflict]
    /// Whether the basin's own styles and pages are kept.
    package let keepsLook: Bool
  }

  package struct Beside: Sendable {
    package let path: String
    package let other: String
    package let reason: Phrase
  }

  package struct Rename: Hashable, Sendable {
    package let from: String
    package let to: String
  }

  /// What the knowledge base tells this edition and did not tell the former one.
  package struct News: Hashable, Sendable {
    package var tasks: [String] = []
    package var actions: [String] = []
    package var lessons: [String] = []
  }

  package let basin: String
  package let edition: String
  package let formerEdition: String
  /// The titles of documents, by path without an ending.
  var titles: [String: String] = [:]
  /// Documents by the path of one of their files.
  package internal(set) var added: [String] = []
  package internal(set) var gone: [String] = []
  /// How many files the new kit says otherwise than the old one.
  package internal(set) var renewedCount = 0
  package internal(set) var kept: [String] = []
  package internal(set) var merged: [Merge] = []
  package internal(set) var beside: [Beside] = []
  /// Files that the kit never brought, and their names in the new one.
  package internal(set) var own: [Rename] = []
  package internal(set) var renamed: [Rename] = []
  /// Files that had been taken out and are there again.
  package internal(set) var returned: [String] = []
  package internal(set) var filled: [Phrase] = []
  package internal(set) var notFilled: [Phrase] = []
  package internal(set) var news = News()
  /// Where the page stands that tells all this.
  package internal(set) var page = ""
  /// Whether the old kit remembers what it said.
  package internal(set) var hasBase = true

  init(basin: String, edition: String, formerEdition: String) {
    self.basin = basin
    self.edition = edition
    self.formerEdition = formerEdition
  }

  /// How many places a person must look at.
  package var openCount: Int {
    merged.reduce(0) { $0 + $1.conflicts.count } + beside.count + notFilled.count
  }

  func title(of path: String) -> String? {
    let stem = path.split(separator: ".", omittingEmptySubsequences: false).dropLast()
      .joined(separator: ".")
    return titles[stem]
  }
}

// MARK: On a terminal

extension UpdateNotes {
  /// The whole report, a line each.
  package var lines: [Phrase] {
    var lines = [
      Phrase(
        en: "\(basin): from edition \(formerEdition) to edition \(edition)",
        fr: "\(basin) : de l’édition \(formerEdition) à l’édition \(edition)")
    ]
    if !hasBase {
      lines.append(
        Phrase(
          en: "  the old kit does not remember what it said: documents in which you worked are "
            + "kept beside the new ones",
          fr: "  l’ancien kit n’a pas gardé trace de ce qu’il disait : les documents où vous avez "
            + "travaillé sont gardés à côté des nouveaux"))
    }
    lines += list(added, Phrase(en: "new documents", fr: "documents nouveaux"))
    lines += list(gone, Phrase(en: "no longer in the kit", fr: "ne sont plus dans le kit"))
    lines += list(kept, Phrase(en: "kept as you left them", fr: "gardés tels que vous les laissez"))
    lines += list(
      merged.map { $0.conflicts.isEmpty ? $0.path : "\($0.path) (⇄ \($0.conflicts.count))" },
      Phrase(
        en: "merged (⇄: places where both versions stand)",
        fr: "réunis (⇄ : endroits où les deux versions se suivent)"))
    lines += list(
      beside.map { "\($0.path) → \($0.other)" },
      Phrase(en: "kept beside the new one", fr: "gardés à côté du nouveau"))
    lines += list(
      renamed.map { "\($0.from) → \($0.to)" },
      Phrase(en: "have their names again", fr: "ont retrouvé leur nom"))
    lines += list(returned, Phrase(en: "are there again", fr: "sont revenus"))
    lines += list(
      own.map { $0.from == $0.to ? $0.to : "\($0.from) → \($0.to)" },
      Phrase(en: "your own files", fr: "vos propres fichiers"))
    lines += list(
      filled, Phrase(en: "for the knowledge base", fr: "pour la base de connaissances"))
    lines += list(
      notFilled, Phrase(en: "not for the base", fr: "non reportés dans la base"))
    return lines + newsLines + [conclusion]
  }

  private var newsLines: [Phrase] {
    list(news.tasks, Phrase(en: "new tasks", fr: "tâches nouvelles"))
      + list(news.actions, Phrase(en: "new actions", fr: "actions nouvelles"))
      + list(news.lessons, Phrase(en: "new lessons", fr: "retours d’expérience nouveaux"))
  }

  private func list(_ items: [String], _ title: Phrase) -> [Phrase] {
    list(items.map { Phrase(en: $0, fr: $0) }, title)
  }

  private func list(_ items: [Phrase], _ title: Phrase) -> [Phrase] {
    guard !items.isEmpty else { return [] }
    let count = items.count
    return [
      Phrase(en: "  \(title.english) (\(count)):", fr: "  \(title.french) (\(count)) :")
    ] + items.map { Phrase(en: "    \($0.english)", fr: "    \($0.french)") }
  }

  private var conclusion: Phrase {
    guard openCount > 0 else {
      return Phrase(
        en: "  \(renewedCount) files renewed; nothing to choose",
        fr: "  \(renewedCount) fichiers renouvelés ; rien à trancher")
    }
    return Phrase(
      en: "  \(renewedCount) files renewed; \(openCount) places to look at",
      fr: "  \(renewedCount) fichiers renouvelés ; \(openCount) endroits à regarder")
  }
}
