import { Button } from '../../design/Button.tsx';
import { Note } from '../../design/Note.tsx';
import { Reference } from '../../design/States.tsx';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import { errorKey } from '../../protocol/errors.ts';
import type { Post } from '../../protocol/generated.ts';
import { Markdown } from './Markdown.tsx';
import { putPost } from './queries.ts';
import { useEditing } from './useEditing.ts';
import { WritingArea } from './WritingArea.tsx';

/// Edits a post in its place.
export function PostEditor({ post, onDone }: { post: Post; onDone: () => void }) {
  const text = useText();
  const { field, value, setValue, saving, failure, isChanged, maySave, save, leave, question } = useEditing(post, {
    send: (edit) => api.editPost(edit),
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
        field={field}
        value={value}
        onChange={setValue}
        onSend={save}
        onCancel={leave}
        note={
          isChanged ? (
            <Note tone="info">
              {text.composer.changedMeanwhile}
              <details>
                <summary>{text.composer.showCurrent}</summary>
                <Markdown blocks={post.blocks} />
              </details>
            </Note>
          ) : failure ? (
            <Note tone="failure">
              {text.composer.saveFailed} {text.errors[errorKey(failure)]}
              <Reference error={failure} />
            </Note>
          ) : undefined
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
