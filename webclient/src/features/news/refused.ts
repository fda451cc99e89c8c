import { hasCode } from '../../protocol/errors.ts';
import type { Department, NewNews, PostKind } from '../../protocol/generated.ts';
import { useDepartments } from '../departments/departments.ts';

/// What the server had against news.

/// What it reads first is no title to it.
export const isUntitled = (kind: PostKind, error: unknown): boolean =>
  kind === 'news' && hasCode(error, 'invalid_request') && error.field === '$.body';

/// Of the departments that it affects, those that are archived by now, as far as this page knows.
export function useArchived(news: NewNews | undefined): Department[] {
  const departments = useDepartments();
  return news ? departments.filter(({ id, archived }) => archived && news.affects.includes(id)) : [];
}
