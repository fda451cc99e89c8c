import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sessionEnded } from '../../src/features/accounts/session.ts';
import { UpcomingRow } from '../../src/features/calendar/UpcomingRow.tsx';
import { DepartmentIdeas } from '../../src/features/ideas/DepartmentIdeas.tsx';
import { departmentIdeasQuery } from '../../src/features/ideas/departmentIdeas.ts';
import { WaitingNews } from '../../src/features/home/WaitingNews.tsx';
import { PinnedPosts } from '../../src/features/pins/PinnedPosts.tsx';
import { pinsQuery } from '../../src/features/pins/pins.ts';
import { FarCard } from '../../src/features/posts/FarCard.tsx';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import { postQuery } from '../../src/features/posts/queries.ts';
import { SharedPost } from '../../src/features/sharing/SharedPost.tsx';
import { EqualQuestions } from '../../src/features/questions/EqualQuestions.tsx';
import { saidIn } from '../../src/features/translations/said.ts';
import type { MarkdownTree, Post, PostView, Translation } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { calendarEvent, idea, news, post, viewOf } from '../make.ts';

const paragraph = (words: string): MarkdownTree => [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];
const titled = (title: string, words: string): MarkdownTree => [{ type: 'heading', level: 1, children: [{ type: 'text', text: title }] }, ...paragraph(words)];

/// Priya wrote it in English, and in Dutch for who reads that.
const inDutch = (more: Partial<Translation> = {}): Translation => ({ language: 'nl', body: 'De kantine is dicht', blocks: paragraph('De kantine is dicht'), outdated: false, ...more });
const closed = (more: Partial<Post> = {}) => post(5, { body: 'The canteen is closed', blocks: paragraph('The canteen is closed'), translation: inDutch(), ...more });

const Card = ({ view = viewOf(closed()) }: { view?: PostView }) => (
  <article aria-labelledby="title">
    <PostCard view={view} places="none" titleId="title" />
  </article>
);
const turn = (name = 'Lees in het Engels') => screen.getByRole('button', { name });
const langOf = (words: string) => screen.getByText(words).closest('[lang]')?.getAttribute('lang');

beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => undefined)));
afterEach(() => {
  cleanup();
  act(sessionEnded);
  vi.unstubAllGlobals();
});

describe('What a post says', () => {
  it('is said in the language of its reader where there is one, else as it was written', () => {
    expect(saidIn(closed(), 'nl')).toEqual({ blocks: paragraph('De kantine is dicht'), lang: 'nl', isTranslated: true });
    expect(saidIn(closed(), 'en')).toEqual({ blocks: paragraph('The canteen is closed'), lang: 'en', isTranslated: false });
    expect(saidIn(post(5), 'en')).toEqual({ blocks: post(5).blocks, lang: undefined, isTranslated: false });
  });
});

describe('A post in two languages', () => {
  it('is read in that of the page, and in the other one at a word, each told to screen readers', async () => {
    const { container } = await draw(<Card />);
    expect(langOf('De kantine is dicht')).toBe('nl');
    expect(screen.queryByText('The canteen is closed')).toBeNull();
    await expectAccessible(container);

    const button = turn();
    await userEvent.click(button);
    expect(langOf('The canteen is closed')).toBe('en');
    expect(screen.queryByText('De kantine is dicht')).toBeNull();
    // One stands where one stood.
    expect(turn('Lees in het Nederlands')).toBe(button);
    expect(document.activeElement).toBe(button);
  });

  it.each([
    ['far from the window', <FarCard key="far" view={viewOf(closed())} isUnread={false} titleId="title" />],
    ['where one of equal questions is chosen', <EqualQuestions key="equal" items={[viewOf(closed())]} chosen={undefined} onChoose={() => undefined} />],
  ])('is so too %s', async (_where, piece) => {
    await draw(piece);
    expect(langOf('De kantine is dicht')).toBe('nl');
    expect(screen.queryByText('The canteen is closed')).toBeNull();
  });

  it('stays in the language that was chosen, wherever it stands, until its reader leaves', async () => {
    const { unmount } = await draw(<Card />);
    await userEvent.click(turn());
    unmount();
    const again = await draw(<Card />);
    expect(screen.getByText('The canteen is closed')).toBeTruthy();
    again.unmount();
    act(sessionEnded);
    await draw(<Card />);
    expect(screen.getByText('De kantine is dicht')).toBeTruthy();
  });

  it('says that the original was changed after that, with the way to it; the original itself does not', async () => {
    await draw(<Card view={viewOf(closed({ translation: inDutch({ outdated: true }) }))} />);
    expect(screen.getByText('Het origineel is daarna aangepast.')).toBeTruthy();
    await userEvent.click(turn('Lees het origineel'));
    expect(screen.getByText('The canteen is closed')).toBeTruthy();
    expect(screen.queryByText('Het origineel is daarna aangepast.')).toBeNull();
    expect(turn('Lees in het Nederlands')).toBeTruthy();
  });

  it('has its title in that language', async () => {
    const translation = inDutch({ blocks: titled('Kantine dicht', 'Tot maandag.') });
    await draw(<Card view={viewOf(closed({ kind: 'news', blocks: titled('Canteen closed', 'Until Monday.'), translation }), { news: news(1) })} />);
    expect(screen.getByRole('heading', { name: 'Kantine dicht' })).toBeTruthy();
    await userEvent.click(turn());
    expect(screen.getByRole('heading', { name: 'Canteen closed' })).toBeTruthy();
  });

  it('of one language offers nothing', async () => {
    await draw(<Card view={viewOf(post(5))} />);
    expect(screen.queryByRole('button', { name: /^Lees/ })).toBeNull();
    expect(screen.getByText('Bericht 5').closest('article [lang]')).toBeNull();
  });
});

describe('A line about a post in two languages', () => {
  const both = (kind: Post['kind'], more: Partial<PostView> = {}) =>
    viewOf(closed({ kind, blocks: titled('Canteen closed', 'Until Monday.'), translation: inDutch({ blocks: titled('Kantine dicht', 'Tot maandag.') }) }), more);
  const line = () => screen.getByText(/^Kantine dicht/);

  it('follows it among news that waits', async () => {
    await draw(<WaitingNews items={[both('news', { news: news(1) })]} />);
    expect(line().getAttribute('lang')).toBe('nl');
  });

  it('follows it in the calendar', async () => {
    const event = calendarEvent(1);
    await draw(<UpcomingRow of={{ view: both('event', { event }), event }} />);
    expect(line().closest('[lang]')?.getAttribute('lang')).toBe('nl');
  });

  it('follows it among the ideas of a department', async () => {
    await draw(<DepartmentIdeas department={1} />);
    act(() => {
      queries.setQueryData(departmentIdeasQuery({ department: 1, ended: false }).queryKey, { items: [both('idea', { idea: idea(1) })], people: [], quoted: [], cursors: [] });
    });
    await screen.findByText(/^Kantine dicht/);
    expect(line().getAttribute('lang')).toBe('nl');
  });

  it('follows it where it is pinned and where it is shared, and what its reader chose', async () => {
    const view = both('update');
    await draw(
      <>
        <PinnedPosts tab={21} />
        <SharedPost post={5}>link</SharedPost>
        <Card view={view} />
      </>,
    );
    act(() => {
      queries.setQueryData(pinsQuery(21).queryKey, { posts: [view.post], people: [], cursors: [] } as never);
      queries.setQueryData(postQuery(5).queryKey, { view, quoted: [], people: [], cursors: [] });
    });
    await waitFor(() => expect(screen.getAllByText(/^Kantine dicht/)).toHaveLength(3));
    await userEvent.click(turn());
    expect(screen.queryByText(/^Kantine dicht/)).toBeNull();
    expect(screen.getAllByText(/^Canteen closed/)).toHaveLength(3);
  });
});
