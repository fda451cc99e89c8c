import type { Mark, Post, QuestionTarget, TabId } from '../../protocol/generated.ts';
import { keep, kept } from '../../state/kept.ts';
import { currentMe } from '../accounts/session.ts';

/// What someone was writing in a tab, kept on this device until it is posted or thrown away.
export interface Draft {
  body: string;
  mark: Mark;
  /// What it is about, of a question.
  question?: QuestionTarget;
}

export const wordsOf = ({ body, mark }: Post): Draft => ({ body, mark });

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'body' in value &&
  typeof value.body === 'string' &&
  'mark' in value &&
  (value.mark === 'work' || value.mark === 'personal') &&
  (!('question' in value) || isTarget(value.question));

const isTarget = (value: unknown): value is QuestionTarget =>
  typeof value === 'object' && value !== null && Object.values(value).every((id) => typeof id === 'number');

// By person first: whoever signs out takes the drafts along, and the next person at this computer sees none.
const nameOf = (tab: TabId) => `${String(currentMe()?.person.id)}.draft.${String(tab)}`;

export const keptDraft = (tab: TabId): Draft | undefined => kept(nameOf(tab), isDraft);

export function keepDraft(tab: TabId, draft: Draft | undefined): void {
  keep(nameOf(tab), draft && (draft.body.trim() || draft.question) ? draft : undefined);
}
