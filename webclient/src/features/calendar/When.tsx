import { MapPin } from 'lucide-react';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { CalendarEvent } from '../../protocol/generated.ts';
import { PostAbout } from '../posts/PostAbout.tsx';
import { placesLeft } from './standing.ts';
import styles from './When.module.css';

interface Props {
  event: CalendarEvent;
  /// Over or cancelled: nobody comes any more.
  hasEnded: boolean;
}

/// When, where, and how many come; while there is a number of places, how many of them are free.
export function When({ event, hasEnded }: Props) {
  const { calendar } = useLaterText();
  const moments = useMoments();
  const now = useNow();
  const { begins, ends, place, coming, maybe } = event;
  const left = placesLeft(event);
  return (
    <div className={styles.words}>
      <time dateTime={begins} title={moments.exact(begins)} className={styles.time}>
        {moments.span(begins, ends, now)}
      </time>
      {place !== '' && (
        <p className={styles.place}>
          <MapPin size={16} aria-hidden />
          <span>
            <span className="hidden-visually">{calendar.where} </span>
            {place}
          </span>
        </p>
      )}
      <PostAbout>
        <span>{hasEnded ? calendar.wouldCome(coming) : calendar.coming(coming)}</span>
        {!hasEnded && maybe > 0 && <span>{calendar.maybe(maybe)}</span>}
        {!hasEnded && left !== undefined && <span>{calendar.placesLeft(left)}</span>}
      </PostAbout>
    </div>
  );
}
