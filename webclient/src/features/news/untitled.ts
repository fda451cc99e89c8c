import { hasCode } from '../../protocol/errors.ts';
import type { PostKind } from '../../protocol/generated.ts';

/// The server had something against what it is to read first: it is no title.
export const isUntitled = (kind: PostKind, error: unknown): boolean =>
  kind === 'news' && hasCode(error, 'invalid_request') && error.field === '$.body';
