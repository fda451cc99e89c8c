import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useUnsaved } from '../../design/useUnsaved.tsx';
import { hasCode } from '../../protocol/errors.ts';
import type { EditPost, Post } from '../../protocol/generated.ts';
import type { Draft } from './drafts.ts';
import { canSend, cleaned } from './writing.ts';

interface Ways {
  send: (edit: EditPost) => Promise<Post>;
  onSaved: (edited: Post) => Promise<void> | void;
  /// Somebody else was faster: what the post is now has to be learned.
  onStale: () => Promise<void> | void;
  onLeave: () => void;
}

/// Writing on a post in its place. When it changes meanwhile the text here stays, and saving needs a second thought.
export function useEditing(post: Post, { send, onSaved, onStale, onLeave }: Ways) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [before] = useState<Draft>({ body: post.body, mark: post.mark });
  const [value, setValue] = useState(before);
  const [base, setBase] = useState(post.version);
  const saving = useMutation({
    mutationFn: (version: number) => send({ post: post.id, version, body: cleaned(value.body), mark: value.mark }),
    onSuccess: onSaved,
    onError: (error) => (hasCode(error, 'stale_version') ? onStale() : undefined),
  });
  const isUnsaved = cleaned(value.body) !== cleaned(before.body) || value.mark !== before.mark;
  const { leave, question } = useUnsaved(isUnsaved, onLeave);
  const isChanged = post.version > base && !saving.isPending;
  const maySave = canSend(value.body) && !saving.isPending;

  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  const save = () => {
    if (!maySave) return;
    setBase(post.version);
    saving.mutate(isChanged ? post.version : base);
  };
  const failure = hasCode(saving.error, 'stale_version') ? null : saving.error;
  return { field, value, setValue, saving, failure, isChanged, maySave, save, leave, question };
}
