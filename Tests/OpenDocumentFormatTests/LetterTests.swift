import Documents
import Testing

@Suite struct LetterTests {
  static func letter(senderLines: Int, references: Int = 0) -> Letter {
    Letter(
      logo: "Place du logo", sender: (0..<senderLines).map { text("ligne \($0)") },
      addressee: [text("Madame la Maire"), text("91000 ÉVRY")],
      placeAndDate: text("Évry, le 12 janvier 2015"),
      references: (0..<references).map { text("réf. \($0)") }, subject: text("soutien"),
      attachments: text("1 coupon"), call: text("Madame la Maire,"), body: [paragraph("Texte.")],
      closing: text("Je vous prie d’agréer…"), signature: [text("A. B."), text("proviseure")],
      copies: [text("la préfecture")])
  }

  private func content(_ letter: Letter) throws -> String {
    try Sample.content(Sample.document(kind: .letter, [.letter(letter)]))
  }

  @Test func `the zones follow each other, the addressee in the only frame`() throws {
    let content = try content(Self.letter(senderLines: 2, references: 1))
    let start = try #require(content.firstRange(of: "<office:text>")).upperBound
    let end = try #require(content.firstRange(of: "</office:text>")).lowerBound
    let expected = [
      #"<text:p text:style-name="Place_20_du_20_logo">"#,
      #"<draw:frame draw:style-name="Fenetre" draw:name="Destinataire" "#,
      #"text:anchor-type="paragraph" svg:x="100mm" svg:y="48mm" svg:width="90mm" "#,
      #"draw:z-index="0"><draw:text-box fo:min-height="33mm">"#,
      #"<text:p text:style-name="Addressee">Madame la Maire<text:line-break/>91000 ÉVRY</text:p>"#,
      "</draw:text-box><svg:title>Destinataire</svg:title></draw:frame>Place du logo</text:p>",
      #"<text:p text:style-name="Sender">ligne 0<text:line-break/>ligne 1</text:p>"#,
      #"<text:p text:style-name="Références">réf. 0</text:p>"#,
      #"<text:p text:style-name="A1">Évry, le 12 janvier 2015</text:p>"#,
      #"<text:p text:style-name="Objet">Objet"# + "\u{A0}: soutien</text:p>",
      #"<text:p text:style-name="Pièces_20_jointes">P."# + "\u{A0}J.\u{A0}: 1 coupon</text:p>",
      #"<text:p text:style-name="Appel">Madame la Maire,</text:p>"#,
      #"<text:p text:style-name="Corps_20_de_20_lettre">Texte.</text:p>"#,
      #"<text:p text:style-name="Salutation">Je vous prie d’agréer…</text:p>"#,
      #"<text:p text:style-name="Signature">A. B.<text:line-break/>proviseure</text:p>"#,
      #"<text:p text:style-name="Copies">Copie à"# + "\u{A0}: la préfecture</text:p>",
    ]
    #expect(content[start..<end] == expected.joined())
  }

  /// The sender begins at 47 mm and has lines of 4.5 mm; references have 4 mm and 2 mm above.
  @Test(arguments: [
    (3, 0, "32mm"), (5, 3, "9mm"), (8, 0, "9.5mm"), (8, 3, "4mm"), (0, 0, "45.5mm"),
  ])
  func `the date stands below the window whatever is at its left`(
    _ senderLines: Int, _ references: Int, _ margin: String
  ) throws {
    let content = try content(Self.letter(senderLines: senderLines, references: references))
    #expect(content.contains(#"fo:margin-top="\#(margin)" fo:margin-bottom="4mm""#))
  }

  @Test func `a letter has no title and no header`() throws {
    let content = try content(Self.letter(senderLines: 1))
    #expect(!content.contains("<text:h"))
    #expect(!content.contains("À quoi ça sert"))
  }

  @Test func `a letter document that begins with something else has a title`() throws {
    let content = try Sample.content(Sample.document(kind: .letter, [paragraph("a")]))
    #expect(content.contains(#"<text:h text:style-name="Titre_20_de_20_formulaire""#))
  }

  @Test func `what follows a letter stays on its page unless a break is asked for`() throws {
    let slip = Block.slip(Slip(title: "Coupon", blocks: [paragraph("a")]))
    let letter = Block.letter(Self.letter(senderLines: 1))
    let together = try Sample.content(Sample.document(kind: .letter, [letter, slip]))
    let apart = try Sample.content(Sample.document(kind: .letter, [letter, .pageBreak, slip]))
    #expect(!together.contains("fo:break-before"))
    #expect(
      apart.contains(
        #"style:parent-style-name="Ligne_20_de_20_coupe"><style:paragraph-properties "#
          + #"fo:break-before="page"/>"#))
  }
}
