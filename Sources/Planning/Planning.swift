/// **Plan**: tasks and a school calendar become dated work for one basin.
///
/// Planning goes backwards. A task's lead time gives a day; where there is no school on it, the
/// task is due earlier, and keeps from when and why. What a task waits for ends before it begins,
/// and is due earlier still where it must be. A basin that starts late gets what can still be done,
/// the essential first, and is told what cannot.
///
/// Days of work are days with class: a plan counts them by their number in the season's
/// `SchoolDays`, so that « three school days earlier » is a subtraction.
package enum Planning {}
