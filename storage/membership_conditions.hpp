/// When a row of `memberships`, joined with its `groups`, counts.
#pragma once

// The membership stands, and has not ended by itself.
#define PLEIN_IS_IN \
    " memberships.state = 'active' AND (memberships.until IS NULL OR memberships.until > now())"

// To members an archived group is not there; emergency access opens it, to read.
#define PLEIN_IS_THERE " AND (groups.archived_at IS NULL OR memberships.until IS NOT NULL)"
