/// Names of files that may live together in one tree: where they go, not what they hold.
///
/// A kit travels from Linux to a FAT key to a Windows or Apple machine, so `RelativePath` refuses
/// on the way in what one of them would refuse on the way out, and `PathIndex` what one of them
/// would silently merge. The room is pure; `Disk` and `Archive` make files and archives.
package enum FileTree {}
