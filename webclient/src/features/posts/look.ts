import type { FeedOrder, Mark } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { currentMe } from '../accounts/session.ts';
import type { NewsScope } from './feed.ts';

/// How somebody likes to see the posts of a tab or a group, on this device.

export type MarkChoice = 'all' | Mark;

export interface Look {
  order: FeedOrder;
  mark: MarkChoice;
}

export const isMarkChoice = (value: unknown): value is MarkChoice => value === 'all' || value === 'work' || value === 'personal';

const isLook = (value: unknown): value is Look =>
  typeof value === 'object' &&
  value !== null &&
  'order' in value &&
  (value.order === 'newest' || value.order === 'activity') &&
  'mark' in value &&
  isMarkChoice(value.mark);

// By person first, as drafts: it leaves with whoever signs out.
const name = () => `${String(currentMe()?.person.id)}.feed-look`;

export const keptLook = (): Look => kept(name(), isLook) ?? { order: 'newest', mark: 'all' };
export const keepLook = (look: Look): void => {
  keep(name(), isPlain(look) ? undefined : look);
};

/// All that is there, newest first.
export const isPlain = ({ order, mark }: Look): boolean => order === 'newest' && mark === 'all';

export const scopeWith = (scope: NewsScope, { order, mark }: Look): NewsScope => ({
  ...scope,
  ...(order === 'activity' && { order }),
  ...(mark !== 'all' && { mark }),
});
