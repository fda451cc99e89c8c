import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Time } from '../../design/Time.tsx';
import { useText } from '../../i18n/text.tsx';
import { hasCode } from '../../protocol/errors.ts';
import type { Post, PostId } from '../../protocol/generated.ts';
import { useTab } from '../groups/groups.ts';
import { usePerson } from '../people/people.ts';
import { KindMark } from '../posts/KindMark.tsx';
import { postQuery } from '../posts/queries.ts';
import { useIsInView } from '../posts/useIsInView.ts';
import { ConfidentialMark } from '../questions/ConfidentialMark.tsx';
import { isConfidential } from '../questions/question.ts';
import { titleIn } from '../titles/titled.ts';
import { useSaid } from '../translations/chosen.ts';
import styles from './SharedPost.module.css';

/// What a link to a post leads to, as far as the reader may see it: the server is asked once it comes into view, and once for
/// each post. Until then, and without an answer, the link itself stands there.
export function SharedPost({ post, children }: { post: PostId; children: ReactNode }) {
  const text = useText();
  const [ref, isInView] = useIsInView(false);
  const [wasInView, setWasInView] = useState(false);
  if (isInView && !wasInView) setWasInView(true);
  const isWanted = ({ state }: { state: { error: unknown } }) => wasInView && !hasCode(state.error, 'not_found');
  const { data, error } = useQuery({ ...postQuery(post), enabled: isWanted });
  return (
    <div ref={ref}>
      {hasCode(error, 'not_found') ? (
        <p className={styles.gone}>{text.problem.notFound}</p>
      ) : data ? (
        <Card post={data.view.post} />
      ) : (
        children
      )}
    </div>
  );
}

function Card({ post }: { post: Post }) {
  const text = useText();
  const author = usePerson(post.author);
  const place = useTab(post.group, post.tab);
  const { blocks, lang } = useSaid(post);
  return (
    <Link to="/p/$post" params={{ post: String(post.id) }} className={styles.card}>
      <span className={styles.about}>
        <span className={styles.author}>{author?.name ?? text.post.unknownAuthor}</span>{' '}
        {place && <span>{text.home.place(place.group.group.name, place.tab.tab.name)}</span>}{' '}
        <Time at={post.published_at} />
      </span>
      {isConfidential(post) ? <ConfidentialMark /> : <KindMark kind={post.kind} />}
      <span className={styles.words} lang={lang}>
        {titleIn(blocks)}
      </span>
    </Link>
  );
}
