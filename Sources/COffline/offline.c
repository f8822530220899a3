// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

// When libgit2 starts it makes ready to fetch: it reads every certificate of the machine and starts libcrypto through
// libssh2, which costs a short run 4 ms and 3 MiB. aigate opens no connection, so these two, which the dynamic linker finds
// here before it comes to the libraries, do nothing; a connection that were opened all the same could trust nobody. Builds
// of libgit2 with other libraries for TLS never ask for them.

#include "COffline.h"

int libssh2_init(int flags) {
    (void)flags;
    return 0;
}

int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
    (void)chain;
    (void)path;
    return 0;
}
