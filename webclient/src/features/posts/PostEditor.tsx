import { Button } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { Post } from '../../protocol/generated.ts';
import { editOf, wordsOf } from './drafts.ts';
import { EditingNote } from './EditingNote.tsx';
import { putPost } from './queries.ts';
import { TitledHead } from '../titles/TitledHead.tsx';
import { whyUntitled } from '../titles/untitled.ts';
import { Stays } from '../translations/Stays.tsx';
import { TranslationEditor } from '../translations/TranslationEditor.tsx';
import { useEditing } from './useEditing.ts';
import { WritingArea } from './WritingArea.tsx';

interface Props {
  post: Post;
  onDone: () => void;
}

/// Edits a post in its place, or what it says in its other language.
export const PostEditor = ({ part = 'text', ...props }: Props & { part?: 'text' | 'translation' }) =>
  part === 'text' ? <TextEditor {...props} /> : <TranslationEditor {...props} />;

function TextEditor({ post, onDone }: Props) {
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
        extra={<Stays of={post} />}
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
