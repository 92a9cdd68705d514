/// The pipeline: load, plan, tailor, compose, render, pack. Memory in, memory out.
///
/// `Workshop` holds what is made once for an edition (the base, the plans, the compiled templates,
/// the looks); `Workshop.kit(for:)` is the whole way of one basin. `buildKits` runs it for many
/// basins side by side, which is the only parallel work in the program.
package enum Assembly {}
