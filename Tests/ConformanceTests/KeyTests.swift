import Foundation
import TestSupport
import Testing

/// FAT_KEY names a program that is called as `program MEGABYTES -- COMMAND ARGUMENT…` and runs the
/// command with USB naming a freshly made key, mounted by a driver of FAT; FAT32 from 34 MB on.
private let fatKey = environment["FAT_KEY"].flatMap { $0.isEmpty ? nil : $0 }

@Suite(.conformance) struct `A key of a real FAT file system` {
  private static let kits = Kits.examples.map { "\(Kits.root)/\($0)" }

  /// Runs lines of shell before a key; `"$0"` is the program and `"$@"` are two kits.
  private func onKey(megabytes: Int, _ lines: String) throws -> Tool.Outcome {
    let trousse = checkout.appending(path: ".build/release/trousse").path(percentEncoded: false)
    let words = ["\(megabytes)", "--", "sh", "-euc", lines, trousse] + Self.kits
    return try Tool(try #require(fatKey)).run(words, limitSeconds: 600)
  }

  @Test(.enabled(if: fatKey != nil, "FAT_KEY names no program that makes a key"))
  func `takes kits, is taken up again, and gives every byte back`() throws {
    let lines = #"""
      mkdir "$USB/Photos"; echo mine >"$USB/Photos/été.txt"
      "$0" export "$@" --usb "$USB"
      test ! -e "$USB/.trousse-staging" && test ! -e "$USB/.trousse-former"
      for kit in "$@"; do
        name=$(basename "$kit")
        diff -r "$kit" "$USB/$name"
        (cd "$USB/$name" && sha256sum --quiet --strict -c SHA256SUMS)
      done
      "$0" verify "$USB"
      # A pulled key: one kit was on its way, and its last file was cut off.
      mkdir "$USB/.trousse-staging"; mv "$USB/$name" "$USB/.trousse-staging/"
      truncate -s 99 "$USB/.trousse-staging/$name/SHA256SUMS"
      "$0" export "$@" --usb "$USB"
      diff -r "$kit" "$USB/$name"
      # An older kit gives way on a disk that cannot exchange two names.
      rm "$USB/$name/LISEZ-MOI.txt"
      "$0" export "$kit" --usb "$USB"
      diff -r "$kit" "$USB/$name"
      test "$(cat "$USB/Photos/été.txt")" = mine
      """#
    let outcome = try onKey(megabytes: 160, lines)
    #expect(outcome.status == 0, "\(outcome.all)")
    #expect(outcome.all.contains("taken up again") || outcome.all.contains("reprise"))
  }

  @Test(.enabled(if: fatKey != nil, "FAT_KEY names no program that makes a key"))
  func `that is too small is told so before the first byte, and one that fits is filled`() throws {
    let lines = #"""
      free() { df --output=avail -B1 "$USB" | tail -n 1; }
      # Room for less than the kit: nothing is written.
      kit=$1; need=$(du -s --apparent-size -B1 "$kit" | cut -f1)
      head -c $(($(free) - need * 9 / 10)) /dev/zero >"$USB/full"
      code=0; "$0" export "$kit" --usb "$USB" --lang en || code=$?
      test $code = 3; test "$(ls -A "$USB")" = full
      # What the program asks for is enough: the kit goes on to a key with just that much.
      wanted=$("$0" export "$kit" --usb "$USB" --lang en 2>&1 | sed -n 's/.* and \([0-9]*\) MB are needed.*/\1/p')
      rm "$USB/full"; head -c $(($(free) - wanted * 1000000)) /dev/zero >"$USB/full"
      "$0" export "$kit" --usb "$USB"
      diff -r "$kit" "$USB/$(basename "$kit")"
      """#
    let outcome = try onKey(megabytes: 64, lines)
    #expect(outcome.status == 0, "\(outcome.all)")
    #expect(outcome.all.contains("export.no-room"))
  }
}
