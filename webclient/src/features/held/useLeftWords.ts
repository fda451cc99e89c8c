import { useEffect, useEffectEvent, useRef } from 'react';
import { say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import type { Post } from '../../protocol/generated.ts';
import { bodyOf, type Draft, keepDraft, keptDraft } from '../posts/drafts.ts';
import { copyText } from './held.ts';

interface Left {
  post: Post;
  /// As it is written now.
  value: Draft;
  isUnsaved: boolean;
  /// The post is still where it can be edited.
  isThere: () => boolean;
  /// What became of it.
  said: string;
}

/// Published meanwhile, the card goes and its editor with it: what was being written stays with its author.
export function useLeftWords({ post, value, isUnsaved, isThere, said }: Left): void {
  const text = useLaterText();
  const unsaved = useRef<Draft>(undefined);
  useEffect(() => {
    unsaved.current = isUnsaved ? value : undefined;
  }, [value, isUnsaved]);
  const leave = useEffectEvent(() => {
    const left = unsaved.current;
    if (!left || isThere()) return;
    if (!keptDraft(post.tab)) keepDraft(post.tab, left);
    say(said, { label: text.held.copyText, run: () => void copyText(bodyOf(left), text) });
  });
  useEffect(() => () => leave(), []);
}
