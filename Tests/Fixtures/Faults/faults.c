// A disk that fails at the n-th step. Loaded before the C library (LD_PRELOAD), it counts the calls
// that change a disk, and at one of them kills the process or refuses in the system's own words.
//
// FAULT_STEP   which call, from 1; none when it is not set
// FAULT_ERROR  `kill`, or the errno with which that call and the same call later on are refused;
//              `once` before the number refuses that one call only
// FAULT_COUNT  a file that gets the number of calls at the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int steps;

// Whether the call that is about to be made must fail; errno is then set.
static int fails(void) {
  int step = ++steps;
  const char *wanted = getenv("FAULT_STEP");
  const char *kind = getenv("FAULT_ERROR");
  if (!wanted || !kind || step < atoi(wanted)) return 0;
  if (!strcmp(kind, "kill")) {
    kill(getpid(), SIGKILL);
    pause();
  }
  int once = !strncmp(kind, "once", 4);
  if (once && step > atoi(wanted)) return 0;
  errno = atoi(once ? kind + 4 : kind);
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t count) {
  if (fd > 2 && fails()) return -1;
  return REAL(write)(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
  if (fails()) return -1;
  return REAL(pwrite)(fd, bytes, count, offset);
}

int openat(int folder, const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
    if (fails()) return -1;
  }
  return REAL(openat)(folder, path, flags, mode);
}

int mkdirat(int folder, const char *path, mode_t mode) {
  if (fails()) return -1;
  return REAL(mkdirat)(folder, path, mode);
}

int mkdir(const char *path, mode_t mode) {
  if (fails()) return -1;
  return REAL(mkdir)(path, mode);
}

int renameat(int from, const char *old, int to, const char *new) {
  if (fails()) return -1;
  return REAL(renameat)(from, old, to, new);
}

int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
  if (fails()) return -1;
  return REAL(renameat2)(from, old, to, new, flags);
}

int unlinkat(int folder, const char *path, int flags) {
  if (fails()) return -1;
  return REAL(unlinkat)(folder, path, flags);
}

int ftruncate(int fd, off_t length) {
  if (fails()) return -1;
  return REAL(ftruncate)(fd, length);
}

int syncfs(int fd) {
  if (fails()) return -1;
  return REAL(syncfs)(fd);
}

__attribute__((destructor)) static void report(void) {
  const char *path = getenv("FAULT_COUNT");
  if (!path) return;
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%d\n", (int)steps);
  fclose(file);
}
