import { Button } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { Post } from '../../protocol/generated.ts';
import { editOf, wordsOf } from './drafts.ts';
import { EditingNote } from './EditingNote.tsx';
import { putPost } from './queries.ts';
import { TitledHead } from '../titles/TitledHead.tsx';
import { whyUntitled } from '../titles/untitled.ts';
import { useEditing } from './useEditing.ts';
import { WritingArea } from './WritingArea.tsx';

/// Edits a post in its place.
export function PostEditor({ post, onDone }: { post: Post; onDone: () => void }) {
  const text = useText();
  const { field, value, setValue, saving, failure, isChanged, maySave, save, leave, question } = useEditing(post, wordsOf(post), {
    sentOf: editOf,
    send: (version, words) => api.editPost({ post: post.id, version, ...words }),
    onSaved: (edited) => {
      putPost(edited);
      onDone();
    },
    onLeave: onDone,
    onStale: async () => {
      putPost((await api.getPost({ post: post.id })).view.post);
    },
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
        head={<TitledHead tab={post.tab} value={value} onChange={setValue} />}
        note={
          <EditingNote
            changed={isChanged ? text.composer.changedMeanwhile : undefined}
            current={post.blocks}
            failure={failure}
            why={whyUntitled(post.kind, failure, text)}
          />
        }
      >
        <Button onClick={leave}>{text.app.cancel}</Button>
        <Button look="primary" aria-disabled={!maySave} onClick={save}>
          {saving.isPending ? text.composer.saving : isChanged ? text.composer.overwrite : text.composer.save}
        </Button>
      </WritingArea>
      {question}
    </>
  );
}
