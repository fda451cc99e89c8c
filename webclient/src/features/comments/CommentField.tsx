import { X } from 'lucide-react';
import type { RefObject } from 'react';
import { Button, iconButtonClass } from '../../design/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Comment, Post } from '../../protocol/generated.ts';
import { canSend, cleaned, mostOfAComment } from '../posts/writing.ts';
import { CommentArea } from './CommentArea.tsx';
import styles from './CommentField.module.css';
import type { Draft } from './drafts.ts';
import { comment } from './outbox.ts';
import { QuoteBlock } from './QuoteBlock.tsx';

export interface CommentFieldProps {
  post: Post;
  draft: Draft;
  /// The comment that the draft quotes, when it is among those that are shown.
  quoted: Comment | undefined;
  /// What it says of itself, where that is not what fields below posts say.
  label?: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onChange: (draft: Draft) => void;
}

/// Where one writes below a post. What is there is kept until it is sent.
export function CommentField({ post, draft, quoted, label, field, onChange }: CommentFieldProps) {
  const text = useText();
  const maySend = canSend(draft.body, mostOfAComment);
  const send = () => {
    if (!maySend) return;
    comment(post.id, { ...draft, body: cleaned(draft.body) });
    onChange({ body: '' });
    field.current?.focus();
  };
  const takeOff = () => {
    onChange({ body: draft.body });
    field.current?.focus();
  };
  const leave = () => field.current?.blur();
  return (
    <CommentArea
      label={label ?? text.comment.write}
      placeholder={label}
      tab={post.tab}
      value={draft.body}
      field={field}
      onChange={(body) => {
        onChange({ ...draft, body });
      }}
      onSend={send}
      onCancel={leave}
      above={
        draft.quote && (
          <div className={styles.quoted}>
            <QuoteBlock quote={draft.quote} shown={quoted} />
            <button type="button" className={iconButtonClass} aria-label={text.comment.takeOff} title={text.comment.takeOff} onClick={takeOff}>
              <X size={18} aria-hidden />
            </button>
          </div>
        )
      }
    >
      {draft.body !== '' && (
        <Button look="primary" aria-disabled={!maySend} onClick={send}>
          {text.comment.submit}
        </Button>
      )}
    </CommentArea>
  );
}
