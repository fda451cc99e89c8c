import { Link } from '@tanstack/react-router';
import { CalendarX2, Check, CircleQuestionMark, X } from 'lucide-react';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { Attendance } from '../../protocol/generated.ts';
import { Place } from '../posts/Place.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { titleIn } from '../titles/titled.ts';
import { useSaid } from '../translations/chosen.ts';
import type { Upcoming } from './days.ts';
import styles from './UpcomingRow.module.css';

const icons = { yes: Check, maybe: CircleQuestionMark, no: X };

/// One event of the calendar: when, what, where, and what one said.
export function UpcomingRow({ of: { view, event } }: { of: Upcoming }) {
  const { calendar } = useLaterText();
  const moments = useMoments();
  const now = useNow();
  const { post, mine } = view;
  const { blocks, lang } = useSaid(post);
  const title = titleIn(blocks);
  return (
    <li className={styles.row}>
      <time dateTime={event.begins} title={moments.exact(event.begins)} className={styles.time}>
        {moments.clockSpan(event.begins, event.ends, now)}
      </time>
      <div className={styles.words}>
        <h3 className={styles.title}>
          <Link to="/p/$post" params={{ post: String(post.id) }} lang={title === '' ? undefined : lang}>
            {title || calendar.page.untitled}
          </Link>
        </h3>
        <PostAbout>
          {event.place !== '' && <span>{event.place}</span>}
          <Place post={post} places="group" />
        </PostAbout>
        {event.cancel_reason !== undefined && (
          <p className={styles.mark} data-cancelled>
            <CalendarX2 size={14} aria-hidden />
            {calendar.cancelled}
          </p>
        )}
        {event.cancel_reason === undefined && mine.attendance && <OwnAnswer said={mine.attendance} />}
      </div>
    </li>
  );
}

function OwnAnswer({ said }: { said: Attendance }) {
  const { own } = useLaterText().calendar.page;
  const Icon = icons[said];
  return (
    <p className={styles.mark} data-said={said}>
      <Icon size={14} aria-hidden />
      {own[said]}
    </p>
  );
}
