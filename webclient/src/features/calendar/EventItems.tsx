import { CalendarClock, CalendarX } from 'lucide-react';
import { MenuItem } from '../../design/Menu.tsx';
import { useHasCome } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { CalendarEvent, PostView } from '../../protocol/generated.ts';
import { needsApproval, useIsArchived, useLooksAfter } from '../groups/groups.ts';

interface Props {
  view: PostView;
  event: CalendarEvent;
  onReschedule: () => void;
  onCancel: () => void;
}

/// In the menu of an event's post: who may edit it, and who looks after the tab, move it or cancel it until it is over.
export function EventItems({ view: { post, mine }, event, onReschedule, onCancel }: Props) {
  const { eventMenu: text } = useLaterText();
  const mayEdit = mine.may_edit && !needsApproval(post);
  const looksAfter = useLooksAfter(post);
  const isArchived = useIsArchived(post.group);
  const isOver = useHasCome(event.ends);
  if (isOver || event.cancel_reason !== undefined || isArchived || !(mayEdit || looksAfter)) return null;
  return (
    <>
      <MenuItem icon={<CalendarClock size={18} aria-hidden />} onAction={onReschedule}>
        {text.reschedule}
      </MenuItem>
      <MenuItem icon={<CalendarX size={18} aria-hidden />} isDangerous onAction={onCancel}>
        {text.cancel}
      </MenuItem>
    </>
  );
}
