import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Segmented } from '../../design/Segmented.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { useLaterText } from '../../i18n/text.tsx';
import type { DepartmentId, PostView } from '../../protocol/generated.ts';
import { beginningOf } from '../comments/plain.ts';
import { Place } from '../posts/Place.tsx';
import { PostAbout } from '../posts/PostAbout.tsx';
import { useSaid } from '../translations/chosen.ts';
import styles from './DepartmentIdeas.module.css';
import { departmentIdeasQuery } from './departmentIdeas.ts';

type Part = 'open' | 'ended';
const parts: readonly Part[] = ['open', 'ended'];

/// What people propose to a department, as far as this person may read it: what most people want on top. What came of the
/// others is a choice away, and not asked for before.
export function DepartmentIdeas({ department }: { department: DepartmentId }) {
  const { departmentIdeas: text } = useLaterText();
  const [part, setPart] = useState<Part>('open');
  const { data, error, isPending, refetch } = useQuery(departmentIdeasQuery({ department, ended: part === 'ended' }));
  return (
    <section className={styles.ideas} aria-labelledby="ideas">
      <header className={styles.header}>
        <h2 id="ideas">{text.title}</h2>
        <Segmented label={text.which} value={part} choices={parts.map((each) => [each, text.parts[each]] as const)} onChange={setPart} />
      </header>
      {isPending && <Skeleton kind="rows" />}
      {!isPending && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className={styles.none}>{text.none[part]}</p>}
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

function Row({ view: { post, idea } }: { view: PostView }) {
  const { departmentIdeas: text, ideas, polls } = useLaterText();
  const votes = idea?.votes ?? 0;
  const { blocks, lang } = useSaid(post);
  return (
    <li className={styles.row}>
      <h3>
        <Link to="/p/$post" params={{ post: String(post.id) }} lang={lang}>
          {beginningOf(blocks.slice(0, 1)) || beginningOf(blocks)}
        </Link>
      </h3>
      <PostAbout>
        <span className={styles.status}>{idea?.status === undefined ? text.unheard : ideas.statuses[idea.status]}</span>
        <span>{votes === 0 ? polls.noVotes : polls.votes(votes)}</span>
        <Place post={post} places="group" />
      </PostAbout>
    </li>
  );
}
