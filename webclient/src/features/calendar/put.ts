import type { CalendarEvent, PostId } from '../../protocol/generated.ts';
import { changeView } from '../posts/queries.ts';

/// What an own act made of an event. The live event that follows finds it there; an older version is ignored.
export const putEvent = (post: PostId, event: CalendarEvent): void =>
  changeView(post, (view) => (event.version > (view.event?.version ?? 0) ? { ...view, event } : view));
