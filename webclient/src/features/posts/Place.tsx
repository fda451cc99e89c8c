import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { useTab } from '../groups/groups.ts';

/// How much of its place a post has to name: nothing in its own tab, its tab in its group, its group too elsewhere.
export type Places = 'none' | 'tab' | 'group';

export function Place({ post, places }: { post: Post; places: Places }) {
  const text = useText();
  const found = useTab(post.group, post.tab);
  if (places === 'none' || !found) return null;
  const name = places === 'group' ? `${found.group.group.name}, ${found.tab.tab.name}` : found.tab.tab.name;
  return (
    <span>
      {`${text.post.in}\u00A0`}
      <Link to="/g/$group/$tab" params={{ group: String(post.group), tab: String(post.tab) }}>
        {name}
      </Link>
    </span>
  );
}
