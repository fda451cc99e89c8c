import type { GroupView, Post, TabView } from '../../protocol/generated.ts';
import { useGroups } from '../groups/groups.ts';
import { placesToPost } from '../home/home.ts';
import { keepDraft, keptDraft } from '../posts/drafts.ts';

/// Where a post can be shared: what this person follows and writes in, but for where it stands.
export const placesToShare = (post: Post, groups: readonly GroupView[]): ReturnType<typeof placesToPost> =>
  placesToPost(groups)
    .map(({ group, tabs }) => ({ group, tabs: tabs.filter((view) => view.tab.id !== post.tab) }))
    .filter(({ tabs }) => tabs.length > 0);

export function useMayShare(post: Post): boolean {
  const groups = useGroups();
  return post.state === 'visible' && placesToShare(post, groups).length > 0;
}

/// Puts the link below what somebody was writing in that tab: the composer there finds it.
export function draftLink({ id }: Post, { tab }: TabView): void {
  const draft = keptDraft(tab.id) ?? { body: '', mark: tab.default_mark };
  const link = new URL(`/p/${String(id)}`, location.href).href;
  const words = draft.body.trimEnd();
  if (!words.endsWith(link)) keepDraft(tab.id, { ...draft, body: words === '' ? `\n\n${link}` : `${words}\n\n${link}` });
}
