import { useLaterText } from '../../i18n/text.tsx';
import type { Notification } from '../../protocol/generated.ts';
import { usePeople } from '../people/people.ts';
import type { Line } from './lines.ts';

/// Where there are more than three people, two have their names said.
const mostNamed = 3;

/// Who did what.
export function useSentence({ notification, group, tab }: Line): string {
  const text = useLaterText();
  const { notifications: words } = text;
  const { kind, comment, actors, others } = notification;
  const people = usePeople(actors);
  const all = actors.length + others;
  const named = all > mostNamed ? actors.slice(0, mostNamed - 1) : actors;
  const names = named.map((id) => people.get(id)?.name ?? text.post.unknownAuthor);
  const who = words.who(names, all - names.length);
  const areMany = all > 1;
  switch (kind) {
    case 'mention':
      return comment === undefined ? words.mention(who, areMany) : words.mentionInComment(who, areMany);
    case 'asked_to_join':
      return words.asked_to_join(who, areMany, group.name);
    case 'posted':
      return words.posted(who, areMany, tab?.name ?? group.name);
    case 'admitted':
      return words.admitted(group.name);
    default:
      return words[kind](who, areMany);
  }
}

/// Where it leads.
export function wayTo({ kind, post, comment, group }: Notification) {
  if (kind === 'unpublished') return { to: '/scheduled' } as const;
  if (post !== undefined) {
    return { to: '/p/$post', params: { post: String(post) }, search: comment === undefined ? {} : { comment } } as const;
  }
  const params = { group: String(group) };
  return kind === 'asked_to_join' ? ({ to: '/g/$group/members', params } as const) : ({ to: '/g/$group', params } as const);
}
