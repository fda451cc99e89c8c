import { Link } from '@tanstack/react-router';
import { Quote as QuoteIcon } from 'lucide-react';
import { lazy, memo, Suspense, useState } from 'react';
import { Time } from '../../design/Time.tsx';
import { useText } from '../../i18n/text.tsx';
import type { Comment, CommentId, CommentView, Quote } from '../../protocol/generated.ts';
import { useJob } from '../departments/departments.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { Clamp } from '../posts/Clamp.tsx';
import { Markdown } from '../posts/Markdown.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { PresentAvatar } from '../presence/PresentAvatar.tsx';
import { AnswerMark } from '../questions/AnswerMark.tsx';
import { Reactions } from '../reactions/Reactions.tsx';
import { EditedMark } from '../versions/EditedMark.tsx';
import styles from './CommentItem.module.css';
import { CommentMenu } from './CommentMenu.tsx';
import { QuoteBlock } from './QuoteBlock.tsx';

const CommentEditor = lazy(async () => ({ default: (await import('./CommentEditor.tsx')).CommentEditor }));

interface Props {
  view: CommentView;
  /// The comment that this one replies to, when it is shown too.
  quoted: Comment | undefined;
  /// Pointed at by a link, for a moment.
  isMarked: boolean;
  /// Of the question that it stands below.
  isAnswer: boolean;
  mayReact: boolean;
  mayReply: boolean;
  onQuote: (quote: Quote) => void;
  /// Goes to a comment that is shown; false when it is not.
  onGoTo: (id: CommentId) => boolean;
}

/// One comment: who, when, to what, and what.
export const CommentItem = memo(function CommentItem({ view, quoted, isMarked, isAnswer, mayReact, mayReply, onQuote, onGoTo }: Props) {
  const text = useText();
  const { comment, reactions, mine } = view;
  const { id, post, author: authorId, quote } = comment;
  const author = usePerson(authorId);
  const job = useJob(author);
  const [isEditing, setEditing] = useState(false);
  const name = author?.name ?? text.post.unknownAuthor;
  const address = { to: '/p/$post', params: { post: String(post) } } as const;

  return (
    <li className={styles.comment} tabIndex={-1} data-comment={id} data-marked={isMarked || undefined}>
      <PresentAvatar id={authorId} name={name} colour={author?.colour} size="small" />
      <header className={styles.header}>
        <h3 className={styles.author}>
          <PersonName person={author} otherwise={name} />
        </h3>
        <PostAbout>
          <Link {...address} search={{ comment: id }} className={styles.time}>
            <Time at={comment.published_at} />
          </Link>
          {job && <span>{job}</span>}
          <EditedMark at={comment.edited_at} of={{ comment: id }} />
          {isAnswer && <AnswerMark />}
        </PostAbout>
      </header>
      <div className={styles.menu}>
        <CommentMenu
          view={view}
          author={name}
          onEdit={() => {
            setEditing(true);
          }}
        />
      </div>
      <div className={styles.body}>
        {quote && (
          <Link
            {...address}
            search={{ comment: quote.comment }}
            className={styles.quote}
            onClick={(event) => {
              if (onGoTo(quote.comment)) event.preventDefault();
            }}
          >
            <QuoteBlock quote={quote} shown={quoted} />
          </Link>
        )}
        {isEditing ? (
          <Suspense>
            <CommentEditor
              comment={comment}
              onDone={() => {
                setEditing(false);
              }}
            />
          </Suspense>
        ) : (
          <Clamp>
            <Markdown blocks={comment.blocks} />
          </Clamp>
        )}
        <div className={styles.actions}>
          <Reactions
            subject={{ post, comment: id }}
            held={{ reactions, mine: mine.reaction }}
            label={text.reactions.ofComment(name)}
            mayReact={mayReact}
            isSmall
          />
          {mayReply && (
            <button
              type="button"
              className={styles.reply}
              aria-label={text.comment.quoteOf(name)}
              onClick={() => {
                onQuote({ comment: id, author: authorId });
              }}
            >
              <QuoteIcon size={14} aria-hidden />
              {text.comment.quote}
            </button>
          )}
        </div>
      </div>
    </li>
  );
});
