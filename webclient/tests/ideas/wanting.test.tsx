import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { api } from '../../src/protocol/client.ts';
import type { IdeaVoteList } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { group, idea, me, person } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { button, gone, ideaPage, ideaView, inCard, refused, said } from './card-page.ts';

let network: Network;
const page = ideaPage(() => network);
const path = '/api/posts/5/idea/vote';
const list = '/api/posts/5/idea/votes';
const want = () => screen.getByRole('button', { name: /^Dit wil ik ook/ });
/// What it says, and whether it is pressed.
const state = () => [want().textContent, want().getAttribute('aria-pressed')];
const sent = () => network.waiting.filter((each) => each === path).length;

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  toasts.clear();
  queries.clear();
});

describe('Wanting an idea too', () => {
  it('shows at once, is sent once, and the focus stays', async () => {
    await page.open(ideaView(idea(1, { votes: 4 })));
    expect(state()).toEqual(['Dit wil ik ook4 mensen', 'false']);
    act(() => want().focus());
    await page.user.keyboard('{Enter}');
    expect(state()).toEqual(['Dit wil ik ook5 mensen', 'true']);
    expect(document.activeElement).toBe(want());
    expect(sent()).toBe(1);
    await page.answer(path, idea(3, { votes: 6 }));
    expect(state()).toEqual(['Dit wil ik ook6 mensen', 'true']);
    expect(said()).toEqual([]);
    await expectAccessible(screen.getByRole('main'));
  });

  it('says of the first that there is nobody yet, and counts one', async () => {
    await page.open(ideaView(idea(1)));
    expect(inCard().getByText('Nog niemand wil dit ook')).toBeTruthy();
    expect([state(), button('Wie wil dit ook?')]).toEqual([['Dit wil ik ook', 'false'], null]);
    await page.press(/^Dit wil ik ook/);
    expect(state()).toEqual(['Dit wil ik ook1 mens', 'true']);
  });

  it('is taken back with another press', async () => {
    const withdrawn = vi.spyOn(api, 'withdrawIdeaVote');
    await page.open(ideaView(idea(2, { votes: 5 }), {}, true));
    await page.press(/^Dit wil ik ook/);
    expect(state()).toEqual(['Dit wil ik ook4 mensen', 'false']);
    await page.answer(path, idea(3, { votes: 4 }));
    expect(withdrawn).toHaveBeenCalledExactlyOnceWith({ post: 5 });
    expect(state()).toEqual(['Dit wil ik ook4 mensen', 'false']);
  });

  it('sends one request at a time, and last what was pressed last', async () => {
    await page.open(ideaView(idea(1, { votes: 4 })));
    await page.press(/^Dit wil ik ook/);
    await page.press(/^Dit wil ik ook/);
    expect([state(), sent()]).toEqual([['Dit wil ik ook4 mensen', 'false'], 1]);
    await page.answer(path, idea(2, { votes: 5 }));
    expect([state(), sent()]).toEqual([['Dit wil ik ook4 mensen', 'false'], 1]);
    await page.answer(path, idea(3, { votes: 4 }));
    expect([state(), sent()]).toEqual([['Dit wil ik ook4 mensen', 'false'], 0]);
  });

  it.each([
    [false, 'Je stem kwam niet aan. Dit is er niet, of je kunt het niet zien.'],
    [true, 'Je stem terugnemen lukte niet. Dit is er niet, of je kunt het niet zien.'],
  ])('stands as it was when the server refuses, and says why: wanted before %s', async (before, words) => {
    await page.open(ideaView(idea(1, { votes: 4 }), {}, before));
    await page.press(/^Dit wil ik ook/);
    await page.answer(path, refused('not_found'), 404);
    expect(said()).toEqual([words]);
    expect(state()).toEqual(['Dit wil ik ook4 mensen', String(before)]);
    await act(() => network.pass(2_500));
    expect(network.waiting).not.toContain('/api/posts/5');
  });

  it('that was decided on meanwhile says so, and shows how', async () => {
    await page.open(ideaView(idea(1, { votes: 4 })));
    await page.press(/^Dit wil ik ook/);
    await page.answer(path, refused('conflict', 'idea'), 409);
    expect(said()).toEqual(['Je stem kwam niet aan. Er is intussen over dit idee beslist.']);
    await act(() => network.pass(2_500));
    await page.read(ideaView(gone(2, ['done'], { votes: 4 })));
    expect(want().getAttribute('aria-disabled')).toBe('true');
  });

  it('counts on as others vote, and is pressed once it is on another device', async () => {
    await page.open(ideaView(idea(1)));
    await page.changed(idea(4, { votes: 3 }), 11);
    await page.changed(idea(3, { votes: 2 }), 12);
    expect(state()).toEqual(['Dit wil ik ook3 mensen', 'false']);
    await page.wantedElsewhere(true, 2);
    expect(state()).toEqual(['Dit wil ik ook3 mensen', 'true']);
    await page.wantedElsewhere(false, 3);
    expect(state()).toEqual(['Dit wil ik ook3 mensen', 'false']);
  });

  it.each([
    ['done', 'Dit is gedaan. Stemmen kan niet meer.'],
    ['declined', 'Dit doen we niet. Stemmen kan niet meer.'],
  ] as const)('is over when it has ended, and the button says why: %s', async (status, why) => {
    await page.open(ideaView(gone(2, [status], { votes: 4 }), {}, true));
    expect(want().getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(want().getAttribute('aria-describedby') ?? '')?.textContent).toBe(why);
    await page.press(/^Dit wil ik ook/);
    expect([state(), sent()]).toEqual([['Dit wil ik ook4 mensen', 'true'], 0]);
    await expectAccessible(screen.getByRole('main'));
  });

  it('is over in an archived group: it says how many wanted it', async () => {
    await page.open(ideaView(idea(1, { votes: 4 })), group({ archived: true }));
    expect(button(/^Dit wil ik ook/)).toBeNull();
    expect(inCard().getByText('4 mensen willen dit ook')).toBeTruthy();
    expect(button('Wie wil dit ook?')).toBeTruthy();
  });
});

describe('Who wants an idea too', () => {
  const some: IdeaVoteList = { items: [31, 8], total: 12, people: [person(8, 'Daan Smit'), person(31, 'Youssef Amrani')] };
  const dialog = () => within(screen.getByRole('dialog', { name: 'Wie wil dit ook?' }));

  async function open(votes: IdeaVoteList) {
    await page.open(ideaView(idea(1, { votes: 12 })));
    await page.press('Wie wil dit ook?');
    await screen.findByRole('dialog', { name: 'Wie wil dit ook?' });
    await page.answer(list, votes);
  }

  it('is told by name, the last one first, and how many more there are', async () => {
    await open(some);
    expect(dialog().getAllByRole('listitem').map((item) => item.querySelector('a')?.textContent)).toEqual(['Youssef Amrani', 'Daan Smit']);
    expect(dialog().getByText('en 10 anderen')).toBeTruthy();
    await expectAccessible(screen.getByRole('dialog'));
  });

  it('may be nobody any more', async () => {
    await open({ items: [], total: 0, people: [] });
    expect(dialog().getByText('Niemand, of niet meer.')).toBeTruthy();
  });
});
