import French
import Testing

@Suite struct `A calendar day` {
  @Test(arguments: [
    "1900-01-01", "1970-01-01", "2015-03-16", "2016-02-29", "2000-02-29", "2200-12-31",
  ])
  func `is written as it was read`(_ text: String) throws {
    #expect(try day(text).description == text)
  }

  @Test(arguments: [
    "", "2015", "2015-3-16", "2015-03-16 ", " 2015-03-16", "15-03-2015", "2015/03/16", "20150316",
    "2015-02-31", "2015-02-29", "1900-02-29", "2015-00-10", "2015-13-10", "2015-04-31",
    "2015-03-00", "2015-03-32", "1899-12-31", "2201-01-01", "+015-03-16", "-015-03-16",
    "2015-03-1é", "２015-03-16", "2015-03-16T00:00",
  ])
  func `is not read from anything else`(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func `goes through every day of three centuries in order`() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var expected = try day("1900-01-01")
    #expect(expected.weekday == .monday)
    for year in 1900...2200 {
      for month in 1...12 {
        let isLeap = month == 2 && (year % 4 == 0 && year % 100 != 0 || year % 400 == 0)
        for number in 1...(lengths[month - 1] + (isLeap ? 1 : 0)) {
          let day = try #require(CalendarDay(year: year, month: month, day: number))
          guard day == expected, day.year == year, day.month == month, day.day == number else {
            Issue.record("\(day) is not \(year)-\(month)-\(number)")
            return
          }
          expected = day.adding(days: 1)
        }
      }
    }
    #expect(expected.description == "2201-01-01")
  }

  struct InWeek: Sendable, CustomTestStringConvertible {
    var text: String
    var weekday: Weekday
    var monday: String
    var week: Int
    var testDescription: String { text }
  }

  @Test(arguments: [
    InWeek(text: "2015-03-16", weekday: .monday, monday: "2015-03-16", week: 12),
    InWeek(text: "2015-03-22", weekday: .sunday, monday: "2015-03-16", week: 12),
    InWeek(text: "1969-12-31", weekday: .wednesday, monday: "1969-12-29", week: 1),
    InWeek(text: "2014-12-29", weekday: .monday, monday: "2014-12-29", week: 1),
    InWeek(text: "2016-01-03", weekday: .sunday, monday: "2015-12-28", week: 53),
    InWeek(text: "2021-01-01", weekday: .friday, monday: "2020-12-28", week: 53),
    InWeek(text: "2018-03-15", weekday: .thursday, monday: "2018-03-12", week: 11),
  ])
  func `knows its ISO week`(_ row: InWeek) throws {
    let day = try day(row.text)
    #expect(day.weekday == row.weekday)
    #expect(day.monday.description == row.monday)
    #expect(day.isoWeek == row.week)
  }

  @Test func `counts days to another and back`() throws {
    let start = try day("2014-09-29")
    let week = try day("2015-03-16")
    #expect(start.days(until: week) == 24 * 7)
    #expect(week.days(until: start) == -24 * 7)
    #expect(week.adding(days: -24 * 7) == start)
    #expect(start < week)
  }

  @Test(
    arguments: zip(
      [0, 86_399, 86_400, -1, -86_400, -86_401, 1_426_464_000],
      [
        "1970-01-01", "1970-01-01", "1970-01-02", "1969-12-31", "1969-12-31", "1969-12-30",
        "2015-03-16",
      ]))
  func `is that of an instant in Greenwich`(_ seconds: Int, _ text: String) {
    #expect(CalendarDay(secondsSince1970: seconds).description == text)
  }

  @Test(arguments: [Int.min, Int.max])
  func `of any instant can be written`(_ seconds: Int) {
    #expect(!CalendarDay(secondsSince1970: seconds).description.isEmpty)
  }
}

@Suite struct `Days in French` {
  struct Styled: Sendable, CustomTestStringConvertible {
    var text: String
    var style: CalendarDay.Style
    var french: String
    var testDescription: String { french }
  }

  @Test(arguments: [
    Styled(text: "2015-03-16", style: .long, french: "lundi 16~mars 2015"),
    Styled(text: "2015-03-16", style: .medium, french: "16~mars 2015"),
    Styled(text: "2015-03-16", style: .short, french: "lundi 16~mars"),
    Styled(text: "2015-03-16", style: .dayMonth, french: "16~mars"),
    Styled(text: "2015-03-06", style: .numeric, french: "06/03/2015"),
    Styled(text: "2017-02-01", style: .long, french: "mercredi 1er~février 2017"),
    Styled(text: "2017-08-01", style: .dayMonth, french: "1er~août"),
    Styled(text: "2017-12-31", style: .long, french: "dimanche 31~décembre 2017"),
    Styled(text: "2017-12-01", style: .numeric, french: "01/12/2017"),
  ])
  func `are printed as usage has it`(_ row: Styled) throws {
    #expect(try day(row.text).inFrench(row.style) == spaced(row.french))
  }

  struct Range: Sendable, CustomTestStringConvertible {
    var first: String
    var last: String
    var plain: String
    var withWeekdays: String
    var testDescription: String { plain }
  }

  @Test(arguments: [
    Range(
      first: "2015-03-16", last: "2015-03-22", plain: "du 16 au 22~mars 2015",
      withWeekdays: "du lundi 16 au dimanche 22~mars 2015"),
    Range(
      first: "2015-03-30", last: "2015-04-03", plain: "du 30~mars au 3~avril 2015",
      withWeekdays: "du lundi 30~mars au vendredi 3~avril 2015"),
    Range(
      first: "2014-12-29", last: "2015-01-02", plain: "du 29~décembre 2014 au 2~janvier 2015",
      withWeekdays: "du lundi 29~décembre 2014 au vendredi 2~janvier 2015"),
    Range(
      first: "2015-03-16", last: "2015-03-16", plain: "le 16~mars 2015",
      withWeekdays: "le lundi 16~mars 2015"),
    Range(
      first: "2016-02-01", last: "2016-02-05", plain: "du 1er au 5~février 2016",
      withWeekdays: "du lundi 1er au vendredi 5~février 2016"),
    Range(
      first: "2014-03-16", last: "2015-03-16", plain: "du 16~mars 2014 au 16~mars 2015",
      withWeekdays: "du dimanche 16~mars 2014 au lundi 16~mars 2015"),
  ])
  func `from one to another say each thing once`(_ row: Range) throws {
    let first = try day(row.first)
    let last = try day(row.last)
    #expect(dateRange(first, last) == spaced(row.plain))
    #expect(dateRange(last, first) == spaced(row.plain))
    #expect(dateRange(first, last, .weekdays) == spaced(row.withWeekdays))
  }

  @Test func `are left alone by typesetting`() throws {
    let week = dateRange(try day("2015-03-30"), try day("2015-04-03"), .weekdays)
    #expect(typeset(week) == week)
    for style in CalendarDay.Style.allCases {
      let text = try day("2015-04-01").inFrench(style)
      #expect(typeset(text) == text)
    }
  }

  @Test func `have seven names in a week`() {
    let names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    #expect(Weekday.allCases.map(\.inFrench) == names)
    #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
  }
}

@Suite struct `A time of day` {
  @Test(arguments: [
    Row("08:30", "8~h~30"), Row("14:00", "14~h"), Row("09:05", "9~h~05"), Row("00:00", "0~h"),
    Row("23:59", "23~h~59"), Row("12:00", "12~h"),
  ])
  func `is printed with its hours apart`(_ row: Row) throws {
    let time = try #require(ClockTime(row.text))
    #expect(time.inFrench == row.expected)
    #expect(time.description == row.text)
    #expect(typeset(time.inFrench) == time.inFrench)
  }

  @Test(arguments: ["", "8:30", "24:00", "08:60", "0830", "08h30", "08:30:00", "-8:30", "08:3a"])
  func `is not read from anything else`(_ text: String) {
    #expect(ClockTime(text) == nil)
  }

  @Test func `moves within its day`() throws {
    let start = try #require(ClockTime(hour: 9, minute: 45))
    #expect(start.adding(minutes: 30) == ClockTime(hour: 10, minute: 15))
    #expect(start.adding(minutes: -45) == ClockTime(hour: 9))
    #expect(start.adding(minutes: 14 * 60 + 15) == nil)
    #expect(start.adding(minutes: -9 * 60 - 46) == nil)
    #expect(start.adding(minutes: .max) == nil)
    #expect(try start < #require(ClockTime(hour: 10)))
  }

  @Test(
    arguments: zip(
      [0, 5, 45, 60, 90, 125, -3], ["0~min", "5~min", "45~min", "1~h", "1~h~30", "2~h~05", "0~min"])
  )
  func `may last`(_ minutes: Int, _ french: String) {
    #expect(duration(minutes: minutes) == spaced(french))
  }
}
