import { Time } from '../../design/Time.tsx';
import { useText } from '../../i18n/text.tsx';
import type { IdeaStep } from '../../protocol/generated.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import styles from './Progress.module.css';

/// Who gave an idea a status, when, and what they said.
export function Said({ step: { by, at, note } }: { step: IdeaStep }) {
  const text = useText();
  const person = usePerson(by);
  return (
    <>
      <PostAbout>
        <PersonName person={person} otherwise={text.post.unknownAuthor} />
        <Time at={at} />
      </PostAbout>
      <p className={styles.note}>{note}</p>
    </>
  );
}
