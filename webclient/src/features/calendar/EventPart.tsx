import { useEffect, useRef } from 'react';
import { useHasCome } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { CalendarEvent, PostView } from '../../protocol/generated.ts';
import { useIsArchived } from '../groups/groups.ts';
import { readViewSoon } from '../posts/reread.ts';
import { useWithOwn } from './attend.ts';
import { Attending } from './Attending.tsx';
import { DateLeaf } from './DateLeaf.tsx';
import { Ended } from './Ended.tsx';
import styles from './EventPart.module.css';
import { ToOwnCalendar } from './ToOwnCalendar.tsx';
import { When } from './When.tsx';
import { WhoComes } from './WhoComes.tsx';

/// What the card of an event has below the text: when and where it is, whether one comes, and who does.
export function EventPart({ view }: { view: PostView }) {
  const shown = useWithOwn(view);
  const { event, post } = shown;
  const isLacking = event === undefined;
  useEffect(() => {
    if (isLacking) readViewSoon(post.id);
  }, [isLacking, post.id]);
  return event ? <Part view={shown} event={event} /> : null;
}

/// What ends while one looks is over at that moment; whoever is about to answer then goes on here.
function Part({ view, event }: { view: PostView; event: CalendarEvent }) {
  const { calendar } = useLaterText();
  const place = useRef<HTMLElement>(null);
  const isArchived = useIsArchived(view.post.group);
  const hasEnded = useHasCome(event.ends) || event.cancel_reason !== undefined;
  return (
    <section ref={place} className={styles.event} tabIndex={-1} aria-label={calendar.about}>
      <div className={styles.when}>
        <DateLeaf at={event.begins} />
        <When event={event} hasEnded={hasEnded} />
      </div>
      {hasEnded && <Ended event={event} />}
      {!hasEnded && !isArchived && <Attending view={view} event={event} onGoing={() => place.current?.focus({ preventScroll: true })} />}
      <div className={styles.more}>
        <WhoComes view={view} event={event} hasEnded={hasEnded} />
        {!hasEnded && <ToOwnCalendar post={view.post.id} />}
      </div>
    </section>
  );
}
