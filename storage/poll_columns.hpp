/// The columns of a poll, in the order of `ReadPoll`.
#pragma once

#define PLEIN_POLL_COLUMNS                                                                       \
    "polls.version, polls.options, polls.votes, polls.voters, polls.multiple, polls.anonymous, " \
    "polls.closes_at, polls.closed_at "
