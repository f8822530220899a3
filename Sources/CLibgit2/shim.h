// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CLIBGIT2_SHIM_H
#define AIGATE_CLIBGIT2_SHIM_H

#include <git2.h>
#include <malloc.h>
#include <git2/sys/hashsig.h>

// git_libgit2_opts is variadic, which Swift cannot call.
static inline int aigate_set_flag(git_libgit2_opt_t option, int enabled) {
    return git_libgit2_opts(option, enabled);
}
static inline int aigate_set_size(git_libgit2_opt_t option, size_t size) {
    return git_libgit2_opts(option, size);
}
static inline int aigate_set_extensions(const char **names, size_t count) {
    return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, count);
}

// The *_INIT macros are compound literals, which Swift cannot import.
static inline git_diff_options aigate_diff_options(void) {
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    return options;
}
static inline git_blame_options aigate_blame_options(void) {
    git_blame_options options = GIT_BLAME_OPTIONS_INIT;
    return options;
}

#endif
