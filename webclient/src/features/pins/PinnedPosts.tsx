import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Pin } from 'lucide-react';
import { useText } from '../../i18n/text.tsx';
import type { Post, TabId } from '../../protocol/generated.ts';
import { beginningOf } from '../comments/plain.ts';
import { usePerson } from '../people/people.ts';
import { useSaid } from '../translations/chosen.ts';
import styles from './PinnedPosts.module.css';
import { pinsQuery } from './pins.ts';

/// What stands pinned on top of a tab, one line each, folded until somebody asks. It says nothing while there is none:
/// the posts stand in the feed below as well, which tells when the server does not answer.
export function PinnedPosts({ tab }: { tab: TabId }) {
  const text = useText();
  const posts = useQuery(pinsQuery(tab)).data?.posts ?? [];
  if (posts.length === 0) return null;
  return (
    <details className={styles.pinned}>
      <summary className={styles.heading}>
        <Pin size={16} aria-hidden />
        {text.pins.heading(posts.length)}
      </summary>
      <ul role="list" className={styles.list}>
        {posts.map((post) => (
          <Line key={post.id} post={post} />
        ))}
      </ul>
    </details>
  );
}

function Line({ post }: { post: Post }) {
  const text = useText();
  const name = usePerson(post.author)?.name ?? text.post.unknownAuthor;
  const { blocks, lang } = useSaid(post);
  return (
    <li>
      <Link to="/p/$post" params={{ post: String(post.id) }} className={styles.line}>
        <span className={styles.author}>{name}</span>{' '}
        <span className={styles.words} lang={lang}>
          {beginningOf(blocks)}
        </span>
      </Link>
    </li>
  );
}
