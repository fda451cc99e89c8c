import { CircleStop } from 'lucide-react';
import { MenuItem } from '../../design/Menu.tsx';
import { useHasCome } from '../../i18n/clock.ts';
import { useText } from '../../i18n/text.tsx';
import type { Poll, PostView } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useIsArchived, useLooksAfter } from '../groups/groups.ts';
import { isClosed } from './poll.ts';

interface Props {
  view: PostView;
  poll: Poll;
  onClose: () => void;
}

/// In the menu of a poll's post: who asked, and who looks after the tab, close it before its time.
export function PollItems({ view: { post }, poll, onClose }: Props) {
  const text = useText();
  const asks = useMyself()?.person.id === post.author;
  const looksAfter = useLooksAfter(post);
  const isArchived = useIsArchived(post.group);
  const hasEnded = useHasCome(poll.closes_at);
  if (isClosed(poll) || hasEnded || isArchived || !(asks || looksAfter)) return null;
  return (
    <MenuItem icon={<CircleStop size={18} aria-hidden />} onAction={onClose}>
      {text.polls.close}
    </MenuItem>
  );
}
