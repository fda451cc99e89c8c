import type { Room } from '../../design/room.ts';
import type { DepartmentId, NewNews, News } from '../../protocol/generated.ts';
import { plainOf } from '../mentions/source.ts';
import { titleOf } from './source.ts';

/// News in the making, beside its text: what stands above that, and what it asks. Pure.
export interface NewsDraft {
  title: string;
  lead: string;
  /// Every reader is asked to confirm that they have read it.
  mustRead: boolean;
  affects: DepartmentId[];
}

/// `limits::title`, in letters of what is shown.
const longestTitle = 120;
/// `limits::affected_departments`
export const mostAffected = 20;

export const emptyNews: NewsDraft = { title: '', lead: '', mustRead: false, affects: [] };

/// Kept by another version of Plein it may be anything; what the server would refuse is none.
export const isNewsDraft = (value: unknown): value is NewsDraft =>
  typeof value === 'object' &&
  value !== null &&
  'title' in value &&
  typeof value.title === 'string' &&
  'lead' in value &&
  typeof value.lead === 'string' &&
  'mustRead' in value &&
  typeof value.mustRead === 'boolean' &&
  'affects' in value &&
  Array.isArray(value.affects) &&
  value.affects.length <= mostAffected &&
  value.affects.every((id) => typeof id === 'number') &&
  new Set(value.affects).size === value.affects.length;

/// Something was filled in that one would not want to lose.
export const isBegun = ({ title, lead, affects }: NewsDraft): boolean => title.trim() !== '' || lead.trim() !== '' || affects.length > 0;

export function roomInTitle(title: string): Room {
  const left = longestTitle - Array.from(wordsIn(titleOf(title))).length;
  return { left, isTight: left < 12 };
}

export const isTitled = ({ title }: NewsDraft): boolean => titleOf(title) !== '' && roomInTitle(title).left >= 0;

/// What is sent of it beside its text. Who may not ask that it be confirmed does not.
export const newNewsOf = ({ mustRead, affects }: NewsDraft, mayAsk: boolean): NewNews => ({ must_read: mustRead && mayAsk, affects });

/// The same again.
export const newsAgain = ({ must_read, affects }: News): NewNews => ({ must_read, affects: affects.map(({ department }) => department) });

/// What is shown of a line of Markdown, or a little less: the server, which reads all of it, has the last word.
const wordsIn = (line: string): string =>
  plainOf(line)
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, '&')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])|[*_~`]/g, '$1');
