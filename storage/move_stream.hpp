/// The end of an INSERT INTO streams AS stream (name, seq, last_at): where the stream is known, it moves on by `seq`.
/// Locks the row until the commit. The clock is read once the row is ours, so `last_at` follows `seq`, and `greatest`
/// keeps it from falling when the machine's clock is set back.
#pragma once

#define PLEIN_MOVE_STREAM                   \
    " ON CONFLICT (name) DO UPDATE "        \
    "SET seq = stream.seq + excluded.seq, " \
    "    last_at = greatest(date_trunc('milliseconds', clock_timestamp()), stream.last_at) "
