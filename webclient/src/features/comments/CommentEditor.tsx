import { Button } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { Comment } from '../../protocol/generated.ts';
import { EditingNote } from '../posts/EditingNote.tsx';
import { useEditing } from '../posts/useEditing.ts';
import { cleaned, mostOfAComment } from '../posts/writing.ts';
import { CommentArea } from './CommentArea.tsx';
import { putComment, readThreadAfresh } from './queries.ts';

/// Edits a comment in its place.
export function CommentEditor({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const text = useText();
  const { field, value, setValue, saving, failure, isChanged, maySave, save, leave, question } = useEditing(
    comment,
    { body: comment.body },
    {
      sentOf: ({ body }) => ({ body: cleaned(body) }),
      send: (version, { body }) => api.editComment({ comment: comment.id, version, body }),
      onSaved: (edited) => {
        putComment(edited);
        onDone();
      },
      onLeave: onDone,
      onStale: () => readThreadAfresh(comment.post),
      most: mostOfAComment,
    },
  );
  return (
    <>
      <CommentArea
        label={text.comment.edit}
        tab={comment.tab}
        value={value.body}
        field={field}
        onChange={(body) => {
          setValue({ body });
        }}
        onSend={save}
        onCancel={leave}
        note={
          <EditingNote changed={isChanged ? text.comment.changedMeanwhile : undefined} current={comment.blocks} failure={failure} />
        }
      >
        <Button onClick={leave}>{text.app.cancel}</Button>
        <Button look="primary" aria-disabled={!maySave} onClick={save}>
          {saving.isPending ? text.composer.saving : isChanged ? text.composer.overwrite : text.composer.save}
        </Button>
      </CommentArea>
      {question}
    </>
  );
}
