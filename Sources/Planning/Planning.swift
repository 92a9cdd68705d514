/// **Plan**: tasks and a school calendar become dated work for one basin.
///
/// A task's lead time names a week before (or after) the week of the edition; its due day is the
/// last school day of that week. A due day never falls on a week-end, a public holiday or in
/// school holidays: it moves earlier, and keeps from when and why.
package enum Planning {}
