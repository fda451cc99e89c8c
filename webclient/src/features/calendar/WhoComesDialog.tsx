import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { AttendanceList, CalendarEvent, PersonId, PostId } from '../../protocol/generated.ts';
import { PersonLine } from '../people/PersonLine.tsx';
import { attendancesQuery } from './attendances.ts';
import styles from './WhoComesDialog.module.css';

interface Props {
  title: string;
  post: PostId;
  event: CalendarEvent;
  onClose: () => void;
}

/// Who comes to an event and who may come, asked for anew each time.
export function WhoComesDialog({ title, post, event, onClose }: Props) {
  const attendances = useQuery({ ...attendancesQuery(post), staleTime: 0 });
  return (
    <Dialog title={title} onClose={onClose}>
      {attendances.isPending && <Skeleton />}
      {attendances.isLoadingError && <ErrorState error={attendances.error} onRetry={() => void attendances.refetch()} />}
      {attendances.data && <Lists title={title} list={attendances.data} event={event} />}
    </Dialog>
  );
}

interface ListsProps {
  title: string;
  list: AttendanceList;
  event: CalendarEvent;
}

function Lists({ title, list: { coming, maybe }, event }: ListsProps) {
  const { who } = useLaterText().calendar;
  if (coming.length + maybe.length === 0) return <p className={styles.others}>{who.none}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable
    <div role="group" tabIndex={0} aria-label={title} className={styles.lists}>
      <Part heading={who.coming} people={coming} total={event.coming} />
      <Part heading={who.maybe} people={maybe} total={event.maybe} />
    </div>
  );
}

/// Not everyone need be among the names. The list may be newer than the number.
function Part({ heading, people, total }: { heading: (n: number) => string; people: readonly PersonId[]; total: number }) {
  const { who } = useLaterText().calendar;
  const id = useId();
  const others = people.length < mostNames ? 0 : Math.max(0, total - people.length);
  if (people.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {heading(people.length + others)}
      </h3>
      <ul role="list" aria-labelledby={id}>
        {people.map((person) => (
          <PersonLine key={person} id={person} />
        ))}
      </ul>
      {others > 0 && <p className={styles.others}>{who.others(others)}</p>}
    </section>
  );
}

/// So many come in one answer.
const mostNames = 500;
