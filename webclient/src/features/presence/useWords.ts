import { useNow } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { wallAt } from '../../i18n/wall.ts';
import type { Presence } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';

/// What a presence is in words: "Niet storen tot 15.00 uur". On the organisation's clock; who is on leave is so for days.
export function usePresenceWords(presence: Pick<Presence, 'state' | 'until'> | undefined): string | undefined {
  const { presence: words } = useText();
  const moments = useMoments();
  const now = useNow();
  const timeZone = useMyself()?.time_zone;
  if (!presence) return undefined;
  const { state, until } = presence;
  if (state === 'online' || state === 'away') return words[state];
  if (until === undefined) return undefined;
  if (state === 'do_not_disturb') return words.do_not_disturb(moments.due(until, now));
  return words.on_leave(moments.calendarShort(wallAt(Date.parse(until), timeZone).slice(0, 10), now));
}
