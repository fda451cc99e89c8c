import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { type AllWords, useLaterText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey, hasCode } from '../../protocol/errors.ts';
import type { Post } from '../../protocol/generated.ts';
import { editOf, wordsOf } from '../posts/drafts.ts';
import { TitledHead } from '../titles/TitledHead.tsx';
import { whyUntitled } from '../titles/untitled.ts';
import { Stays } from '../translations/Stays.tsx';
import { useEditing } from '../posts/useEditing.ts';
import { WritingArea } from '../posts/WritingArea.tsx';
import { isOwnHeld, learnOwnHeld, readHeldAfresh } from './held.ts';
import { useLeftWords } from './useLeftWords.ts';

interface Props {
  post: Post;
  /// Saving sends it again.
  isDeclined: boolean;
  onDone: () => void;
}

/// Edits an own held post in its place.
export function HeldEditor({ post, isDeclined, onDone }: Props) {
  const text = useLaterText();
  const { field, value, setValue, saving, failure, isChanged, maySave, save, leave, question } = useEditing(post, wordsOf(post), {
    sentOf: editOf,
    send: (version, words) => api.editHeldPost({ post: post.id, version, ...words }),
    onSaved: async (edited) => {
      await learnOwnHeld(edited);
      onDone();
    },
    onLeave: onDone,
    onStale: () => {
      readHeldAfresh(post.group);
    },
  });
  const action = isDeclined ? text.held.sendAgain : text.composer.save;

  useLeftWords({
    post,
    value,
    isUnsaved: editOf(value).body !== editOf(wordsOf(post)).body && !saving.isSuccess,
    isThere: () => isOwnHeld(post),
    said: text.held.approvedMeanwhile,
  });
  return (
    <>
      <WritingArea
        label={text.composer.edit}
        tab={post.tab}
        field={field}
        value={value}
        onChange={setValue}
        onSend={save}
        onCancel={leave}
        head={<TitledHead tab={post.tab} value={value} isHeld onChange={setValue} />}
        extra={<Stays of={post} />}
        note={
          isChanged ? (
            <Note tone="info">{text.composer.changedMeanwhile}</Note>
          ) : failure ? (
            <Note tone="failure">
              {whyNot(failure, post, text)}
              <Reference error={failure} />
            </Note>
          ) : undefined
        }
      >
        <Button onClick={leave}>{text.app.cancel}</Button>
        <Button look="primary" aria-disabled={!maySave} onClick={save}>
          {saving.isPending ? text.composer.saving : isChanged ? text.composer.overwrite : action}
        </Button>
      </WritingArea>
      {question}
    </>
  );
}

function whyNot(failure: Error, { kind }: Post, text: AllWords): string {
  if (hasCode(failure, 'conflict')) return text.held.approvedMeanwhile;
  return whyUntitled(kind, failure, text) ?? text.errors[errorKey(failure)];
}
