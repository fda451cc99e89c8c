import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../design/Dialog.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { api } from '../../protocol/client.ts';
import type { IdeaVoteList, PostId } from '../../protocol/generated.ts';
import { learnPeople } from '../people/people.ts';
import { PersonLine } from '../people/PersonLine.tsx';
import styles from './WhoWantsDialog.module.css';

/// Who wants an idea too, as it is when one asks: no event tells of it, so it is not kept.
export function WhoWantsDialog({ post, onClose }: { post: PostId; onClose: () => void }) {
  const { ideas } = useLaterText();
  const votes = useQuery({
    queryKey: ['idea votes', post],
    queryFn: async () => {
      const list = await api.listIdeaVotes({ post });
      learnPeople(list.people);
      return list;
    },
    gcTime: 0,
  });
  return (
    <Dialog title={ideas.whoWants} onClose={onClose}>
      {votes.isPending && <Skeleton />}
      {votes.isError && <ErrorState error={votes.error} onRetry={() => void votes.refetch()} />}
      {votes.data && <List list={votes.data} />}
    </Dialog>
  );
}

function List({ list: { items, total } }: { list: IdeaVoteList }) {
  const { ideas } = useLaterText();
  const others = total - items.length;
  if (items.length === 0) return <p className={styles.others}>{ideas.voters.none}</p>;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable */}
      <ul role="list" tabIndex={0} aria-label={ideas.whoWants} className={styles.list}>
        {items.map((person) => (
          <PersonLine key={person} id={person} />
        ))}
      </ul>
      {others > 0 && <p className={styles.others}>{ideas.voters.others(others)}</p>}
    </>
  );
}
