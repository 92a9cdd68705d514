/// **Render**: dated work becomes an iCalendar file (RFC 5545) that Outlook, Google Calendar,
/// Thunderbird and Apple's Calendar import.
///
/// Entries are whole days in the local calendar, so no time zone can move them. There are no alarms:
/// whoever wants to be reminded says so in the program. The room knows neither basin nor plan.
package enum CalendarFormat {}
