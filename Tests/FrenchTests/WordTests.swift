import French
import Testing

@Suite struct `Names after a preposition` {
  struct Name: Sendable, CustomTestStringConvertible {
    var name: String
    var de: String
    var a: String
    var testDescription: String { name }

    init(_ name: String, _ de: String, _ a: String) {
      (self.name, self.de, self.a) = (name, de, a)
    }
  }

  @Test(arguments: [
    Name("Évry", "d’Évry", "à Évry"),
    Name("Mantes-la-Jolie", "de Mantes-la-Jolie", "à Mantes-la-Jolie"),
    Name("Les Mureaux", "des Mureaux", "aux Mureaux"),
    Name("Le Vésinet", "du Vésinet", "au Vésinet"),
    Name("La Boucle de Seine", "de la Boucle de Seine", "à la Boucle de Seine"),
    Name("L’Haÿ-les-Roses", "de L’Haÿ-les-Roses", "à L’Haÿ-les-Roses"),
    Name("Herblay", "d’Herblay", "à Herblay"),
    Name("Yerres", "d’Yerres", "à Yerres"), Name("Yvetot", "d’Yvetot", "à Yvetot"),
    Name("Yaoundé", "de Yaoundé", "à Yaoundé"),
    Name("Étampes", "d’Étampes", "à Étampes"), Name("Œuilly", "d’Œuilly", "à Œuilly"),
    Name("Antony", "d’Antony", "à Antony"), Name("Argenteuil", "d’Argenteuil", "à Argenteuil"),
    Name("Enghien", "d’Enghien", "à Enghien"), Name("Versailles", "de Versailles", "à Versailles"),
    Name("les Yvelines", "des Yvelines", "aux Yvelines"),
    Name("Lesigny", "de Lesigny", "à Lesigny"), Name("Le ", "de Le ", "à Le "),
    Name("E\u{301}vry", "d’E\u{301}vry", "à E\u{301}vry"), Name("11", "de 11", "à 11"),
  ])
  func `elide or contract as they must`(_ row: Name) {
    #expect(withDe(row.name) == row.de)
    #expect(withA(row.name) == row.a)
  }

  @Test func `keep their H when it is aspirated`() {
    #expect(withDe("Houilles", .aspirated) == "de Houilles")
    #expect(withDe("Houilles") == "de Houilles")
    #expect(withDe("Houilles", .mute) == "d’Houilles")
    #expect(withDe("Herblay") == "d’Herblay")
    #expect(withDe("onze élèves") == "de onze élèves")
  }

  @Test func `keep their article when it is theirs`() {
    #expect(withDe("La Celle-Saint-Cloud", article: .kept) == "de La Celle-Saint-Cloud")
    #expect(withA("La Celle-Saint-Cloud", article: .kept) == "à La Celle-Saint-Cloud")
    #expect(withDe("Les Mureaux", article: .kept) == "des Mureaux")
  }

  @Test func `of common kind bring their article`() {
    let recteur = Noun("recteur", .masculine)
    #expect(
      [recteur.definite, recteur.withDe, recteur.withA] == [
        "le recteur", "du recteur", "au recteur",
      ])
    let maire = Noun("maire", .feminine)
    #expect(
      [maire.definite, maire.withDe, maire.withA] == ["la maire", "de la maire", "à la maire"])
    let inspectrice = Noun("inspectrice", .feminine)
    #expect(inspectrice.definite == "l’inspectrice")
    #expect(inspectrice.withDe == "de l’inspectrice")
    #expect(inspectrice.withA == "à l’inspectrice")
    let parents = Noun("élèves", .unknown, .plural)
    #expect(
      [parents.definite, parents.withDe, parents.withA] == [
        "les élèves", "des élèves", "aux élèves",
      ])
    #expect(Noun("hall", .masculine, .singular, .aspirated).withA == "au hall")
  }
}

@Suite struct `Words` {
  @Test func `are listed with one conjunction`() {
    #expect(listed([]) == "")
    #expect(listed(["a"]) == "a")
    #expect(listed(["a", "b"]) == "a et b")
    #expect(listed(["a", "b", "c"]) == "a, b et c")
    #expect(listed(["a", "b", "c"], .or) == "a, b ou c")
  }

  @Test(arguments: [
    Row("école", "École"), Row("œuvre", "Œuvre"), Row("l’an", "L’an"), Row("CIO", "CIO"),
    Row("", ""), Row("12 h", "12 h"), Row("e\u{301}cole", "E\u{301}cole"),
  ])
  func `take a capital that keeps its accent`(_ row: Row) {
    #expect(capitalised(row.text) == row.expected)
  }

  @Test func `are sorted as in a dictionary`() {
    let sorted = [
      "AED", "aède", "bœuf", "bof", "cote", "coté", "côte", "CPE", "Écouen", "ECTS", "élève",
      "L’Haÿ", "La Boucle", "Les Mureaux", "Saint-Cyr", "Saint-Ouen", "zone",
    ]
    #expect(sorted.reversed().sorted { sortKey($0) < sortKey($1) } == sorted)
  }

  @Test(arguments: [
    Row("L’Haÿ-les-Roses", "l hay les roses"), Row("ŒUVRE Çà", "oeuvre ca"),
    Row("e\u{301}", "e"), Row("n° 3", "n° 3"),
  ])
  func `are compared without case or accents`(_ row: Row) {
    #expect(folded(row.text) == row.expected)
  }
}

@Suite struct `Letters` {
  struct Called: Sendable, CustomTestStringConvertible {
    var function: Function
    var feminine: String
    var masculine: String
    var inText: String
    var testDescription: String { feminine }
  }

  @Test(arguments: [
    Called(
      function: Function(masculine: "Maire", feminine: "Maire"), feminine: "Madame la Maire,",
      masculine: "Monsieur le Maire,", inText: "madame la maire ou monsieur le maire"),
    Called(
      function: Function(masculine: "Inspecteur", feminine: "Inspectrice"),
      feminine: "Madame l’Inspectrice,", masculine: "Monsieur l’Inspecteur,",
      inText: "madame l’inspectrice ou monsieur l’inspecteur"),
    Called(
      function: Function(masculine: "Directeur académique", feminine: "Directrice académique"),
      feminine: "Madame la Directrice académique,", masculine: "Monsieur le Directeur académique,",
      inText: "madame la directrice académique ou monsieur le directeur académique"),
    Called(
      function: Function(masculine: "IEN", feminine: "IEN"), feminine: "Madame l’IEN,",
      masculine: "Monsieur l’IEN,", inText: "madame l’IEN ou monsieur l’IEN"),
    Called(
      function: Function(masculine: "Haut-commissaire", feminine: "Haute-commissaire", .aspirated),
      feminine: "Madame la Haute-commissaire,", masculine: "Monsieur le Haut-commissaire,",
      inText: "madame la haute-commissaire ou monsieur le haut-commissaire"),
  ])
  func `call a person by the function`(_ row: Called) {
    #expect(row.function.call(.feminine) == row.feminine)
    #expect(row.function.call(.masculine) == row.masculine)
    #expect(row.function.call(.unknown) == "\(row.feminine) \(row.masculine)")
    #expect(row.function.inText(.unknown) == row.inText)
  }

  @Test func `call a person without function by the civility`() {
    #expect(call(.feminine) == "Madame,")
    #expect(call(.masculine) == "Monsieur,")
    #expect(call(.unknown) == "Madame, Monsieur,")
    #expect(Civility.allCases.map(\.short) == ["Mme", "M."])
    #expect(Civility(.unknown) == nil)
    #expect(Civility.madame.before("D") == spaced("Mme~D"))
  }

  @Test(arguments: [
    Row(
      "high-consideration",
      "Je vous prie d’agréer, Madame la Maire, l’expression de ma haute considération."),
    Row(
      "respectful-consideration",
      "Je vous prie d’agréer, Madame la Maire, l’expression de ma respectueuse considération."),
    Row(
      "distinguished-consideration",
      "Je vous prie d’agréer, Madame la Maire, l’expression de ma considération distinguée."),
    Row(
      "distinguished-greetings", "Veuillez agréer, Madame la Maire, mes salutations distinguées."),
    Row(
      "cordial-greetings", "Je vous prie de recevoir, Madame la Maire, mes cordiales salutations."),
  ])
  func `close with the call repeated`(_ row: Row) throws {
    let closing = try #require(Closing(rawValue: row.text))
    let maire = Function(masculine: "Maire", feminine: "Maire")
    #expect(closing.sentence(to: maire.vocative(.feminine)) == row.expected)
  }
}
