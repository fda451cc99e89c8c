import { queryOptions } from '@tanstack/react-query';
import { complain, say } from '../../design/toast.ts';
import type { AllWords } from '../../i18n/text.tsx';
import { live } from '../../live/live.ts';
import { api } from '../../protocol/client.ts';
import type { GroupId, GroupList, Post, PostId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { applyToGroups, groupsQuery, readGroupsAfresh } from '../groups/groups.ts';
import { plainOf } from '../mentions/source.ts';
import { learnPeople } from '../people/people.ts';

/// Posts that wait for approval. `held.changed` says when to read them again.

/// What waits, for those who decide; oldest first.
export const heldQuery = (group: GroupId) =>
  queryOptions({
    queryKey: ['held', group],
    queryFn: async () => {
      const { items, people } = await api.listHeldPosts({ group });
      learnPeople(people);
      return items;
    },
    staleTime: 0,
  });

/// Own posts that wait or were declined, newest first.
export const ownHeldQuery = (group: GroupId) =>
  queryOptions({
    queryKey: ['own held', group],
    queryFn: async () => {
      const { items, people } = await api.listOwnHeldPosts({ group });
      learnPeople(people);
      return items;
    },
    staleTime: 0,
  });

export function readHeldAfresh(group: GroupId): void {
  void queries.invalidateQueries({ queryKey: ['held', group] });
  void queries.invalidateQueries({ queryKey: ['own held', group] });
  readGroupsAfresh();
}

/// Once an own post is held: its card stands there when this is done.
export async function learnOwnHeld({ group }: Post): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: groupsQuery.queryKey }),
    queries.invalidateQueries({ queryKey: ['own held', group] }),
  ]);
}

/// This person decides in the group no more: what others wrote there leaves the device, at once.
export function forgetHeld(group: GroupId): void {
  live.accessLost();
  queries.removeQueries({ queryKey: ['held', group] });
  applyToGroups((list) => withoutQueue(list, group));
  readGroupsAfresh();
}

const withoutQueue = (list: GroupList, group: GroupId): GroupList => ({
  ...list,
  items: list.items.map((view) => {
    if (view.group.id !== group) return view;
    const rest = { ...view };
    delete rest.held;
    return rest;
  }),
});

export async function approve({ id, version, group }: Post): Promise<void> {
  await api.approveHeldPost({ post: id, version });
  withoutHeld(group, id);
}

export async function decline({ id, version, group }: Post, reason: string): Promise<void> {
  await api.declineHeldPost({ post: id, version, reason });
  withoutHeld(group, id);
}

export async function withdraw({ id, group }: Post): Promise<void> {
  await api.withdrawHeldPost({ post: id });
  queries.setQueryData(ownHeldQuery(group).queryKey, (items) => items?.filter(({ post }) => post.id !== id));
  readGroupsAfresh();
}

function withoutHeld(group: GroupId, id: PostId): void {
  queries.setQueryData(heldQuery(group).queryKey, (items) => items?.filter(({ post }) => post.id !== id));
  readGroupsAfresh();
}

/// In both languages, where it has two.
export const allOf = ({ body, translation }: Pick<Post, 'body' | 'translation'>): string => [body, translation?.body].filter(Boolean).join('\n\n');

export async function copyText(body: string, text: AllWords): Promise<void> {
  try {
    await navigator.clipboard.writeText(plainOf(body));
    say(text.held.copied);
  } catch {
    complain(text.held.copyFailed);
  }
}

/// Whether this own post still waits, or was declined, as far as this page knows.
export const isOwnHeld = ({ id, group }: Post): boolean =>
  queries.getQueryData(ownHeldQuery(group).queryKey)?.some(({ post }) => post.id === id) ?? false;
