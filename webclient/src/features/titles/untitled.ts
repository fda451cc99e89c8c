import type { Catalogue } from '../../i18n/nl.ts';
import { hasCode } from '../../protocol/errors.ts';
import type { PostKind } from '../../protocol/generated.ts';

/// Why the server took no text of such a post, when it had something against what it is to read first: it is no title.
export function whyUntitled(kind: PostKind, error: unknown, text: Catalogue): string | undefined {
  if (!hasCode(error, 'invalid_request') || (error.field !== '$.body' && error.field !== '$.translation.body')) return undefined;
  if (kind === 'news') return text.newsWriting.untitled;
  return kind === 'event' ? text.eventWriting.untitled : undefined;
}
