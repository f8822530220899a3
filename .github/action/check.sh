#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The aigate authors
# SPDX-License-Identifier: Apache-2.0
#
# Runs aigate for action.yml. Reads INPUT_* and the runner's variables; writes GITHUB_OUTPUT, GITHUB_STEP_SUMMARY and
# the report directory. Always exits 0: the action's last step exits with `exit-code`, after the evidence is uploaded.
set -euo pipefail
unset CDPATH

# What is handed on unless something better is known.
code=4 result=error reason='' report='' retention=90 base='' head='' commits='' findings=''
exited='' verdict='' asked='' token='' approvals=''

# Nobody but curl gets to see it.
api_token=${INPUT_TOKEN:-}
unset INPUT_TOKEN

# One line without control characters, as an output, a file name or a Markdown line can hold it.
line() { printf '%s' "$1" | tr '\n\r\t' '   ' | tr -d '\000-\037\177'; }

# An annotation; the runner undoes the escape of %.
annotate() {
  local text
  text=$(line "$2")
  printf '::%s title=aigate::%s\n' "$1" "${text//'%'/%25}"
}

# Ends the run: EXIT-CODE SENTENCE.
refuse() {
  code=$1
  reason=$2
  exit 0
}

output() { printf '%s=%s\n' "$1" "$(line "$2")" >>"${GITHUB_OUTPUT:-/dev/null}"; }

# Hands on what is known, however the script ended.
finish() {
  local status=$? name=${INPUT_ARTIFACT_NAME:-aigate-${GITHUB_JOB:-job}-${GITHUB_RUN_ATTEMPT:-1}}
  trap - EXIT
  set +e
  resume
  if [ "$status" -ne 0 ]; then
    code=4
    reason='the action stopped unexpectedly: please report it with this log'
  fi
  case $code in
  0) result=$verdict ;;
  1) result=fail ;;
  3) result=incomplete ;;
  *) result=error ;;
  esac
  if [ -z "$report" ]; then report=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/aigate-report.XXXXXX"); fi
  if [ -n "$reason" ]; then
    annotate error "$reason"
    # An auditor has to see that this run happened and judged nothing.
    [ -z "$report" ] || printf '%s\n' "$(line "$reason")" "exit code $code" >"$report/not-judged.txt"
  fi
  retain
  summarise
  output result "$result"
  output exit-code "$code"
  output base "$base"
  output head "$head"
  output commits "$commits"
  output findings "$findings"
  output report-dir "$report"
  output retention-days "$retention"
  # What upload-artifact forbids in a name.
  output artifact-name "$(printf '%s' "$name" | tr '":<>|*?\\/' '_')"
  exit 0
}

# GitHub drops a step's summary altogether when it is larger than 1 MiB.
summarise() {
  local size
  if [ -f "$report/summary.md" ]; then
    size=$(wc -c <"$report/summary.md")
    if [ "$size" -le 1000000 ]; then
      cat "$report/summary.md"
    else
      printf '### aigate: %s\n\nThe summary has %s bytes: see summary.md in the artefact.\n' "$result" "$size"
    fi
  else
    # Indented, so that nothing in it is markup.
    printf '### aigate: %s\n\n    %s\n' "$result" "$(line "${reason:-no summary was written}")"
  fi >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
}

# VALUE NAME ALLOWED...
one_of() {
  local value=$1 name=$2 allowed
  shift 2
  for allowed in "$@"; do [ "$value" != "$allowed" ] || return 0; done
  refuse 2 "input '$name' is '$value', expected one of: $*"
}

# Creates the report directory. What is there already may have come with the change: it must not pass for evidence.
prepare() {
  local wanted=${INPUT_OUTPUT_DIR:-aigate-report}
  [ "$wanted" = "$(line "$wanted")" ] || refuse 2 "input 'output-dir' has control characters"
  case $wanted in /*) ;; *) wanted=$PWD/$wanted ;; esac
  if [ -L "$wanted" ] || { [ -e "$wanted" ] && { [ ! -d "$wanted" ] || [ -n "$(ls -A "$wanted")" ]; }; }; then
    refuse 2 "output-dir '$wanted' is there already and not empty: remove it from the repository, or name another"
  fi
  mkdir -p "$wanted" || refuse 4 "output-dir '$wanted' cannot be written: name another"
  wanted=$(cd "$wanted" && pwd -P)
  case ${wanted##*/} in
  .*) refuse 2 "output-dir '$wanted' begins with a dot, and artefact uploads leave such folders out: name another" ;;
  esac
  report=$wanted
}

install() {
  local program=${INPUT_PATH:-aigate}
  if [ "$INPUT_INSTALL" = build ]; then
    echo '::group::Build aigate'
    (cd "$GITHUB_ACTION_PATH" && ./.ci/setup) ||
      refuse 4 'aigate could not be built: see the log above; the runner needs Debian 12 and Swift 6.2 or later'
    echo '::endgroup::'
    program=$GITHUB_ACTION_PATH/.build/release/aigate
  fi
  binary=$(command -v -- "$program") || refuse 4 "there is no program '$program': set 'path', or 'install: build'"
  command -v jq >/dev/null || refuse 4 'the runner has no jq, which reads the verdict: install it (apt-get install jq)'
}

# GET PATH of the repository's API, to standard output. The token is on no command line.
api() {
  [[ $api_token =~ ^[A-Za-z0-9_.-]+$ ]] || return 1
  printf 'header = "Authorization: Bearer %s"\n' "$api_token" |
    curl --config - --silent --show-error --fail --proto =https --max-time 30 --max-filesize 16000000 --retry 2 \
      --header 'Accept: application/vnd.github+json' --header 'X-GitHub-Api-Version: 2022-11-28' \
      "${GITHUB_API_URL:-https://api.github.com}/repos/$GITHUB_REPOSITORY/$1"
}

# Every page of a list, one a line: PATH LIMIT FILTER.
pages() {
  local page=1 text
  while [ "$page" -le "$2" ]; do
    text=$(api "$1?per_page=100&page=$page") && [ -n "$text" ] && jq -c "$3" <<<"$text" || return 1
    [ "$(jq length <<<"$text")" = 100 ] || return 0
    page=$((page + 1))
  done
  # What is not fetched may withdraw what is.
  return 1
}

# The number of the request that the event is about; nothing where it is about none.
request() {
  local event=${GITHUB_EVENT_PATH:-/dev/null} sha
  case ${GITHUB_EVENT_NAME:-} in
  pull_request | pull_request_review) jq -r '.pull_request.number | numbers' "$event" ;;
  merge_group) jq -r '.merge_group.head_ref | capture("/pr-(?<n>[0-9]+)-[0-9a-f]{40}$") | .n' "$event" ;;
  push)
    sha=$(jq -r '.after | strings' "$event") || return 1
    [[ $sha =~ ^[0-9a-f]{40}$ && ! $sha =~ ^0+$ ]] || return 0
    # A commit may have come by one request and moved on by another: rather the one for this branch.
    pages "commits/$sha/pulls" 10 '.[]' | jq -rs --arg sha "$sha" --arg branch "$(jq -r '.ref | ltrimstr("refs/heads/")' "$event")" \
      'map(select(.merge_commit_sha == $sha)) | sort_by(.base.ref != $branch) | .[0].number | numbers'
    ;;
  esac
}

# Who pushed the head: FILE of the request. Empty where nobody says.
pusher() {
  local head ref
  head=$(jq -r .head.sha "$1")
  if [ "$(jq -r .action "${GITHUB_EVENT_PATH:-/dev/null}")" = synchronize ]; then
    jq -r --arg head "$head" 'select(.after == $head) | .sender.login | strings' "$GITHUB_EVENT_PATH"
    return
  fi
  # The activity of a fork is not ours to read.
  [ "$(jq -r .head.repo.full_name "$1")" = "$GITHUB_REPOSITORY" ] || return 0
  ref=$(jq -r '.head.ref | @uri' "$1")
  api "activity?per_page=100&ref=refs/heads/$ref" 2>/dev/null |
    jq -r --arg head "$head" 'map(select(.after == $head)) | .[0].actor.login | strings' || :
}

# What each account that approved may do, one object a line: FILE of reviews.
permissions() {
  local login text logins
  logins=$(jq -r '.[] | select(.state == "APPROVED") | .user.login | strings' "$1" | sort -u)
  [ "$(wc -l <<<"$logins")" -le 200 ] || return 1
  while read -r login; do
    [[ $login =~ ^[A-Za-z0-9_-]{1,100}$ ]] || continue
    # Of an account that cannot be asked about nobody knows whether it may write.
    text=$(api "collaborators/$login/permission" 2>/dev/null) || continue
    jq -c --arg login "$login" '{($login): .permission}' <<<"$text"
  done <<<"$logins"
}

# Writes the envelope that --approvals reads, without what the reviews say: NUMBER FOLDER FILE.
fetch() {
  api "pulls/$1" >"$2/pull" && [ "$(jq .number "$2/pull")" = "$1" ] || return 1
  pages "pulls/$1/reviews" 50 'map({user: (.user | if . then {login, id, type} else . end), state, commit_id, submitted_at,
    author_association})' >"$2/reviews" || return 1
  # The forge lists 250 commits; of more nobody knows who wrote them.
  pages "pulls/$1/commits" 4 'map([.author.login, .committer.login])' >"$2/writers" || : >"$2/writers"
  permissions "$2/reviews" >"$2/permissions" || return 1
  jq -n --slurpfile pull "$2/pull" --slurpfile reviews "$2/reviews" --slurpfile writers "$2/writers" \
    --slurpfile permissions "$2/permissions" --arg pusher "$(pusher "$2/pull")" '
    $pull[0] as $pull | ($writers | add // []) as $writers
    | ($writers | length == $pull.commits and all(.[][]; . != null)) as $known
    | {system: "github", complete: true, head: $pull.head.sha, lastPusher: (if $pusher == "" then null else $pusher end),
       permissions: ($permissions | add // {}), reviews: $reviews,
       pullRequest: ({number: $pull.number, author: $pull.user.login, base: $pull.base.ref, merged: $pull.merged,
           requesters: (if $pull.user.type == "User" then [] else [$pull.assignees[]?.login] end)}
         + if $known then {writers: ($writers | flatten | unique)} else {} end)}' >"$3"
}

# The envelope without reviews: COMPLETE REASON FILE.
without_reviews() {
  jq -n --argjson complete "$1" --arg reason "$2" \
    '{system: "github", complete: $complete, reason: $reason, pullRequest: {author: null}, lastPusher: null, reviews: []}' >"$3"
}

# Sets approvals to a file. What waits for review is judged without one where the forge cannot be asked; what lands is
# not, for without approvals a trailer is enough, and anybody can type one.
gather() {
  local number folder file problem='' landing='' remedy="give 'permissions: pull-requests: read', or set approvals: off"
  case ${INPUT_APPROVALS:-off} in
  auto) ;;
  off) return 0 ;;
  *) approvals=$INPUT_APPROVALS && return 0 ;;
  esac
  case ${GITHUB_EVENT_NAME:-} in
  pull_request | pull_request_review) ;;
  merge_group) landing=true ;;
  # A tag lands on no branch.
  push)
    jq -e '.ref | strings | startswith("refs/heads/")' "${GITHUB_EVENT_PATH:-/dev/null}" >/dev/null || return 0
    landing=true
    ;;
  *) return 0 ;;
  esac
  folder=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/aigate-approvals.XXXXXX")
  file=$folder/approvals.json
  if ! number=$(request); then
    problem='the request could not be found'
  elif [[ $number =~ ^[0-9]{1,18}$ ]]; then
    if fetch "$number" "$folder" "$file"; then
      approvals=$file
    else
      problem="the reviews of request $number could not be fetched"
    fi
  elif [ -n "$landing" ]; then
    without_reviews true 'the event is about no request' "$file"
    approvals=$file
  fi
  [ -n "$problem" ] || return 0
  if [ -n "$landing" ]; then
    without_reviews false "$problem: $remedy" "$file"
    approvals=$file
    annotate error "$problem, so the change cannot be judged: $remedy"
  else
    annotate notice "$problem, so the change is judged without the forge's approvals: $remedy"
  fi
}

# Brings the notes that hold reviewers' records and claims of AI. That there are none is normal.
notes() {
  local ref header server=${GITHUB_SERVER_URL:-https://github.com}
  command -v git >/dev/null || return 0
  # Settings by the environment, for a command line is no place for a token.
  export GIT_TERMINAL_PROMPT=0 GIT_CONFIG_COUNT=3 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0="$PWD" \
    GIT_CONFIG_KEY_1=http.lowSpeedLimit GIT_CONFIG_VALUE_1=1000 GIT_CONFIG_KEY_2=http.lowSpeedTime GIT_CONFIG_VALUE_2=30
  if [[ $api_token =~ ^[A-Za-z0-9_.-]+$ && $server == https://* ]]; then
    header="Authorization: Basic $(printf 'x-access-token:%s' "$api_token" | base64 | tr -d '\n')"
    # The first, empty, drops what checkout may have left: two of this header are refused.
    export GIT_CONFIG_COUNT=5 GIT_CONFIG_KEY_3="http.$server/.extraheader" GIT_CONFIG_VALUE_3='' \
      GIT_CONFIG_KEY_4="http.$server/.extraheader" GIT_CONFIG_VALUE_4="$header"
  fi
  for ref in refs/notes/aigate refs/notes/ai; do
    git fetch --quiet --no-tags --no-recurse-submodules origin "+$ref:$ref" 2>/dev/null || :
  done
}

judge() {
  local sarif arguments=(check --ci github "--output-dir=$report")
  [ -z "${INPUT_POLICY:-}" ] || arguments+=("--policy=$INPUT_POLICY")
  [ -z "${INPUT_POLICY_FROM:-}" ] || arguments+=("--policy-from=$INPUT_POLICY_FROM")
  [ -z "${INPUT_ORG_POLICY:-}" ] || arguments+=("--org-policy=$INPUT_ORG_POLICY")
  [ -z "${INPUT_WAIVERS:-}" ] || arguments+=("--waivers=$INPUT_WAIVERS")
  [ -z "$approvals" ] || arguments+=("--approvals=$approvals")
  [ -z "${INPUT_JUDGED:-}" ] || arguments+=("--judged=$INPUT_JUDGED")
  [ -z "${INPUT_SIGN_OFF:-}" ] || arguments+=("--sign-off=$INPUT_SIGN_OFF")
  [ -z "${INPUT_REGISTERS:-}" ] || arguments+=("--registers=$INPUT_REGISTERS")
  [ -z "${INPUT_PEOPLE:-}" ] || arguments+=("--people=$INPUT_PEOPLE")
  [ -z "${INPUT_TASKS:-}" ] || arguments+=("--tasks=$INPUT_TASKS")
  while IFS= read -r sarif; do
    [ -z "$sarif" ] || arguments+=("--sarif=$sarif")
  done <<<"${INPUT_SARIF:-}"
  [ "$INPUT_MODE" != monitor ] || arguments+=(--monitor)
  [ "$INPUT_REQUIRE_COMMITS" != true ] || arguments+=(--require-commits)
  [ -z "${INPUT_RANGE:-}" ] || arguments+=(-- "$INPUT_RANGE")
  # The log quotes commit messages and paths, in which the runner would obey `::commands::`. It reads standard output
  # and error apart, so only one stream keeps their order with ours.
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$token"
  "$binary" "${arguments[@]}" 2>&1 && exited=0 || exited=$?
  resume
}

# The runner obeys commands again. A line of its own, whatever was printed last.
resume() {
  [ -z "$token" ] || printf '\n::%s::\n' "$token"
  token=''
}

# Sets verdict, base, head, commits, findings and asked from run.json; empty where it has nothing of that form.
read_run() {
  local facts
  [ -f "$report/run.json" ] || return 0
  facts=$(
    jq -r '[.result.verdict?, .range.base?, .range.head?, .range.commitCount?, .result.counts.findings?,
      .retention.days?]
      | map(tostring | if test("\\A[0-9a-z]{1,64}\\z") then . else "" end) | .[]' "$report/run.json"
  ) || return 0
  {
    read -r verdict && read -r base && read -r head && read -r commits && read -r findings && read -r asked
  } <<<"$facts" || :
  case $verdict in pass | fail | incomplete) ;; *) verdict='' ;; esac
  [[ $base =~ ^[0-9a-f]{40}$ ]] || base=''
  [[ $head =~ ^[0-9a-f]{40}$ ]] || head=''
  [[ $commits =~ ^[0-9]+$ ]] || commits=''
  [[ $findings =~ ^[0-9]+$ ]] || findings=''
  [[ $asked =~ ^[0-9]{1,6}$ ]] || asked=''
}

# The exit code counts; a code that says "judged" counts only together with a run.json that says the same.
settle() {
  case $exited:$verdict in
  0:pass | 0:fail | 1:fail | [234]:?*) code=$exited ;;
  [01]:*) refuse 4 "aigate exited with $exited, but run.json says '${verdict:-nothing}': please report it" ;;
  2:) refuse 2 'an option or the policy is wrong: the log above says where' ;;
  3:) refuse 3 'the change could not be judged: the log above says why, and what to do' ;;
  4:) refuse 4 'aigate failed, or could not write its evidence: see the log above' ;;
  *) refuse 4 "aigate could not run or was stopped (exit code $exited): see the log above" ;;
  esac
}

# As long as asked here or by the policy, as far as the repository allows.
retain() {
  local ceiling=90 wanted=${INPUT_RETENTION_DAYS:-0}
  [[ ! ${GITHUB_RETENTION_DAYS:-} =~ ^[0-9]{1,6}$ ]] || ceiling=$((10#$GITHUB_RETENTION_DAYS))
  [[ $wanted =~ ^[0-9]{1,6}$ && $wanted =~ [1-9] ]] || wanted=${asked:-90}
  retention=$((10#$wanted < ceiling ? 10#$wanted : ceiling))
  if [ -n "$asked" ] && [ "$retention" -lt "$((10#$asked))" ]; then
    annotate notice "the policy asks to keep evidence for $asked days, this artefact is kept for $retention: \
archive it elsewhere too, or raise the retention of the repository"
  fi
}

trap finish EXIT
trap 'exit 143' TERM
trap 'exit 130' INT
: "${INPUT_MODE:=enforce}" "${INPUT_INSTALL:=build}" "${INPUT_REQUIRE_COMMITS:=false}" "${INPUT_UPLOAD:=true}"
one_of "$INPUT_MODE" mode enforce monitor
one_of "$INPUT_INSTALL" install path build
one_of "$INPUT_REQUIRE_COMMITS" require-commits true false
one_of "$INPUT_UPLOAD" upload true false
[[ ${INPUT_RETENTION_DAYS:-0} =~ ^[0-9]{1,6}$ ]] ||
  refuse 2 "input 'retention-days' is '$INPUT_RETENTION_DAYS', expected a number"
cd "${INPUT_WORKING_DIRECTORY:-.}" || refuse 2 "there is no working-directory '$INPUT_WORKING_DIRECTORY'"
prepare
install
gather
# The token is for these fetches alone.
(notes)
judge
read_run
settle
