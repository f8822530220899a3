// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

/* TOML 1.0 read by toml++ (Debian: libtomlplusplus-dev), handed on as a flat list, because Swift cannot walk C++ tables. */

#ifndef AIGATE_CTOML_H
#define AIGATE_CTOML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { AIGATE_TOML_TABLE, AIGATE_TOML_ARRAY, AIGATE_TOML_TEXT, AIGATE_TOML_TRUE, AIGATE_TOML_FALSE };

/* A value, before its members; members stand in the order of the file. Texts lie in `bytes` of the result. */
typedef struct {
    int32_t kind;
    /* From 1: where its key stands, or the value itself where it has none. */
    uint32_t line;
    size_t key, key_length;
    size_t text, text_length;
    /* Members of a table or an array, each with all that it holds. */
    size_t members;
} aigate_toml_node;

typedef struct {
    aigate_toml_node *nodes;
    size_t count;
    char *bytes;
    size_t length;
    /* What is wrong with the file; NULL where nothing is. */
    char *problem;
    uint32_t problem_line;
} aigate_toml_result;

/* Throws nothing; the result is given back to aigate_toml_free. */
aigate_toml_result aigate_toml_parse(const char *text, size_t length, size_t depth_limit, size_t node_limit);
void aigate_toml_free(aigate_toml_result *result);

#ifdef __cplusplus
}
#endif

#endif
