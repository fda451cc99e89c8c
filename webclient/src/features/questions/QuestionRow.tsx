import { Link } from '@tanstack/react-router';
import { Time } from '../../design/Time.tsx';
import { useText } from '../../i18n/text.tsx';
import type { PostView, QuestionList } from '../../protocol/generated.ts';
import { beginningOf } from '../comments/plain.ts';
import { useTarget } from '../departments/useTarget.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { Place } from '../posts/Place.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { useSaid } from '../translations/chosen.ts';
import { ConfidentialMark } from './ConfidentialMark.tsx';
import { HowFar } from './HowFar.tsx';
import { Merged } from './Merged.tsx';
import styles from './QuestionsPage.module.css';

interface Props {
  view: PostView;
  /// Of an own question it says no author.
  list: QuestionList;
}

/// One question of a list: what is asked, whom, when and where, and how far it has come.
export function QuestionRow({ view: { post, question }, list }: Props) {
  const text = useText();
  const author = usePerson(post.author);
  const { blocks, lang } = useSaid(post);
  const target = useTarget(question ?? {});
  const isConfidential = question?.confidential === true;
  return (
    <li className={styles.row} data-confidential={isConfidential || undefined}>
      <h2 className={styles.title}>
        <Link to="/p/$post" params={{ post: String(post.id) }} lang={lang}>
          {beginningOf(blocks)}
        </Link>
      </h2>
      <PostAbout>
        {isConfidential && <ConfidentialMark />}
        {list === 'desk' && <PersonName person={author} otherwise={text.post.unknownAuthor} />}
        {target !== undefined && <span>{text.questions.to(target)}</span>}
        {question && <HowFar question={question} />}
        {question && <Merged question={question} />}
        <Time at={post.published_at} />
        <Place post={post} places="group" />
      </PostAbout>
    </li>
  );
}
