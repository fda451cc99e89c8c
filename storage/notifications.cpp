#include "storage/notifications.hpp"

namespace plein::storage {

namespace {

const NamedSql upsert_notifications_sql{"upsert_notifications", R"sql(
    INSERT INTO notifications (person_id, kind, group_id, post_id, comment_id, actor_id, at)
    SELECT person_id, kind, $3::bigint, $4::bigint, $5::bigint, $6::bigint, $7::timestamptz
      FROM unnest($1::bigint[], $2::text[]) AS notices (person_id, kind)
        ON CONFLICT (person_id, kind, group_id, post_id, comment_id, actor_id) DO UPDATE
       SET at = excluded.at, read_at = NULL
 RETURNING person_id)sql"};

const NamedSql delete_mentions_sql{"delete_mentions", R"sql(
    DELETE FROM notifications
     WHERE post_id = $1 AND comment_id IS NOT DISTINCT FROM $2::bigint AND kind = 'mention'
       AND person_id <> ALL($3::bigint[])
 RETURNING person_id)sql"};

const NamedSql select_notified_sql{"select_notified", R"sql(
    SELECT person_id
      FROM notifications
     WHERE post_id = $1 AND comment_id IS NOT DISTINCT FROM $2::bigint AND actor_id = $3
       AND kind NOT IN ('rescheduled', 'cancelled', 'posted'))sql"};

// Along the index, until there are enough that may be read: a tab that is muted or lost takes no room from others. A post may
// have moved since: it is told of where it is.
const NamedSql select_notifications_sql{"select_notifications", R"sql(
    SELECT newest.id, newest.kind, coalesce(posts.group_id, newest.group_id), posts.tab_id, newest.post_id,
           newest.comment_id,
           newest.actor_id, newest.at, newest.read_at IS NOT NULL
      FROM notifications AS newest
      LEFT JOIN posts ON posts.id = newest.post_id
      LEFT JOIN comments ON comments.id = newest.comment_id
     WHERE newest.person_id = $1
       AND CASE newest.kind
           WHEN 'asked_to_join' THEN newest.group_id = ANY($4::bigint[])
                                 AND EXISTS (SELECT FROM memberships
                                              WHERE memberships.group_id = newest.group_id
                                                AND memberships.person_id = newest.actor_id
                                                AND memberships.state = 'requested')
           WHEN 'admitted' THEN newest.group_id = ANY($3::bigint[])
           ELSE CASE newest.kind
                WHEN 'unpublished' THEN posts.state = 'scheduled' AND posts.author_id = $1
                                    AND (SELECT schedules.state FROM schedules
                                          WHERE schedules.post_id = posts.id) = 'failed'
                ELSE posts.state = 'visible'
                  OR (posts.state = 'confidential'
                      AND (posts.author_id = $1
                           OR EXISTS (SELECT FROM questions
                                        LEFT JOIN services
                                               ON services.id = questions.service_id AND NOT services.removed
                                       WHERE questions.post_id = posts.id
                                         AND (questions.department_id = ANY($6::bigint[])
                                              OR services.owner_id = $1))))
                END
            AND posts.tab_id = ANY($2::bigint[])
            AND (newest.comment_id IS NULL OR comments.state = 'visible')
            AND NOT EXISTS (SELECT FROM readings
                             WHERE readings.person_id = $1 AND readings.tab_id = posts.tab_id
                               AND readings.following = 'muted')
           END
     ORDER BY newest.at DESC, newest.id DESC
     LIMIT $5)sql"};

// Of what a list of notifications names, whose reader it has checked.
// Fifty of the longest texts would take a tenth of a second to read for a few words of each: of a long one its beginning.
const NamedSql select_passages_sql{"select_passages", R"sql(
    SELECT CASE WHEN octet_length(said.blocks) <= 16384 THEN said.blocks END,
           coalesce(left(said.body, 1000), '')
      FROM unnest($2::bigint[], $3::bigint[]) WITH ORDINALITY AS place (post_id, comment_id, number)
      LEFT JOIN posts ON posts.id = place.post_id AND posts.tab_id = ANY($1::bigint[])
                     AND (posts.state IN ('visible', 'confidential')
                          OR (posts.state = 'scheduled' AND posts.author_id = $4))
      LEFT JOIN comments ON comments.id = place.comment_id AND comments.post_id = posts.id
                        AND comments.state = 'visible'
     CROSS JOIN LATERAL (
            SELECT posts.blocks, posts.body WHERE place.comment_id IS NULL
             UNION ALL
            SELECT comments.blocks, comments.body WHERE place.comment_id IS NOT NULL) AS said
     ORDER BY place.number)sql"};

const NamedSql update_read_sql{"update_read", R"sql(
    UPDATE notifications
       SET read_at = now()
     WHERE person_id = $1 AND read_at IS NULL
       AND (at, id) <= (SELECT last.at, last.id FROM notifications AS last
                         WHERE last.id = $2 AND last.person_id = $1)
       AND ($3::bigint IS NULL OR post_id = $3)
       AND ($4::bigint IS NULL OR (group_id = $4 AND post_id IS NULL)))sql"};

const NamedSql update_confirmed_sql{"update_confirmed", R"sql(
    UPDATE notifications
       SET read_at = $3
     WHERE person_id = $1 AND kind = 'must_read' AND post_id = $2 AND read_at IS NULL)sql"};

const NamedSql delete_old_notifications_sql{"delete_old_notifications", R"sql(
    DELETE FROM notifications
     WHERE id IN (SELECT id FROM notifications
                   WHERE at < now() - make_interval(days => $1)
                   LIMIT $2
                     FOR UPDATE SKIP LOCKED))sql"};

}  // namespace

std::vector<PersonId> upsert_notifications(Transaction& tx, const NoticeSubject& subject,
                                           const std::vector<Notice>& notices) {
    return values_of<PersonId>(tx.query(upsert_notifications_sql, column_of(notices, &Notice::person),
                                        column_of(notices, &Notice::kind), subject.group, subject.post,
                                        subject.comment, subject.actor, tx.now()));
}

std::vector<PersonId> delete_mentions(Transaction& tx, const NoticeSubject& subject,
                                      const std::vector<PersonId>& still_named) {
    return values_of<PersonId>(tx.query(delete_mentions_sql, subject.post, subject.comment, still_named));
}

std::vector<PersonId> select_notified(Transaction& tx, const NoticeSubject& subject) {
    return values_of<PersonId>(tx.query(select_notified_sql, subject.post, subject.comment, subject.actor));
}

std::vector<NotificationRow> select_notifications(Reader& reader, const Viewer& viewer,
                                                  const ReadableTabs& tabs, const Desks& desks,
                                                  const std::vector<GroupAccess>& groups,
                                                  std::int64_t limit) {
    std::vector<GroupId> own;
    std::vector<GroupId> owned;
    for (const GroupAccess& each : groups) {
        own.push_back(each.group());
        if (each.owner()) owned.push_back(each.group());
    }
    return rows_as<NotificationRow>(reader.query(select_notifications_sql, viewer.person, tabs.ids(), own,
                                                 owned, limit, desks.departments()));
}

std::vector<Passage> select_passages(Reader& reader, const Viewer& viewer, const ReadableTabs& tabs,
                                     const std::vector<PassagePlace>& places) {
    return rows_as<Passage>(reader.query(select_passages_sql, tabs.ids(),
                                         column_of(places, &PassagePlace::post),
                                         column_of(places, &PassagePlace::comment), viewer.person));
}

bool update_read(Transaction& tx, const Viewer& viewer, const ReadNotifications& request) {
    return tx.query(update_read_sql, viewer.person, request.up_to, request.post, request.group)
               .affected_rows() > 0;
}

bool update_confirmed(Transaction& tx, const Viewer& viewer, PostId post) {
    return tx.query(update_confirmed_sql, viewer.person, post, tx.now()).affected_rows() > 0;
}

std::int64_t delete_old_notifications(Transaction& tx, const SystemAccess&, int days, std::int64_t limit) {
    return tx.query(delete_old_notifications_sql, days, limit).affected_rows();
}

}  // namespace plein::storage
