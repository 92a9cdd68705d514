/// **Rank**: the past actions worth trying in one basin and the lessons worth telling at one place,
/// by the points of `ranking.xml`, each with its reasons.
///
/// Points are whole numbers and equals stand in the order of their ids, so that the same base gives
/// the same list on any machine. More evidence can only add points, and an action with more points
/// is chosen no later, all else equal. Reasons are values here; `Tailoring` has the words.
package enum Ranking {}
