import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { group, me, page, post } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { openTab } from '../tab-page.tsx';
import { visit } from '../visit.tsx';

const posts = Array.from({ length: 40 }, (_, index) => post(140 - index));
const articles = () => screen.getAllByRole('article');
const article = (id: number) => articles().find((each) => each.dataset.post === String(id)) ?? expect.fail();
const menu = (id: number) => within(article(id)).queryByRole('button', { name: /Wat kun je doen met dit bericht/ });
const drawn = () => articles().filter((each) => within(each).queryAllByRole('button').length > 0).map((each) => Number(each.dataset.post));
let network: Network;

/// The window, of which the test says what is near it.
const looks = new Map<Element, (moments: object[]) => void>();
const look = (id: number, isIntersecting: boolean, height = 0) =>
  act(async () => {
    const target = article(id);
    looks.get(target)?.([{ target, isIntersecting, boundingClientRect: { height } }]);
    await network.pass(50);
  });

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
  looks.clear();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly tell: (moments: object[]) => void;
      constructor(tell: (moments: object[]) => void, options?: { rootMargin?: string }) {
        // The one that looks far around the window.
        this.tell = options?.rootMargin === undefined ? () => undefined : tell;
        this.isFar = options?.rootMargin !== undefined;
      }
      readonly isFar: boolean;
      observe(target: Element) {
        if (this.isFar) looks.set(target, this.tell);
      }
      unobserve(target: Element) {
        if (this.isFar) looks.delete(target);
      }
      readonly disconnect = () => undefined;
    },
  );
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  queries.clear();
});

describe('A feed with more posts than fit around the window', () => {
  it('draws the first ones, and has of the others who wrote what, in their places', async () => {
    await openTab(network, group(), { posts });
    expect(drawn()).toEqual([140, 139, 138, 137, 136, 135, 134, 133, 132, 131]);
    expect(articles().length).toBe(40);
    const far = article(105);
    expect([far.getAttribute('aria-posinset'), far.getAttribute('aria-setsize')]).toEqual(['36', '40']);
    expect(screen.getAllByRole('article', { name: /Priya Ramdin$/ }).length).toBe(40);
    expect(within(far).getByText('Bericht 105')).toBeTruthy();
    await expectAccessible(screen.getByRole('feed'));
  });

  it('draws what comes near, and lets go of what is far again, which stays as high as it was', async () => {
    await openTab(network, group(), { posts });
    await look(105, true);
    expect(menu(105)).toBeTruthy();
    await look(105, false, 420);
    expect(menu(105)).toBeNull();
    expect(article(105).style.height).toBe('420px');
    await look(105, true);
    expect(menu(105)).toBeTruthy();
    expect(article(105).style.height).toBe('');
  });

  it('has no height of before in a window of another width, and has it again in the old one', async () => {
    await openTab(network, group(), { posts });
    await look(105, true);
    await look(105, false, 420);
    const { innerWidth: before } = window;
    const turn = (width: number) => {
      vi.stubGlobal('innerWidth', width);
      act(() => void window.dispatchEvent(new Event('resize')));
    };
    turn(before / 2);
    expect(article(105).style.height).toBe('');
    turn(before);
    expect(article(105).style.height).toBe('420px');
  });

  it('keeps no height of what was never drawn', async () => {
    await openTab(network, group(), { posts });
    await look(105, false, 192);
    expect(article(105).style.height).toBe('');
  });

  it('leaves what somebody pressed or wrote in as it is', async () => {
    await openTab(network, group(), { posts });
    const field = within(article(139)).getByRole('textbox', { name: 'Schrijf een reactie' });
    fireEvent.focusIn(field);
    fireEvent.click(within(article(138)).getByText('Bericht 138'));
    article(137).focus();
    for (const id of [139, 138, 137]) await look(id, false, 300);
    expect([139, 138, 137].map((id) => menu(id) !== null)).toEqual([true, true, false]);
    expect(document.activeElement).toBe(article(137));
  });

  it('is walked through with j, also where it is not drawn', async () => {
    await openTab(network, group(), { posts });
    const user = userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
    article(132).focus();
    await user.keyboard('jjj');
    expect(document.activeElement).toBe(article(129));
  });

  it('has room for each as it was, for who comes back', async () => {
    const { router } = await openTab(network, group(), { posts });
    await look(105, true);
    await look(105, false, 420);
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ height: 260, bottom: 0 } as DOMRect);
    await act(() => router.navigate({ to: '/p/$post', params: { post: '105' } }));
    await act(() => network.pass(50));
    await act(() => router.navigate({ to: '/g/$group/$tab', params: { group: '2', tab: '21' } }));
    await act(() => network.pass(50));
    expect(article(105).style.height).toBe('420px');
    expect(article(135).style.containIntrinsicHeight).toBe('auto 260px');
    expect(article(104).style.height).toBe('');
  });

  it('knows nothing of another person’s', async () => {
    await openTab(network, group(), { posts });
    await look(105, true);
    await look(105, false, 420);
    cleanup();
    act(sessionEnded);
    queries.setQueryData(meQuery.queryKey, me);
    await visit('/g/2/21');
    await act(() => network.pass(50));
    await act(() => network.answer('/api/tabs/21/posts', page(posts)));
    expect(article(105).style.height).toBe('');
  });
});
