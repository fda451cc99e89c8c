import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Toasts } from '../../src/design/Toasts.tsx';
import { toasts } from '../../src/design/toast.ts';
import { meQuery } from '../../src/features/accounts/session.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { HomePage } from '../../src/features/home/HomePage.tsx';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, event, group, me, page, post, reading, tab } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
// What a choice fetches is here already: a busy machine loads it slowly.
import '../../src/design/ChoiceMenu.tsx';

const everything = '/api/home/posts?unread=true&per_tab=10&limit=100';
let network: Network;
/// Of Home, and not answered yet.
const asked = () => network.waiting.filter((path) => path.startsWith('/api/home'));
const shown = () => screen.queryAllByRole('article').map((article) => Number(article.dataset.post));

/// Home with these unread posts of the tab General.
async function opened(...ids: number[]) {
  const { container } = await draw(
    <>
      <HomePage />
      <Toasts />
    </>,
  );
  act(() => {
    queries.setQueryData(groupsQuery.queryKey, {
      items: [group({ tabs: [tab(21, {}, ids.length), tab(22)] })],
      cursors: [{ stream: 'group:2', cursor: 'g:10' }, { stream: 'user:7', cursor: 'g:1' }],
    });
  });
  await act(() => network.answer(everything, page(ids.map((id) => post(id)))));
  return container;
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  network.close();
  queries.clear();
});

describe('Home', () => {
  it('shows a few unread posts one by one, and then its end', async () => {
    const container = await opened(2, 1);
    expect(shown()).toEqual([2, 1]);
    expect(screen.getByText('2 nieuwe berichten in 1 groep')).toBeTruthy();
    expect(screen.getByText('Je bent bij')).toBeTruthy();
    await expectAccessible(container);
  });

  it('folds many of one tab into a row with their number; alone, the row is open', async () => {
    const container = await opened(6, 5, 4, 3, 2, 1);
    const row = screen.getByRole('button', { name: /SSC & Verkoop.*Algemeen.*6 ongelezen/ });
    expect(row.getAttribute('aria-expanded')).toBe('true');
    expect(shown()).toEqual([6, 5, 4, 3, 2, 1]);
    await expectAccessible(container);
    fireEvent.click(row);
    expect(shown()).toEqual([]);
  });

  it('stays as it is when another device reads: the number goes, the posts stay', async () => {
    await opened(2, 1);
    await act(() => network.say(event('tab.read', 2, { reading: reading(21, { version: 5, read_until: at(9) }) }, 'user:7')));
    expect(screen.getByText('Geen nieuwe berichten.')).toBeTruthy();
    expect(shown()).toEqual([2, 1]);
  });

  it('marks all as read at a word, and takes that back at another', async () => {
    await opened(2, 1);
    fireEvent.click(screen.getByRole('button', { name: 'Alles gelezen' }));
    await act(() => Promise.resolve());
    const read = reading(21, { version: 5, read_until: at(2) });
    await act(() => network.answer('/api/home/reading', { items: [read] }));
    await act(() => network.answer(everything, page([])));
    expect(shown()).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Alles gelezen' })).toBeNull();
  });

  it('says which tab is read when only that one was marked', async () => {
    toasts.clear();
    await opened(6, 5, 4, 3, 2, 1);
    fireEvent.click(screen.getByRole('button', { name: /^Markeer SSC & Verkoop.* Algemeen als gelezen$/ }));
    await act(() => Promise.resolve());
    await act(() => network.answer('/api/home/reading', { items: [reading(21, { version: 5, read_until: at(6) })] }));
    expect(screen.getByText('SSC & Verkoop › Algemeen is gelezen')).toBeTruthy();
    expect(screen.queryByText('Alles is gelezen')).toBeNull();
  });

  it('shows what was read before only when one asks', async () => {
    await opened();
    expect(asked()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Toon wat je eerder las' }));
    await act(() => Promise.resolve());
    await act(() => network.answer('/api/home/posts?unread=false', page([post(1)], { next: 'x' })));
    expect(within(screen.getByRole('region', { name: 'Eerder gelezen' })).getAllByRole('article')).toHaveLength(1);
    expect(asked()).toEqual([]);
    expect(screen.getByRole('button', { name: 'Oudere berichten' })).toBeTruthy();
  });

  it('tells that only the other side has something new, and leads there', async () => {
    await opened(2);
    fireEvent.click(screen.getByRole('radio', { name: 'Van de business' }));
    await act(() => Promise.resolve());
    await act(() => network.answer('/api/home/posts?unread=true&per_tab=10&limit=100&side=business', page([])));
    expect(screen.getByText('Niets nieuws van de business')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Toon alles' }));
    expect(shown()).toEqual([2]);
  });

  it('tells that there is nothing of what one chose by whom it speaks for, and leads back to all', async () => {
    await opened(2);
    fireEvent.click(screen.getByRole('button', { name: 'Namens wie geschreven: Werk en persoonlijk' }));
    fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Persoonlijk' }));
    await act(() => Promise.resolve());
    await act(() => network.answer(`${everything}&mark=personal`, page([])));
    expect(screen.getByText('Geen nieuwe persoonlijke berichten')).toBeTruthy();
    expect(screen.getByText('Er is wel iets nieuws dat je nu niet toont.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Toon alles' }));
    expect(shown()).toEqual([2]);
    expect(screen.getByRole('button', { name: 'Namens wie geschreven: Werk en persoonlijk' })).toBeTruthy();
  });

  it.each([['side', 'side=business'], ['mark', 'mark=personal']])('does not mark as read what it does not show: %s', async (what, asks) => {
    localStorage.setItem(`plein.${String(me.person.id)}.home-${what}`, JSON.stringify(asks.split('=')[1]));
    await draw(<HomePage />);
    await act(() => network.answer(everything, page([post(4), post(3), post(2), post(1)])));
    await act(() => network.answer(`${everything}&${asks}`, page([post(4), post(3), post(2)])));
    expect(shown()).toEqual([4, 3, 2]);
    expect(screen.queryByRole('button', { name: 'Alles gelezen' })).toBeNull();
  });

  it('shows what comes of what one chose only, also of what was read before', async () => {
    localStorage.setItem(`plein.${String(me.person.id)}.home-mark`, JSON.stringify('personal'));
    await draw(<HomePage />);
    await act(() => network.answer(everything, page([])));
    await act(() => network.answer(`${everything}&mark=personal`, page([])));
    await act(() => network.say(event('post.created', 11, { post: post(6) }), event('post.created', 12, { post: post(7, { mark: 'personal' }) })));
    expect(shown()).toEqual([7]);
    fireEvent.click(screen.getByRole('button', { name: 'Toon wat je eerder las' }));
    await act(() => Promise.resolve());
    expect(asked()).toEqual(['/api/home/posts?unread=false&mark=personal']);
  });

  it('leads on when one follows nothing', async () => {
    await draw(<HomePage />);
    const unfollowed = tab(21);
    unfollowed.reading.following = 'unfollowed';
    queries.setQueryData(groupsQuery.queryKey, { items: [group({ tabs: [unfollowed] })], cursors: [] });
    expect(await screen.findByText('Je volgt nog niets.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Naar je groepen' })).toBeTruthy();
  });
});
