/// **Pack**: the rendered files of one kit become a folder and a zip, with manifest and checksums;
/// and what comes back is judged by them.
package enum Export {}
