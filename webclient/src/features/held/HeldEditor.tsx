import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { say } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Post } from '../../protocol/generated.ts';
import { type Draft, keepDraft, keptDraft } from '../posts/drafts.ts';
import { canSend, cleaned } from '../posts/writing.ts';
import { WritingArea } from '../posts/WritingArea.tsx';
import { copyText, isOwnHeld, learnOwnHeld, readHeldAfresh } from './held.ts';

interface Props {
  post: Post;
  /// Saving sends it again.
  isDeclined: boolean;
  onDone: () => void;
}

/// Edits an own held post in its place. When it changes meanwhile the text here stays, and saving needs a second thought.
export function HeldEditor({ post, isDeclined, onDone }: Props) {
  const text = useLaterText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState<Draft>({ body: post.body, mark: post.mark });
  const [base, setBase] = useState(post.version);
  const saving = useMutation({
    mutationFn: (version: number) =>
      api.editHeldPost({ post: post.id, version, body: cleaned(value.body), mark: value.mark }),
    onSuccess: async (edited) => {
      await learnOwnHeld(edited);
      onDone();
    },
    onError: (error) => {
      if (hasCode(error, 'stale_version')) readHeldAfresh(post.group);
    },
  });
  const isChanged = post.version > base && !saving.isPending;

  const unsaved = useRef<Draft>(undefined);
  useEffect(() => {
    unsaved.current = value.body.trim() === post.body.trim() || saving.isSuccess ? undefined : value;
  }, [value, post.body, saving.isSuccess]);
  // Approved meanwhile, the card goes and the editor with it: what was being written stays with its author.
  useEffect(() => () => {
    const left = unsaved.current;
    if (!left || isOwnHeld(post)) return;
    if (!keptDraft(post.tab)) keepDraft(post.tab, left);
    say(text.held.approvedMeanwhile, { label: text.held.copyText, run: () => void copyText(left.body, text) });
  }, [post, text]);

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
  const action = isDeclined ? text.held.sendAgain : text.composer.save;

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
          <Note tone="info">{text.composer.changedMeanwhile}</Note>
        ) : saving.error && !hasCode(saving.error, 'stale_version') ? (
          <Note tone="failure">
            {hasCode(saving.error, 'conflict') ? text.held.approvedMeanwhile : text.errors[errorKey(saving.error)]}
            <Reference error={saving.error} />
          </Note>
        ) : undefined
      }
    >
      <Button onClick={onDone}>{text.app.cancel}</Button>
      <Button look="primary" aria-disabled={!canSend(value.body) || saving.isPending} onClick={save}>
        {saving.isPending ? text.composer.saving : isChanged ? text.composer.overwrite : action}
      </Button>
    </WritingArea>
  );
}
