import type { Mark, Post, TabId } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { currentMe } from '../accounts/session.ts';

/// What someone was writing in a tab, kept on this device until it is posted or thrown away.
export interface Draft {
  body: string;
  mark: Mark;
}

export const wordsOf = ({ body, mark }: Post): Draft => ({ body, mark });

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'body' in value &&
  typeof value.body === 'string' &&
  'mark' in value &&
  (value.mark === 'work' || value.mark === 'personal');

// By person first: whoever signs out takes the drafts along, and the next person at this computer sees none.
const nameOf = (tab: TabId) => `${String(currentMe()?.person.id)}.draft.${String(tab)}`;

export const keptDraft = (tab: TabId): Draft | undefined => kept(nameOf(tab), isDraft);

export function keepDraft(tab: TabId, draft: Draft): void {
  keep(nameOf(tab), draft.body.trim() ? draft : undefined);
}
