import French
import Templates

/// The documents of the bench, with their fields and the values of any number of them. The values
/// hold accents, apostrophes, `&` and `<`, as real ones do.
enum BenchDocument: String, CaseIterable {
  case letter, checklist, roles

  var fields: [RecordType.Field] {
    switch self {
    case .letter: letterFields
    case .checklist: [field("tasks", .list(.record(checkedTask)))]
    case .roles: [field("roles", .list(.record(role)))]
    }
  }

  func values(_ number: Int) -> [Value] {
    switch self {
    case .letter: letterValues(number)
    case .checklist: [.list((1...60).map { checkedTaskValue($0, number) })]
    case .roles: [.list((1...12).map { roleValue($0, number) })]
    }
  }
}

private func field(_ name: String, _ type: ValueType) -> RecordType.Field {
  RecordType.Field(name: name, type: type, meaning: "")
}

private func day(_ number: Int) -> Value {
  .day(CalendarDay(secondsSince1970: 1_416_182_400).adding(days: number % 120))
}

// MARK: Letter: 20 fields

private let letterFields =
  [
    "civility", "name", "function", "organisation", "street", "town", "basin", "coordinator",
    "coordinatorFunction", "phone", "mail", "place",
  ].map { field($0, .text) } + ["today", "meeting", "first", "last"].map { field($0, .day) } + [
    field("hour", .time), field("schools", .number), field("cost", .money),
    field("isFirst", .boolean),
  ]

private func letterValues(_ number: Int) -> [Value] {
  [
    .text(number % 2 == 0 ? "Madame" : "Monsieur"), .text("Élodie Lefèvre-\(number)"),
    .text("maire"), .text("Mairie d’Évry & Cie \(number)"), .text("\(number) bis, rue de l’Été"),
    .text("\(91_000 + number) Évry"), .text("d’Évry-Centre <\(number)>"),
    .text("François N’Guyen \(number)"), .text("proviseur du lycée Georges-Brassens"),
    .text("01 69 00 00 \(number % 90 + 10)"), .text("bassin.\(number)@example.org"),
    .text("salle du conseil n° \(number)"), day(number), day(number + 20), day(number + 60),
    day(number + 66), ClockTime(hour: 8 + number % 10, minute: 30).map { .time($0) } ?? .text(""),
    .number(12 + number), .money(125_000 + number), .boolean(number % 3 == 0),
  ]
}

// MARK: Checklist: 60 rows, five columns, three conditions a row

private let checkedTask = RecordType(
  name: "task",
  fields: [
    field("rank", .number), field("title", .text), field("owner", .text), field("due", .day),
    field("state", .text), field("note", .text), field("isTight", .boolean),
    field("isDone", .boolean),
  ])

private func checkedTaskValue(_ rank: Int, _ number: Int) -> Value {
  .record([
    .number(rank),
    .text("Réunir l’équipe n° \(rank) & fixer l’ordre du jour avec les \(number) classes"),
    .text(["Coordonnateur", "Référente collège", "Chef d’établissement"][rank % 3]),
    day(rank + number), .text(rank % 4 == 0 ? "fait" : "à faire"),
    .text(rank % 3 == 0 ? "Prévoir \(rank) jours < la date : la salle manque souvent" : ""),
    .boolean(rank % 5 == 0), .boolean(rank % 4 == 0),
  ])
}

// MARK: Role sheets: 12 sections, loops three deep

private let roleTask = RecordType(
  name: "roleTask",
  fields: [
    field("title", .text), field("due", .day), field("hours", .number), field("isMine", .boolean),
  ])
private let rolePhase = RecordType(
  name: "rolePhase", fields: [field("title", .text), field("tasks", .list(.record(roleTask)))])
private let role = RecordType(
  name: "role",
  fields: [
    field("title", .text), field("mission", .text), field("isNew", .boolean),
    field("phases", .list(.record(rolePhase))),
  ])

private func roleValue(_ rank: Int, _ number: Int) -> Value {
  .record([
    .text("Rôle n° \(rank) : l’animation"),
    .text("Tenir le fil entre les établissements & les partenaires du bassin \(number)"),
    .boolean(rank % 2 == 0),
    .list(
      (1...4).map { phase in
        .record([
          .text("Phase \(phase) : préparer"),
          .list((1...5).map { roleTaskValue($0 + phase * 5, number) }),
        ])
      }),
  ])
}

private func roleTaskValue(_ rank: Int, _ number: Int) -> Value {
  .record([
    .text("Appeler les <\(rank)> partenaires déjà venus, l’un après l’autre"),
    day(rank + number), .number(rank % 6 + 1), .boolean(rank % 3 == 0),
  ])
}
