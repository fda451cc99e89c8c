import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Time } from '../../design/Time.tsx';
import { useText } from '../../i18n/text.tsx';
import type { CommentId, CommentView, PostView } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { Clamp } from '../posts/Clamp.tsx';
import { Markdown } from '../posts/Markdown.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { markAnswer } from './actions.ts';
import styles from './AnswerBlock.module.css';
import { useQuestionRights } from './useQuestion.ts';

const ReopenDialog = lazy(async () => ({ default: (await import('./ReopenDialog.tsx')).ReopenDialog }));

/// About 300 characters on a wide page.
const lines = 5;

interface Props {
  view: PostView;
  answer: CommentView;
  /// It is the first comment that is shown: to be read at once, and marked there.
  isBelow: boolean;
  /// Goes to a comment that is shown; false when it is not.
  onGoTo: (id: CommentId) => boolean;
}

/// What answers a question, before what else was said to it; and whether it helped, when others say that it answers and
/// who asked has not said so yet. After a week without a word it counts as solved: then nobody asks any more.
export function AnswerBlock({ view, answer: { comment }, isBelow, onGoTo }: Props) {
  const text = useText();
  const titleId = useId();
  const author = usePerson(comment.author);
  const name = author?.name ?? text.post.unknownAuthor;
  const mayJudge = useQuestionRights(view).reopen && view.question?.state === 'answered';
  if (isBelow && !mayJudge) return null;
  const address = { to: '/p/$post', params: { post: String(comment.post) }, search: { comment: comment.id } } as const;
  return (
    <section className={styles.answer} aria-labelledby={titleId}>
      <header className={styles.header}>
        <h3 id={titleId} className={styles.title}>
          <Check size={16} aria-hidden />
          {text.questions.answer}
        </h3>
        <PostAbout>
          <PersonName person={author} otherwise={name} />
          <Time at={comment.published_at} />
          <Link
            {...address}
            onClick={(event) => {
              if (onGoTo(comment.id)) event.preventDefault();
            }}
          >
            {text.questions.toAnswer}
          </Link>
        </PostAbout>
      </header>
      <Clamp lines={lines}>
        <Markdown blocks={comment.blocks} />
      </Clamp>
      {mayJudge && <Verdict view={view} comment={comment.id} />}
    </section>
  );
}

function Verdict({ view, comment }: { view: PostView; comment: CommentId }) {
  const text = useText();
  const [isReopening, setReopening] = useState(false);
  return (
    <>
      <div className={styles.verdict}>
        <Button look="quiet" onClick={() => markAnswer(view, comment, text)}>
          {text.questions.helps}
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setReopening(true);
          }}
        >
          {text.questions.notYet}
        </Button>
      </div>
      {isReopening && (
        <Suspense>
          <ReopenDialog
            view={view}
            onClose={() => {
              setReopening(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
