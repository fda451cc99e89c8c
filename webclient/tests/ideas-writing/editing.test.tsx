import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import { feedQuery } from '../../src/features/posts/queries.ts';
import type { EditPost, Post } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { page, post, viewOf } from '../make.ts';
// What the menu fetches is here already: a busy machine loads it slowly.
import '../../src/features/posts/PostActions.tsx';

const scope = { kind: 'tab', group: 2, tab: 21 } as const;
const fetch = vi.fn<typeof globalThis.fetch>();
const own = (more: Partial<Post> = {}) => post(5, { author: 7, kind: 'idea', body: 'Meer rekken', ...more });
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

beforeEach(() => vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined))));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

it('The text of an own idea is edited as that of any post, and it is asked again of nobody', async () => {
  const { container } = await draw(<Card />);
  const items = [viewOf(own(), { mine, idea: { version: 1, department: 1, votes: 2, steps: [] } })];
  queries.setQueryData(feedQuery(scope).queryKey, { pages: [page([], { items })] });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: /Wat kun je doen/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Aanpassen' }));
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Bericht aanpassen');
  expect(field.value).toBe('Meer rekken');
  expect(screen.queryByRole('combobox')).toBeNull();
  await expectAccessible(container);
  await user.type(field, ' bij poort 2');
  const blocks: Post['blocks'] = [{ type: 'paragraph', children: [{ type: 'text', text: 'Meer rekken bij poort 2' }] }];
  fetch.mockResolvedValue(new Response(JSON.stringify(own({ version: 2, blocks }))));
  await user.click(screen.getByRole('button', { name: 'Opslaan' }));
  await waitFor(() => expect(screen.queryByLabelText('Bericht aanpassen')).toBeNull());
  const sent = fetch.mock.calls.filter(([, init]) => init?.method === 'PUT').map(([, init]) => JSON.parse(init?.body as string) as EditPost);
  expect(sent).toEqual([{ version: 1, body: 'Meer rekken bij poort 2', mark: 'work' }]);
  expect(screen.getByText('Meer rekken bij poort 2')).toBeTruthy();
});
