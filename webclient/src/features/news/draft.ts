import type { DepartmentId, NewNews, News } from '../../protocol/generated.ts';

/// News in the making, beside its text: what stands above that, and what it asks. Pure.
export interface NewsDraft {
  title: string;
  lead: string;
  /// Every reader is asked to confirm that they have read it.
  mustRead: boolean;
  affects: DepartmentId[];
}

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

/// What is sent of it beside its text. Who may not ask that it be confirmed does not.
export const newNewsOf = ({ mustRead, affects }: NewsDraft, mayAsk: boolean): NewNews => ({ must_read: mustRead && mayAsk, affects });

/// The same again.
export const newsAgain = ({ must_read, affects }: News): NewNews => ({ must_read, affects: affects.map(({ department }) => department) });
