import { useQuery } from '@tanstack/react-query';
import { Avatar } from '../../design/Avatar.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { Reactor, ReactorList } from '../../protocol/generated.ts';
import { learnPeople, usePerson } from '../people/people.ts';
import { PersonName } from '../people/PersonName.tsx';
import { emojis, type Subject } from './reactions.ts';
import styles from './ReactorsDialog.module.css';

/// Who reacted, as it is when one asks: no event tells of it, so it is not kept.
export function ReactorsDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const text = useLaterText();
  const reactors = useQuery({
    queryKey: ['reactors', subject],
    queryFn: async () => {
      const list = await api.listReactors({ ...subject });
      learnPeople(list.people);
      return list;
    },
    gcTime: 0,
  });
  return (
    <Dialog title={text.reactors.title} onClose={onClose}>
      {reactors.isPending && <Skeleton />}
      {reactors.isError && <ErrorState error={reactors.error} onRetry={() => void reactors.refetch()} />}
      {reactors.data && <List list={reactors.data} />}
    </Dialog>
  );
}

function List({ list: { items, total } }: { list: ReactorList }) {
  const text = useLaterText();
  const others = total - items.length;
  if (items.length === 0) return <p className={styles.others}>{text.reactors.none}</p>;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable */}
      <ul role="list" tabIndex={0} aria-label={text.reactors.title} className={styles.list}>
        {items.map((reactor) => (
          <Row key={reactor.person} reactor={reactor} />
        ))}
      </ul>
      {others > 0 && <p className={styles.others}>{text.reactors.others(others)}</p>}
    </>
  );
}

function Row({ reactor: { person: id, kind } }: { reactor: Reactor }) {
  const text = useLaterText();
  const person = usePerson(id);
  const name = person?.name ?? text.post.unknownAuthor;
  return (
    <li className={styles.row}>
      <Avatar id={id} name={name} colour={person?.colour} size="small" />
      <span className={styles.name}>
        <PersonName person={person} otherwise={name} />
      </span>
      <span role="img" aria-label={text.reactions.names[kind]} title={text.reactions.names[kind]} className={styles.emoji}>
        {emojis[kind]}
      </span>
    </li>
  );
}
