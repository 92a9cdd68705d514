/// **Pack**: the rendered files of one kit become a folder and a zip, with manifest and checksums.
package enum Export {}
