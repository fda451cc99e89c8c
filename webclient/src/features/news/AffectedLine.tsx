import { lazy, Suspense, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useNow } from '../../i18n/clock.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import type { Acknowledgement, Department, Post } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { useIsArchived } from '../groups/groups.ts';
import { usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import styles from './Affects.module.css';
import { answersFor } from './news.ts';

const AcknowledgeDialog = lazy(async () => ({ default: (await import('./AcknowledgeDialog.tsx')).AcknowledgeDialog }));

interface Props {
  post: Post;
  /// Undefined while it is not known here.
  department: Department | undefined;
  acknowledgement: Acknowledgement | undefined;
}

/// What one department does with the news, by when, and who says so. Its heads and deputies say it here.
export function AffectedLine({ post, department, acknowledgement }: Props) {
  const text = useLaterText();
  const me = useMyself()?.person.id;
  const isArchived = useIsArchived(post.group);
  return (
    <>
      <div className={styles.words}>
        <p>
          <strong>{department?.name ?? text.questions.unknownDepartment}</strong>{' '}
          {acknowledgement ? <TakesUp doneBy={acknowledgement.done_by} /> : <span className={styles.waits}>{text.news.waits}</span>}
        </p>
        {acknowledgement && <Said {...acknowledgement} />}
      </div>
      {department && answersFor(department, me) && !isArchived && (
        <TakeUpButton post={post} department={department} acknowledgement={acknowledgement} />
      )}
    </>
  );
}

function TakesUp({ doneBy }: { doneBy: string | undefined }) {
  const text = useLaterText();
  const moments = useMoments();
  const now = useNow();
  return text.news.takesUp(doneBy === undefined ? undefined : moments.calendarShort(doneBy, now));
}

function Said({ note, by }: Acknowledgement) {
  const text = useLaterText();
  const person = usePerson(by);
  return (
    <p className={styles.note}>
      {note} <span className={styles.by}>— <PersonName person={person} otherwise={text.post.unknownAuthor} /></span>
    </p>
  );
}

function TakeUpButton({ post, department, acknowledgement }: Props & { department: Department }) {
  const { news } = useLaterText();
  const [isOpen, setOpen] = useState(false);
  const isFirst = acknowledgement === undefined;
  return (
    <>
      <Button
        look={isFirst ? 'secondary' : 'quiet'}
        aria-haspopup="dialog"
        aria-label={isFirst ? news.takeUpFor(department.name) : news.changeFor(department.name)}
        onClick={() => setOpen(true)}
      >
        {isFirst ? news.takeUp : news.change}
      </Button>
      {isOpen && (
        <Suspense>
          <AcknowledgeDialog post={post} department={department} before={acknowledgement} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
