// SPDX-FileCopyrightText: 2026 The aigate authors
// SPDX-License-Identifier: Apache-2.0

#include "CCatalogue.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char catalogue[] = {
#embed "catalogue.bin"
};
const size_t aigate_catalogue_size = sizeof catalogue;

const unsigned char *aigate_catalogue_bytes(void) { return catalogue; }

static const unsigned char tool_ids[] = {
#embed "tool-ids.txt"
};
const size_t aigate_tool_ids_size = sizeof tool_ids;

const unsigned char *aigate_tool_ids(void) { return tool_ids; }

static const unsigned char agent_files[] = {
#embed "agent-files.txt"
};
const size_t aigate_agent_files_size = sizeof agent_files;

const unsigned char *aigate_agent_files(void) { return agent_files; }

static const unsigned char tool_traces[] = {
#embed "tool-traces.txt"
};
const size_t aigate_tool_traces_size = sizeof tool_traces;

const unsigned char *aigate_tool_traces(void) { return tool_traces; }
