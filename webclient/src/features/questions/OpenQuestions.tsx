import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { DepartmentId, PostView } from '../../protocol/generated.ts';
import { beginningOf } from '../comments/plain.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { Place } from '../posts/Place.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { useSaid } from '../translations/chosen.ts';
import { ConfidentialMark } from './ConfidentialMark.tsx';
import styles from './OpenQuestions.module.css';
import { openQuestionsQuery } from './openQuestions.ts';
import { Merged } from './Merged.tsx';
import { PickedUp } from './PickedUp.tsx';
import { Promised } from './Promised.tsx';

/// What a department has still to answer, as far as this person may read it: what is due first on top.
export function OpenQuestions({ department }: { department: DepartmentId }) {
  const { openQuestions: text } = useLaterText();
  const { data, error, isPending, refetch } = useQuery(openQuestionsQuery({ department }));
  return (
    <section className={styles.questions} aria-labelledby="open-questions">
      <h2 id="open-questions">{text.title}</h2>
      {isPending && <Skeleton kind="rows" />}
      {!isPending && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className={styles.none}>{text.none}</p>}
      {data && data.items.length > 0 && (
        <ul role="list">
          {data.items.map((view) => (
            <Row key={view.post.id} view={view} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ view: { post, question } }: { view: PostView }) {
  const text = useLaterText();
  const author = usePerson(post.author);
  const { blocks, lang } = useSaid(post);
  return (
    <li className={styles.row}>
      <h3>
        <Link to="/p/$post" params={{ post: String(post.id) }} lang={lang}>
          {beginningOf(blocks)}
        </Link>
      </h3>
      <PostAbout>
        {question?.confidential && <ConfidentialMark />}
        <PersonName person={author} otherwise={text.post.unknownAuthor} />
        <Place post={post} places="group" />
        {question?.answer_before !== undefined && <Promised before={question.answer_before} />}
        {question?.picked_up_by !== undefined && <PickedUp by={question.picked_up_by} />}
        {question && <Merged question={question} />}
      </PostAbout>
    </li>
  );
}
