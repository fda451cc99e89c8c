import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Post } from '../../protocol/generated.ts';
import type { Draft } from './drafts.ts';
import { Markdown } from './Markdown.tsx';
import { putPost } from './queries.ts';
import { canSend, cleaned } from './writing.ts';
import { WritingArea } from './WritingArea.tsx';

/// Edits a post in its place. When it changes meanwhile the text here stays, and saving needs a second thought.
export function PostEditor({ post, onDone }: { post: Post; onDone: () => void }) {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState<Draft>({ body: post.body, mark: post.mark });
  const [base, setBase] = useState(post.version);
  const saving = useMutation({
    mutationFn: (version: number) =>
      api.editPost({ post: post.id, version, body: cleaned(value.body), mark: value.mark }),
    onSuccess: (edited) => {
      putPost(edited);
      onDone();
    },
    onError: async (error) => {
      if (hasCode(error, 'stale_version')) putPost((await api.getPost({ post: post.id })).view.post);
    },
  });
  const isChanged = post.version > base && !saving.isPending;
  const isStale = hasCode(saving.error, 'stale_version');

  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  const save = () => {
    if (!canSend(value.body) || saving.isPending) return;
    setBase(post.version);
    saving.mutate(isChanged ? post.version : base);
  };

  return (
    <WritingArea
      label={text.composer.edit}
      field={field}
      value={value}
      onChange={setValue}
      onSend={save}
      onCancel={onDone}
      note={
        isChanged ? (
          <Note tone="info">
            {text.composer.changedMeanwhile}
            <details>
              <summary>{text.composer.showCurrent}</summary>
              <Markdown blocks={post.blocks} />
            </details>
          </Note>
        ) : saving.error && !isStale ? (
          <Note tone="failure">
            {text.composer.saveFailed} {text.errors[errorKey(saving.error)]}
            <Reference error={saving.error} />
          </Note>
        ) : undefined
      }
    >
      <Button onClick={onDone}>{text.app.cancel}</Button>
      <Button look="primary" aria-disabled={!canSend(value.body) || saving.isPending} onClick={save}>
        {saving.isPending ? text.composer.saving : isChanged ? text.composer.overwrite : text.composer.save}
      </Button>
    </WritingArea>
  );
}
