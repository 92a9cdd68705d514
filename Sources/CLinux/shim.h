// The Linux calls that the C library hides behind _GNU_SOURCE, which Swift does not define.
#ifndef TROUSSE_CLINUX_SHIM_H
#define TROUSSE_CLINUX_SHIM_H

// renameat2(2): with `exchangeNames`, two names change places in one step, so that no moment
// exists at which neither the old kit nor the new one is there.
extern int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath,
                     unsigned int flags);
static const unsigned int exchangeNames = 1U << 1;

// syncfs(2): waits until one file system has written all that it keeps, and says what failed.
extern int syncfs(int fd);

#endif
