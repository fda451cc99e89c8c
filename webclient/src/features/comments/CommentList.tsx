import { memo, useMemo } from 'react';
import type { CommentId, CommentView, Quote } from '../../protocol/generated.ts';
import { CommentItem } from './CommentItem.tsx';
import styles from './PostTalk.module.css';

interface Props {
  label: string;
  /// Oldest first.
  comments: readonly CommentView[];
  marked: CommentId | undefined;
  /// The one that answers, of a question.
  answer: CommentId | undefined;
  mayReact: boolean;
  mayReply: boolean;
  onQuote: (quote: Quote) => void;
  onGoTo: (id: CommentId) => boolean;
}

export const CommentList = memo(function CommentList({ label, comments, marked, answer, mayReact, mayReply, onQuote, onGoTo }: Props) {
  const shown = useMemo(() => new Map(comments.map(({ comment }) => [comment.id, comment] as const)), [comments]);
  return (
    <ol role="list" aria-label={label} className={styles.list}>
      {comments.map((view) => (
        <CommentItem
          key={view.comment.id}
          view={view}
          quoted={view.comment.quote && shown.get(view.comment.quote.comment)}
          isMarked={marked === view.comment.id}
          isAnswer={answer === view.comment.id}
          mayReact={mayReact}
          mayReply={mayReply}
          onQuote={onQuote}
          onGoTo={onGoTo}
        />
      ))}
    </ol>
  );
});
