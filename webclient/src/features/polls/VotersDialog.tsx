import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { PersonId, Poll, PostId, Vote, VoteList } from '../../protocol/generated.ts';
import { learnPeople } from '../people/people.ts';
import { PersonLine } from '../people/PersonLine.tsx';
import styles from './VotersDialog.module.css';

interface Props {
  post: PostId;
  poll: Poll;
  onClose: () => void;
}

/// Who chose what, as it is when one asks: no event tells of it, so it is not kept.
export function VotersDialog({ post, poll, onClose }: Props) {
  const text = useLaterText();
  const votes = useQuery({
    queryKey: ['votes', post],
    queryFn: async () => {
      const list = await api.listVotes({ post });
      learnPeople(list.people);
      return list;
    },
    gcTime: 0,
  });
  return (
    <Dialog title={text.voters.title} onClose={onClose}>
      {votes.isPending && <Skeleton />}
      {votes.isError && <ErrorState error={votes.error} onRetry={() => void votes.refetch()} />}
      {votes.data && <List list={votes.data} poll={poll} />}
    </Dialog>
  );
}

function List({ list, poll }: { list: VoteList; poll: Poll }) {
  const text = useLaterText();
  const { total } = list;
  const items = byName(list, text.locale);
  const others = total - items.length;
  if (items.length === 0) return <p className={styles.others}>{text.voters.none}</p>;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable */}
      <div role="group" tabIndex={0} aria-label={text.voters.title} className={styles.options}>
        {poll.options.map((option, at) => (
          <Option
            key={at}
            name={option.text}
            votes={option.votes ?? 0}
            people={items.filter(({ options }) => options.includes(at)).map(({ person }) => person)}
          />
        ))}
      </div>
      {others > 0 && <p className={styles.others}>{text.voters.others(others)}</p>}
    </>
  );
}

/// They come in no order.
function byName({ items, people }: VoteList, locale: string): Vote[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = ({ person }: Vote) => names.get(person) ?? '';
  return items.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), locale));
}

/// Not everyone who chose it need be among the names.
function Option({ name, votes, people }: { name: string; votes: number; people: readonly PersonId[] }) {
  const text = useLaterText();
  const id = useId();
  const most = Math.max(votes, people.length);
  return (
    <section aria-labelledby={id} className={styles.option}>
      <header className={styles.header}>
        <h3 id={id}>{name}</h3>
        <p className={styles.votes}>{most === 0 ? text.voters.nobody : text.polls.votes(most)}</p>
      </header>
      {people.length > 0 && (
        <ul role="list" aria-labelledby={id}>
          {people.map((person) => (
            <PersonLine key={person} id={person} />
          ))}
        </ul>
      )}
    </section>
  );
}
