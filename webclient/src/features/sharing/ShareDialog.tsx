import { useLaterText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { useGroups } from '../groups/groups.ts';
import { WhereDialog } from '../home/WhereDialog.tsx';
import { draftLink, placesToShare } from './places.ts';

/// Where to share a post: the place opens with its composer, and the link in it.
export function ShareDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const { sharing } = useLaterText();
  const places = placesToShare(post, useGroups());
  return <WhereDialog title={sharing.title} hint={sharing.hint} places={places} onChoose={(tab) => draftLink(post, tab)} onClose={onClose} />;
}
