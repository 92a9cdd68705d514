import French
import TestSupport
import Testing

@Suite struct `Typesetting` {
  @Test(arguments: [
    Row("aujourd'hui, l'élève", "aujourd’hui, l’élève"),
    Row("Lâche pas l'école !", "Lâche pas l’école^!"),
    Row("l'École d'Évry", "l’École d’Évry"),
    Row("e\u{301}l'e\u{301}cole", "e\u{301}l’e\u{301}cole"),
    Row("l'an d'1 heure", "l’an d’1 heure"),
    Row("fin d'", "fin d’"), Row("jusqu'", "jusqu’"), Row("lorsqu'\"on\"", "lorsqu’«~on~»"),
    Row("le mot'", "le mot'"), Row("5'30", "5'30"), Row("'n'", "'n'"), Row("'", "'"),
    Row("les élèves'", "les élèves'"),
  ])
  func `makes apostrophes of those between letters`(_ row: Row) {
    #expect(typeset(row.text) == row.expected)
  }

  @Test(arguments: [
    Row("Il dit \"oui\".", "Il dit «~oui~»."),
    Row("\"oui\"", "«~oui~»"), Row("\" oui \"", "«~oui~»"), Row("(\"oui\")", "(«~oui~»)"),
    Row("l'\"école\"", "l’«~école~»"),
    Row("\"un \"deux\" un\"", "«~un “deux” un~»"),
    Row("« il dit \"oui\" »", "«~il dit “oui”~»"),
    Row("\"a\" et \"b\"", "«~a~» et «~b~»"),
    Row("\"...non\"", "«~…non~»"), Row("\"Quoi ?\"", "«~Quoi^?~»"),
    Row("un \"mot", "un \"mot"), Row("12\" de long", "12\" de long"), Row("\"\"", "\"\""),
    Row("a\"b\"c", "a\"b\"c"), Row("\"", "\""), Row("\"«\"", "«~«~»"),
    Row("\"voir www.exemple.fr\"", "«~voir www.exemple.fr~»"),
  ])
  func `makes guillemets of pairs of quotes`(_ row: Row) {
    #expect(typeset(row.text) == row.expected)
  }

  @Test(arguments: [
    Row("« oui »", "«~oui~»"), Row("«oui»", "«~oui~»"), Row("«^oui^»", "«~oui~»"),
    Row("«»", "«~»"), Row("«", "«"), Row("»", "»"), Row("« ", "«~"), Row(" »", "~»"),
    Row("«\noui\n»", "«\noui\n»"), Row("« Quoi ? »", "«~Quoi^?~»"), Row("dit :« a »", "dit~:«~a~»"),
  ])
  func `keeps guillemets on the line of their words`(_ row: Row) {
    #expect(typeset(spaced(row.text)) == row.expected)
  }

  @Test(arguments: [
    Row("Oui ; non ! Ah ? Quoi ?!", "Oui^; non^! Ah^? Quoi^?!"),
    Row("Oui~; non~!", "Oui^; non^!"), Row("Oui; non! Ah?", "Oui; non! Ah?"),
    Row("Objet : réunion", "Objet~: réunion"), Row("Objet^: réunion", "Objet~: réunion"),
    Row("Objet: réunion", "Objet: réunion"), Row("fin :", "fin~:"), Row("fin :\n", "fin~:\n"),
    Row("Il dit : \"oui\"", "Il dit~: «~oui~»"), Row("un sourire :-)", "un sourire :-)"),
    Row("à 14:30, en 16:9", "à 14:30, en 16:9"), Row(" !", "^!"),
    Row("color: red !important", "color: red !important"),
    Row("Quoi  ?", "Quoi ^?"),
  ])
  func `ties signs of two parts to the word before`(_ row: Row) {
    #expect(typeset(spaced(row.text)) == row.expected)
  }

  @Test(arguments: [
    Row("attendez...", "attendez…"), Row("a...b", "a…b"), Row("....", "...."), Row("..", ".."),
    Row("nom : ........", "nom~: ........"), Row("etc.", "etc."), Row("etc...", "etc."),
    Row("dossier/.../notes", "dossier/.../notes"),
  ])
  func `makes one sign of three full stops`(_ row: Row) {
    #expect(typeset(row.text) == row.expected)
  }

  @Test(arguments: [
    Row("7,6 % des élèves", "7,6~% des élèves"), Row("12,50 €", "12,50~€"), Row("3 ‰", "3~‰"),
    Row("[montant] € par élève", "[montant]~€ par élève"), Row("% de", "% de"), Row("a %d", "a %d"),
    Row("25 km à pied", "25~km à pied"), Row("45 min.", "45~min."), Row("à 14 h.", "à 14~h."),
    Row("de 14 h 30 à 16 h", "de 14~h~30 à 16~h"),
    Row("14h 30", "14~h~30"), Row("14h30", "14~h~30"),
    Row("24 p.", "24~p."), Row("8 Go", "8~Go"), Row("20 m", "20~m"), Row("3 m'a dit", "3 m’a dit"),
    Row("2 hommes", "2 hommes"), Row("20 °C", "20~°C"), Row("3 minutes", "3 minutes"),
    Row("35 000 bracelets", "35^000 bracelets"), Row("35^000 €", "35^000~€"),
    Row("voir p. 12", "voir p.~12"), Row("pp. 3-4", "pp.~3-4"), Row("cap. 3", "cap. 3"),
    Row("n° 3", "n°~3"), Row("nᵒ 2013-035", "nᵒ~2013-035"), Row("no 3", "no~3"),
    Row("nos 3 classes", "nos 3 classes"), Row("un piano 3", "un piano 3"),
  ])
  func `ties numbers to what they count`(_ row: Row) {
    #expect(typeset(spaced(row.text)) == row.expected)
  }

  @Test(arguments: [
    Row("35 000", "35^000"), Row("1 234 567 €", "1^234^567~€"), Row("35~000 €", "35^000~€"),
    Row("en 2015 300 élèves", "en 2015 300 élèves"), Row("01 234", "01 234"),
    Row("35 0000", "35 0000"), Row("35 000x", "35 000x"), Row("3,14 159", "3,14 159"),
    Row("91000 Évry", "91000 Évry"), Row("A3 200", "A3 200"),
  ])
  func `parts thousands with a thin space`(_ row: Row) {
    #expect(typeset(spaced(row.text)) == row.expected)
  }

  @Test(arguments: [
    Row("à 9h.", "à 9~h."), Row("(8h30)", "(8~h~30)"),
    Row("de 14h à 16h30, puis", "de 14~h à 16~h~30, puis"),
    Row("24h/24", "24h/24"), Row("reunion-14h30.odt", "reunion-14h30.odt"),
    Row("voir 14h30.odt", "voir 14h30.odt"), Row("14h@exemple.fr", "14h@exemple.fr"),
    Row("A4h", "A4h"), Row("2heures", "2heures"), Row("114h30", "114h30"), Row("14h3", "14h3"),
  ])
  func `spaces hours`(_ row: Row) {
    #expect(typeset(spaced(row.text)) == row.expected)
  }

  @Test(arguments: [
    Row("un temps fort - le samedi - ouvert", "un temps fort – le samedi – ouvert"),
    Row("mi-parcours 2014-2015", "mi-parcours 2014-2015"), Row("5 - 3", "5 - 3"),
    Row("- un\n- deux", "- un\n- deux"), Row("a -- b", "a -- b"), Row("a -b", "a -b"),
    Row("fin - ", "fin - "), Row("lycée - 91000 Évry", "lycée – 91000 Évry"),
  ])
  func `makes dashes of hyphens that stand apart`(_ row: Row) {
    #expect(typeset(spaced(row.text)) == row.expected)
  }

  @Test(arguments: [
    Row("Tél. 01 23 45 67 89.", "Tél. 01~23~45~67~89."),
    Row("+33 1 23 45 67 89", "+33~1~23~45~67~89"), Row("11 23 45 67 89", "11 23 45 67 89"),
    Row("01 23 45 67", "01 23 45 67"), Row("01 23 45 67 89 12", "01 23 45 67 89 12"),
    Row("01.23.45.67.89", "01.23.45.67.89"),
  ])
  func `ties the pairs of a telephone number`(_ row: Row) {
    #expect(typeset(spaced(row.text)) == row.expected)
  }

  @Test(arguments: [
    Row("lundi 16 mars 2015", "lundi 16~mars 2015"), Row("1er avril", "1er~avril"),
    Row("le 1 mai", "le 1~mai"), Row("31 août", "31~août"), Row("2 février.", "2~février."),
    Row("16 marsouins", "16 marsouins"), Row("2015 mars", "2015 mars"), Row("2,5 mai", "2,5 mai"),
    Row("...16 mars", "…16~mars"),
    Row("B16 mars", "B16 mars"), Row("dernier mars", "dernier mars"), Row("21er mars", "21er mars"),
  ])
  func `ties days to months`(_ row: Row) {
    #expect(typeset(row.text) == row.expected)
  }

  @Test(arguments: [
    Row("M. Dupont et Mme Évrard", "M.~Dupont et Mme~Évrard"), Row("MM. A et B", "MM.~A et B"),
    Row("Mmes A", "Mmes~A"), Row("Dr X", "Dr~X"), Row("(Mme D)", "(Mme~D)"),
    Row("Mme la Maire", "Mme la Maire"), Row("comme Évry", "comme Évry"),
    Row("FILM. Un", "FILM. Un"),
  ])
  func `ties civilities to names`(_ row: Row) {
    #expect(typeset(row.text) == row.expected)
  }

  @Test(arguments: [
    "voir https://exemple.fr/l'an?a=1...;b='c' ici", "http://x.fr/a'b", "www.exemple.fr/d'un",
    "écrire à l'accueil@exemple.fr", "le fichier `l'an \"x\" ; y...`", "ftp://a.b/c'd",
    "", "mot", "Rien à changer ici, vraiment.", "«~déjà fait~»", "l’an 2000^; 12~km",
    "cote`l’an", "a\tb\nc", "日本語 ; non".replacing(" ;", with: "^;"),
  ])
  func `leaves alone addresses, code and what is already good`(_ text: String) {
    #expect(typeset(spaced(text)) == spaced(text))
  }

  @Test(arguments: [
    Row("https://exemple.fr ; l'autre", "https://exemple.fr^; l’autre"),
    Row("«https://exemple.fr»", "«~https://exemple.fr~»"),
    Row("`a` l'un ` d'autre", "`a` l’un ` d’autre"),
    Row("`\"` et \"oui\"", "`\"` et «~oui~»"), Row("wwww.l'an", "wwww.l’an"),
  ])
  func `goes on after them`(_ row: Row) {
    #expect(typeset(row.text) == row.expected)
  }

  @Test(arguments: Seed.first(40))
  func `twice is typesetting once, and keeps letters and digits`(_ seed: Seed) {
    var generator = seed.generator
    for _ in 0..<250 {
      let text = (0..<Int.random(in: 1...14, using: &generator))
        .compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      let once = typeset(text)
      #expect(Array(typeset(once).utf8) == Array(once.utf8), "of \(text.debugDescription)")
      #expect(wordScalars(once) == wordScalars(text), "of \(text.debugDescription)")
    }
  }

  private func wordScalars(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}

/// All that rules look at, to make nonsense of.
private let pieces = [
  " ", " ", " ", " ", "\u{A0}", "\u{202F}", "\n", "\"", "\"", "\"", "'", "'", "’", "«", "»", "“",
  "”", ".", "...", "…", ";", ":", "!", "?", "%", "€", "(", ")", "-", "/", "`", "@", "://", "www.",
  "a", "l", "É", "qu", "M.", "Mme", "16", "1er", "3", "mars", "h", "30", "km", "n°", "no", "p.",
  "e\u{301}", "🙂", "ᵒ", ",", "\t", "http", "000", "01", " 23", " 45", "+33", "etc",
]
