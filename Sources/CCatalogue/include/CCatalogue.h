// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#ifndef AIGATE_CCATALOGUE_H
#define AIGATE_CCATALOGUE_H

#include <stddef.h>

// What generate.py makes of ai-tools.json. Functions, because Swift cannot see an array of unknown length.

/// The catalogue of AI tools, compiled.
const unsigned char *aigate_catalogue_bytes(void);
extern const size_t aigate_catalogue_size;

/// The ids of the tools, one a line.
const unsigned char *aigate_tool_ids(void);
extern const size_t aigate_tool_ids_size;

/// The paths by which tools show in a repository, one a line: kind, TAB, path.
const unsigned char *aigate_agent_files(void);
extern const size_t aigate_agent_files_size;

/// What shows in a repository's files that a tool is used, one a line; generate.py says the columns.
const unsigned char *aigate_tool_traces(void);
extern const size_t aigate_tool_traces_size;

#endif
