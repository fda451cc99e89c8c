import type { CommentId } from '../../protocol/generated.ts';

/// The comment that the address of a post's page leads to.
export interface Search {
  comment?: CommentId;
}

export function readTarget({ comment }: Record<string, unknown>): Search {
  const id = Number(comment);
  return Number.isSafeInteger(id) && id > 0 ? { comment: id } : {};
}
