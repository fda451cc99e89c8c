import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useId, useMemo, useRef } from 'react';
import { NotFound } from '../../app/Problems.tsx';
import { BackLink, Page } from '../../design/Page.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { ErrorState } from '../../design/States.tsx';
import { usePageTitle } from '../../design/usePageTitle.ts';
import { useText } from '../../i18n/text.tsx';
import { hasCode } from '../../protocol/errors.ts';
import type { CommentId, PostAnswer } from '../../protocol/generated.ts';
import { useMyself } from '../accounts/session.ts';
import { QuotedIn } from '../comments/Quoted.tsx';
import { useTab } from '../groups/groups.ts';
import { useReadOnPage } from '../notifications/useReadOnPage.ts';
import { usePerson } from '../people/people.ts';
import { isConfidential } from '../questions/question.ts';
import { PostCard } from './PostCard.tsx';
import styles from './PostPage.module.css';
import { postQuery } from './queries.ts';
import { usePostKeys } from './usePostKeys.ts';

/// One post, by its permalink.
export function PostPage() {
  const { post: id } = useParams({ from: '/p/$post' });
  const { comment } = useSearch({ from: '/p/$post' });
  const isId = /^[1-9]\d{0,15}$/.test(id);
  const { data, error, isPending, refetch } = useQuery({ ...postQuery(Number(id)), enabled: isId });
  if (!isId || hasCode(error, 'not_found')) return <NotFound />;
  if (data) return <Whole key={id} answer={data} target={comment} />;
  return isPending ? <Skeleton /> : <ErrorState error={error} onRetry={() => void refetch()} />;
}

function Whole({ answer, target }: { answer: PostAnswer; target: CommentId | undefined }) {
  const { view } = answer;
  const text = useText();
  const article = useRef<HTMLElement>(null);
  const quoted = useMemo(() => [answer], [answer]);
  usePostKeys(article);
  useReadOnPage(view.post.id);
  const titleId = useId();
  const isOwn = view.post.author === useMyself()?.person.id;
  const author = usePerson(view.post.author)?.name ?? text.post.unknownAuthor;
  const place = useTab(view.post.group, view.post.tab);
  usePageTitle(text.post.by(author), place?.group.group.name);
  return (
    <Page
      back={
        isConfidential(view.post) ? (
          <BackLink to="/q" search={isOwn ? {} : { list: 'desk' }}>{text.privately.list}</BackLink>
        ) : place && (
          <BackLink to="/g/$group/$tab" params={{ group: String(view.post.group), tab: String(view.post.tab) }}>
            {place.group.group.name}, {place.tab.tab.name}
          </BackLink>
        )
      }
    >
      <h1 className="hidden-visually">{text.post.by(author)}</h1>
      <article ref={article} className={styles.sheet} aria-labelledby={titleId} data-post={view.post.id}>
        <QuotedIn pages={quoted}>
          <PostCard view={view} places={isConfidential(view.post) ? 'group' : 'none'} isWhole target={target} titleId={titleId} />
        </QuotedIn>
      </article>
    </Page>
  );
}
