import { useQuery } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import { feedQuery } from '../../src/features/posts/queries.ts';
import type { Post, Translation } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { group, page, post, tab, viewOf } from '../make.ts';
// What the menu and the editor fetch is here already: a busy machine loads it slowly.
import '../../src/features/news/NewsHead.tsx';
import '../../src/features/posts/PostActions.tsx';

const scope = { kind: 'tab', group: 2, tab: 21 } as const;
const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const sent = () =>
  fetch.mock.calls
    .filter(([, init]) => init?.method !== 'GET')
    .map(([path, init]) => [init?.method, path, init?.body === undefined ? undefined : (JSON.parse(init.body as string) as unknown)]);
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const undo = () => act(() => toasts.visibleToasts[0]?.content.action?.run());

const words = (text: string) => [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];
const english = (more: Partial<Translation> = {}): Translation => ({ language: 'en', body: 'Hello', blocks: words('Hello'), outdated: false, ...more });
const own = (more: Partial<Post> = {}) => post(5, { author: 7, body: 'Dag', blocks: words('Dag'), ...more });
const mine = { may_edit: true, may_delete: true, kept: false, confirmed: false, wanted: false };

/// The card as a feed shows it: what changes in the feed changes here.
function Card() {
  const { data } = useQuery({ ...feedQuery(scope), enabled: false });
  const view = data?.pages[0]?.items[0];
  return view ? (
    <article aria-labelledby="title">
      <PostCard view={view} places="none" titleId="title" />
    </article>
  ) : null;
}

const show = (of: Post) => queries.setQueryData(feedQuery(scope).queryKey, { pages: [page([], { items: [viewOf(of, { mine })] })] });

async function open(of: Post, item?: string) {
  const drawn = await draw(<Card />);
  show(of);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /Wat kun je doen/ }));
  if (item !== undefined) await user.click(await screen.findByRole('menuitem', { name: item }));
  return { user, ...drawn };
}

const field = () => screen.findByLabelText<HTMLTextAreaElement>('Je tekst in het Engels');
const save = (name = 'Opslaan') => screen.getByRole('button', { name });
const isClosed = () => waitFor(() => expect(screen.queryByLabelText('Je tekst in het Engels')).toBeNull());

beforeEach(() => vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined))));
afterEach(() => {
  toasts.clear();
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('The translation of an own post', () => {
  it('is written below what the post says, and stands there once it is saved', async () => {
    const { user, container } = await open(own(), 'Vertaling toevoegen');
    await waitFor(async () => expect(document.activeElement).toBe(await field()));
    expect(screen.getByText('Dag').closest('[lang]')?.getAttribute('lang')).toBe('nl');
    await expectAccessible(container);
    await user.type(await field(), 'Hello');
    fetch.mockImplementation(() => answer(own({ version: 2, translation: english() })));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await isClosed();
    expect(sent()).toEqual([['PUT', '/api/posts/5/translation', { version: 1, language: 'en', body: 'Hello' }]]);
    expect(screen.getByRole('button', { name: 'Lees in het Engels' })).toBeTruthy();
  });

  it('begins with what stands there', async () => {
    await open(own({ translation: english() }), 'Vertaling aanpassen');
    expect((await field()).value).toBe('Hello');
  });

  it('has the title that its kind takes, and says so when it is missing', async () => {
    const { user } = await open(own({ kind: 'news', body: '# Kluis\n\nVanaf maandag.' }), 'Vertaling toevoegen');
    const title = await screen.findByLabelText('Titel');
    await user.type(await field(), 'From Monday.');
    expect(title.getAttribute('aria-invalid')).toBeNull();
    await user.click(save());
    expect(title.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(title);
    expect(sent()).toEqual([]);
    await user.type(title, 'Vault');
    await user.click(save());
    expect(sent()).toEqual([['PUT', '/api/posts/5/translation', { version: 1, language: 'en', body: '# Vault\n\nFrom Monday.' }]]);
  });

  it('says that the post changed meanwhile, and is saved over it at a second word', async () => {
    const { user } = await open(own(), 'Vertaling toevoegen');
    await user.type(await field(), 'Hello');
    act(() => void show(own({ version: 2, body: 'Dag allemaal', blocks: words('Dag allemaal') })));
    expect(await screen.findByText(/intussen aangepast/)).toBeTruthy();
    expect((await field()).value).toBe('Hello');
    fetch.mockImplementation(() => answer(own({ version: 3, translation: english() })));
    await user.click(save('Toch opslaan'));
    await isClosed();
    expect(sent()).toEqual([['PUT', '/api/posts/5/translation', { version: 2, language: 'en', body: 'Hello' }]]);
  });

  it('keeps what was written when the server knows a newer text', async () => {
    const { user } = await open(own(), 'Vertaling toevoegen');
    await user.type(await field(), 'Hello');
    fetch
      .mockImplementationOnce(() => answer({ status: 409, code: 'stale_version', request_id: 'r' }, 409))
      .mockImplementationOnce(() => answer({ view: { post: own({ version: 4, translation: english({ body: 'Hi', blocks: words('Hi') }) }) } }));
    await user.click(save());
    expect(await screen.findByText(/intussen aangepast/)).toBeTruthy();
    expect((await field()).value).toBe('Hello');
    expect(await screen.findByText('Hi')).toBeTruthy();
  });

  it('is not thrown away by Esc without a word', async () => {
    const { user } = await open(own(), 'Vertaling toevoegen');
    await user.type(await field(), 'Hello');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Gooi weg' }));
    await isClosed();
  });

  it('stays when the text is edited, and says so', async () => {
    await open(own({ translation: english() }), 'Aanpassen');
    expect(await screen.findByText('De Engelse tekst verandert niet mee.')).toBeTruthy();
  });

  it('goes at a word, and comes back at another', async () => {
    fetch.mockImplementationOnce(() => answer(own({ version: 2 })));
    await open(own({ translation: english() }), 'Vertaling weghalen');
    await waitFor(() => expect(said()).toEqual(['De vertaling is weg']));
    expect(screen.queryByRole('button', { name: 'Lees in het Engels' })).toBeNull();
    fetch.mockImplementationOnce(() => answer(own({ version: 3, translation: english() })));
    undo();
    expect(await screen.findByRole('button', { name: 'Lees in het Engels' })).toBeTruthy();
    expect(sent()).toEqual([
      ['DELETE', '/api/posts/5/translation', undefined],
      ['PUT', '/api/posts/5/translation', { version: 2, language: 'en', body: 'Hello' }],
    ]);
  });

  it('that was older than the post does not come back as if it were not: its text can be copied', async () => {
    fetch.mockImplementationOnce(() => answer(own({ version: 2 })));
    await open(own({ translation: english({ outdated: true }) }), 'Vertaling weghalen');
    await waitFor(() => expect(said()).toEqual(['De vertaling is weg']));
    expect(toasts.visibleToasts[0]?.content.action?.label).toBe('Kopieer de tekst');
  });

  it('does not come back to a post that says something else by then', async () => {
    fetch.mockImplementationOnce(() => answer(own({ version: 2 })));
    await open(own({ translation: english() }), 'Vertaling weghalen');
    await waitFor(() => expect(said()).toEqual(['De vertaling is weg']));
    fetch.mockImplementationOnce(() => answer({ status: 409, code: 'stale_version', request_id: 'r' }, 409));
    undo();
    await waitFor(() => expect(said()).toContain('Je hebt het bericht intussen aangepast. De vertaling hoort er niet meer bij.'));
  });

  it('stays when it could not be taken away', async () => {
    fetch.mockImplementationOnce(() => answer({ status: 503, code: 'overloaded', request_id: 'r' }, 503));
    await open(own({ translation: english() }), 'Vertaling weghalen');
    await waitFor(() => expect(said()[0]).toMatch(/^De vertaling weghalen lukte niet\./));
    expect(screen.getByRole('button', { name: 'Lees in het Engels' })).toBeTruthy();
  });

  it('is taken away, and not written, where one waits for approval', async () => {
    await draw(<Card />);
    act(() => {
      queries.setQueryData(groupsQuery.queryKey, { items: [group({ tabs: [{ ...tab(21), needs_approval: true }] })], cursors: [] });
    });
    show(own({ translation: english() }));
    await userEvent.click(await screen.findByRole('button', { name: /Wat kun je doen/ }));
    await screen.findByRole('menuitem', { name: 'Link kopiëren' });
    expect(screen.queryAllByRole('menuitem', { name: /^Vertaling/ }).map(({ textContent }) => textContent)).toEqual(['Vertaling weghalen']);
    fetch.mockImplementationOnce(() => answer(own({ version: 2 })));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Vertaling weghalen' }));
    await waitFor(() => expect(toasts.visibleToasts[0]?.content.action?.label).toBe('Kopieer de tekst'));
  });
});
