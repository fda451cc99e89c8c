import { useNow } from '../../i18n/clock.ts';
import type { Moments } from '../../i18n/moments.ts';
import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { momentOn } from '../../i18n/wall.ts';
import type { Catalogue } from '../../i18n/nl.ts';
import { useMyself } from '../accounts/session.ts';

/// "ma 30 nov om 08.00 uur": the day always, since it is another one.
export function whenWords(wall: string, now: number, moments: Moments, text: Catalogue, timeZone: string | undefined): string {
  return text.scheduling.moment(moments.calendarShort(wall.slice(0, 10), now), moments.time(momentOn(wall, timeZone) ?? now));
}

export function useWhenWords(): (wall: string) => string {
  const text = useText();
  const moments = useMoments();
  const now = useNow();
  const timeZone = useMyself()?.time_zone;
  return (wall) => whenWords(wall, now, moments, text, timeZone);
}
