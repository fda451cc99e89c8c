import { useHasCome } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { CalendarEvent, HeldPost, OwnHeldPost } from '../../protocol/generated.ts';
import { EventTerms } from '../calendar/EventTerms.tsx';

/// When and where people would come together once it is approved.
export function HeldEvent({ held: { event } }: { held: HeldPost | OwnHeldPost }) {
  return event ? <Terms event={event} /> : null;
}

/// Whoever decides late sees that it is too late.
function Terms({ event }: { event: CalendarEvent }) {
  const { heldEvent: text } = useLaterText();
  const isOver = useHasCome(event.ends);
  return <EventTerms plan={event} note={isOver ? text.isOver : undefined} />;
}
