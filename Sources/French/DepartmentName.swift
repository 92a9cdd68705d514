/// A department of the Republic, by the code of the national statistics, as sentences need it.
package struct DepartmentName: Hashable, Sendable {
  package let code: String
  /// « Essonne »
  package let name: String
  /// « de l’Essonne »
  package let de: String
  /// « dans l’Essonne », « en Gironde », « à Paris »
  package let within: String

  /// - Parameter code: two or three digits, or 2A and 2B.
  package init?(code: String) {
    let wanted = code.uppercased()
    let row = rows.split(separator: "\n").first { $0.hasPrefix(wanted + " ") }
    guard let words = row?.split(separator: " ", maxSplits: 2), words.count == 3 else { return nil }
    self.code = wanted
    let (preposition, rest) = (String(words[1]), String(words[2]))
    let (article, name) = Self.parted(rest)
    self.name = name
    switch article {
    case "le ": de = "du \(name)"
    case "les ": de = "des \(name)"
    default: de = article.isEmpty ? withDe(name, article: .kept) : "de \(rest)"
    }
    // « en » takes the article's place.
    within = "\(preposition) \(preposition == "en" ? name : rest)"
  }

  private static func parted(_ text: String) -> (article: String, name: String) {
    for article in ["les ", "le ", "la ", "l\(apostrophe)"] where text.hasPrefix(article) {
      return (article, String(text.dropFirst(article.count)))
    }
    return ("", text)
  }
}

/// Code, preposition of place, name with its article.
private let rows = """
  01 dans l’Ain
  02 dans l’Aisne
  03 dans l’Allier
  04 dans les Alpes-de-Haute-Provence
  05 dans les Hautes-Alpes
  06 dans les Alpes-Maritimes
  07 en l’Ardèche
  08 dans les Ardennes
  09 en l’Ariège
  10 dans l’Aube
  11 dans l’Aude
  12 en l’Aveyron
  13 dans les Bouches-du-Rhône
  14 dans le Calvados
  15 dans le Cantal
  16 en la Charente
  17 en la Charente-Maritime
  18 dans le Cher
  19 en la Corrèze
  2A en la Corse-du-Sud
  2B en la Haute-Corse
  21 en la Côte-d’Or
  22 dans les Côtes-d’Armor
  23 en la Creuse
  24 en la Dordogne
  25 dans le Doubs
  26 dans la Drôme
  27 dans l’Eure
  28 en l’Eure-et-Loir
  29 dans le Finistère
  30 dans le Gard
  31 en la Haute-Garonne
  32 dans le Gers
  33 en la Gironde
  34 dans l’Hérault
  35 en l’Ille-et-Vilaine
  36 dans l’Indre
  37 en l’Indre-et-Loire
  38 en l’Isère
  39 dans le Jura
  40 dans les Landes
  41 dans le Loir-et-Cher
  42 dans la Loire
  43 en la Haute-Loire
  44 en la Loire-Atlantique
  45 dans le Loiret
  46 dans le Lot
  47 dans le Lot-et-Garonne
  48 en la Lozère
  49 dans le Maine-et-Loire
  50 dans la Manche
  51 dans la Marne
  52 en la Haute-Marne
  53 en la Mayenne
  54 en la Meurthe-et-Moselle
  55 dans la Meuse
  56 dans le Morbihan
  57 en la Moselle
  58 dans la Nièvre
  59 dans le Nord
  60 dans l’Oise
  61 dans l’Orne
  62 dans le Pas-de-Calais
  63 dans le Puy-de-Dôme
  64 dans les Pyrénées-Atlantiques
  65 dans les Hautes-Pyrénées
  66 dans les Pyrénées-Orientales
  67 dans le Bas-Rhin
  68 dans le Haut-Rhin
  69 dans le Rhône
  70 en la Haute-Saône
  71 en la Saône-et-Loire
  72 dans la Sarthe
  73 en la Savoie
  74 en la Haute-Savoie
  75 à Paris
  76 en la Seine-Maritime
  77 en la Seine-et-Marne
  78 dans les Yvelines
  79 dans les Deux-Sèvres
  80 dans la Somme
  81 dans le Tarn
  82 dans le Tarn-et-Garonne
  83 dans le Var
  84 dans le Vaucluse
  85 en la Vendée
  86 dans la Vienne
  87 en la Haute-Vienne
  88 dans les Vosges
  89 dans l’Yonne
  90 dans le Territoire de Belfort
  91 dans l’Essonne
  92 dans les Hauts-de-Seine
  93 en la Seine-Saint-Denis
  94 dans le Val-de-Marne
  95 dans le Val-d’Oise
  971 en la Guadeloupe
  972 en la Martinique
  973 en la Guyane
  974 à La Réunion
  976 à Mayotte
  """
