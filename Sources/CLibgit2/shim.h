// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CLIBGIT2_SHIM_H
#define AIGATE_CLIBGIT2_SHIM_H

#include <git2.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <git2/sys/hashsig.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

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

// git_diff_buffers hashes both texts before it compares them, a sixth of the time of a long range; git_diff_blobs takes ids
// as they are given. So the two texts of a comparison are lent to a database of their own, whose ids begin with their index.
typedef struct {
    git_odb_backend backend;
    const void *texts[2];
    size_t sizes[2];
} aigate_text_pair;

static inline int aigate_text_pair_read(
    void **out, size_t *size, git_object_t *type, git_odb_backend *backend, const git_oid *id) {
    aigate_text_pair *pair = (aigate_text_pair *)backend;
    int index = id->id[0] & 1;
    // One byte more than the text, as libgit2 allocates objects itself.
    char *copy = git_odb_backend_data_alloc(backend, pair->sizes[index] + 1);
    if (copy == NULL) return GIT_ERROR;
    memcpy(copy, pair->texts[index], pair->sizes[index]);
    copy[pair->sizes[index]] = 0;
    *out = copy;
    *size = pair->sizes[index];
    *type = GIT_OBJECT_BLOB;
    return 0;
}
static inline void aigate_text_pair_free(git_odb_backend *backend) {
    free(backend);
}
// The repository owns the pair.
static inline int aigate_text_pair_open(git_repository **repository, aigate_text_pair **out) {
    aigate_text_pair *pair = calloc(1, sizeof(*pair));
    if (pair == NULL) return GIT_ERROR;
    int code = git_odb_init_backend(&pair->backend, GIT_ODB_BACKEND_VERSION);
    pair->backend.read = aigate_text_pair_read;
    pair->backend.free = aigate_text_pair_free;
    git_odb *database = NULL;
    if (code == 0) code = git_odb_new(&database);
    if (code == 0) code = git_odb_add_backend(database, &pair->backend, 1);
    if (code < 0) free(pair);
    if (code == 0) code = git_repository_wrap_odb(repository, database);
    git_odb_free(database);
    *out = pair;
    return code;
}

#endif
