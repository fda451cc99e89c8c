import { type Dispatch, lazy, type RefObject, type SetStateAction, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Note } from '../../design/Note.tsx';
import { useText } from '../../i18n/text.tsx';
import type { CommentId, PostId, PostView, Quote } from '../../protocol/generated.ts';
import { useIsArchived } from '../groups/groups.ts';
import { Closed } from '../locks/Closed.tsx';
import { AnswerBlock } from '../questions/AnswerBlock.tsx';
import { PickUpButton } from '../questions/PickUpButton.tsx';
import { isMerged } from '../questions/question.ts';
import { Reactions } from '../reactions/Reactions.tsx';
import { CommentField } from './CommentField.tsx';
import { CommentList } from './CommentList.tsx';
import { ConfidentialField } from './ConfidentialField.tsx';
import { type Draft, keepDraft, keptDraft } from './drafts.ts';
import { Earlier } from './Earlier.tsx';
import { OutgoingComments } from './OutgoingComments.tsx';
import styles from './PostTalk.module.css';
import { QuotedIn } from './Quoted.tsx';
import { useTarget } from './useTarget.ts';
import { useThread } from './useThread.ts';

const Apart = lazy(async () => ({ default: (await import('../questions/Apart.tsx')).Apart }));

interface Props {
  view: PostView;
  author: string;
  /// On the post's own page: the whole thread.
  isWhole: boolean;
  /// The comment that the address names.
  target: CommentId | undefined;
}

/// What stands below a post: reactions, the answer to a question, comments, and where one writes.
export function PostTalk({ view, author, isWhole, target }: Props) {
  const text = useText();
  const { post, reactions, mine, question, answer } = view;
  const mayReact = !useIsArchived(post.group);
  const mayReply = mayReact && post.lock_reason === undefined;
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const thread = useThread(view, isWhole);
  const { marked, isMissing, goTo } = useTarget(place, thread, target);
  const [draft, setDraft] = useDraft(post.id);
  const { comments, isBehind } = thread;
  const quoted = comments.find(({ comment }) => comment.id === draft.quote?.comment)?.comment;

  const onQuote = useCallback(
    (quote: Quote) => {
      setDraft((before) => ({ ...before, quote }));
      field.current?.focus();
    },
    [setDraft],
  );
  const loadEarlier = useFocusOnEarlier(place, thread.earlier, thread.loadEarlier);

  return (
    <div ref={place} className={styles.talk}>
      <Reactions
        subject={{ post: post.id }}
        held={{ reactions, mine: mine.reaction }}
        label={text.reactions.ofPost(author)}
        mayReact={mayReact}
      />
      {question && <PickUpButton view={view} />}
      {answer && <AnswerBlock view={view} answer={answer} isBelow={comments[0]?.comment.id === answer.comment.id} onGoTo={goTo} />}
      {question && isMerged(question) && (
        <Suspense>
          <Apart view={view} />
        </Suspense>
      )}
      <QuotedIn pages={thread.pages}>
        <div className={styles.thread}>
          {isMissing && <Note tone="info">{text.comment.notThere}</Note>}
          <Earlier thread={thread} onLoad={loadEarlier} />
          {comments.length > 0 && (
            <CommentList
              label={text.comment.listOf(author)}
              comments={comments}
              marked={marked}
              answer={question?.answer}
              mayReact={mayReact}
              mayReply={mayReply}
              onQuote={onQuote}
              onGoTo={goTo}
            />
          )}
          {isBehind && (
            <button type="button" className={styles.earlier} onClick={thread.loadLast}>
              {text.comment.newest}
            </button>
          )}
        </div>
        <OutgoingComments post={post.id} />
        {mayReact && post.lock_reason !== undefined && <Closed post={post} reason={post.lock_reason} />}
        {mayReply && (
          <div data-reply>
            {question?.confidential ? (
              <ConfidentialField question={question} post={post} draft={draft} quoted={quoted} field={field} onChange={setDraft} />
            ) : (
              <CommentField post={post} draft={draft} quoted={quoted} field={field} onChange={setDraft} />
            )}
          </div>
        )}
      </QuotedIn>
    </div>
  );
}

/// The draft of a post, kept at every change.
function useDraft(post: PostId): [Draft, Dispatch<SetStateAction<Draft>>] {
  const [atFirst] = useState<Draft>(() => keptDraft(post) ?? { body: '' });
  const [draft, setDraft] = useState(atFirst);
  useEffect(() => {
    if (draft !== atFirst) keepDraft(post, draft);
  }, [post, draft, atFirst]);
  return [draft, setDraft];
}

/// When the last earlier ones come the button goes, and whoever stood on it goes on at the first of them.
function useFocusOnEarlier(place: RefObject<HTMLElement | null>, earlier: number, load: () => void): () => void {
  const isAsked = useRef(false);
  useEffect(() => {
    if (!isAsked.current || earlier > 0) return;
    isAsked.current = false;
    if (document.activeElement === document.body) {
      place.current?.querySelector<HTMLElement>('[data-comment]')?.focus({ preventScroll: true });
    }
  }, [place, earlier]);
  return () => {
    isAsked.current = true;
    load();
  };
}
