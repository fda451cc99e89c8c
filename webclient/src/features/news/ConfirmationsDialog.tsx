import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import { useMoments } from '../../i18n/useMoments.ts';
import { api } from '../../protocol/client.ts';
import type { ConfirmationList, News, Post } from '../../protocol/generated.ts';
import { useIsArchived } from '../groups/groups.ts';
import { learnPeople } from '../people/people.ts';
import { remind } from './actions.ts';
import styles from './ConfirmationsDialog.module.css';
import { Readers } from './Readers.tsx';

interface Props {
  post: Post;
  news: News;
  onClose: () => void;
}

/// Who confirmed news and who did not, as it is when one asks: no event tells of it, so it is not kept.
export function ConfirmationsDialog({ post, news, onClose }: Props) {
  const text = useLaterText();
  const confirmations = useQuery({
    queryKey: ['confirmations', post.id],
    queryFn: async () => {
      const list = await api.listConfirmations({ post: post.id });
      learnPeople(list.people);
      return list;
    },
    gcTime: 0,
  });
  return (
    <Dialog title={text.news.whoConfirmed} onClose={onClose}>
      {confirmations.isPending && <Skeleton />}
      {confirmations.isError && <ErrorState error={confirmations.error} onRetry={() => void confirmations.refetch()} />}
      {confirmations.data && <Loaded post={post} news={news} list={confirmations.data} />}
    </Dialog>
  );
}

function Loaded({ post, news, list }: Omit<Props, 'onClose'> & { list: ConfirmationList }) {
  const text = useLaterText();
  const { confirmations: words } = text.news;
  const { items, total, awaited, people } = list;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: number) => names.get(id) ?? '';
  const missing = list.missing.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), text.locale));
  return (
    <>
      <Progress total={total} of={total + awaited} />
      {awaited > 0 && <Reminding post={post} news={news} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable */}
      <div role="group" tabIndex={0} aria-label={text.news.whoConfirmed} className={styles.lists}>
        <Readers title={words.missing} count={awaited} none={words.everyone} readers={missing.map((person) => ({ person }))} />
        <Readers title={words.confirmed} count={total} none={words.nobody} readers={items} />
      </div>
    </>
  );
}

/// "12 van 40"
function Progress({ total, of }: { total: number; of: number }) {
  const { confirmations: words } = useLaterText().news;
  const id = useId();
  return (
    <div className={styles.progress}>
      <p id={id} className={styles.number}>
        {words.progress(total, of)}
      </p>
      <progress aria-labelledby={id} value={total} max={Math.max(of, 1)} />
    </div>
  );
}

/// Once; afterwards it says when.
function Reminding({ post, news }: Omit<Props, 'onClose'>) {
  const text = useLaterText();
  const moments = useMoments();
  const isArchived = useIsArchived(post.group);
  const { confirmations: words } = text.news;
  const { reminded_at: at } = news;
  if (at !== undefined) return <p className={styles.hint}>{words.remindedOn(moments.date(at))}</p>;
  if (isArchived) return null;
  return (
    <div className={styles.remind}>
      <p className={styles.hint}>{words.once}</p>
      <Button onClick={() => remind(post.id, text)}>{words.remind}</Button>
    </div>
  );
}
