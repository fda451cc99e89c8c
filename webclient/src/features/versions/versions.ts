import { api } from '../../protocol/client.ts';
import type { CommentId, EarlierVersion, PostId } from '../../protocol/generated.ts';

/// What was edited.
export type Edited = { post: PostId } | { comment: CommentId };

export const listVersions = async (edited: Edited): Promise<EarlierVersion[]> =>
  ('post' in edited ? await api.listPostVersions(edited) : await api.listCommentVersions(edited)).items;
