import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { group, idea, me } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { button, card, finance, gone, ideaPage, ideaView, inCard, logistics, step } from './card-page.ts';

let network: Network;
const page = ideaPage(() => network);
const block = (name: string) => within(screen.getByRole('region', { name }));
/// Each as "status, who, when: what they said".
const earlier = () =>
  within(screen.getByRole('list', { name: /eerdere stap/ }))
    .getAllByRole('listitem')
    .map((item) => [...item.children].map(({ textContent }) => textContent));

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

describe('The card of an idea', () => {
  it('says that it is one, and who decides on it before anybody has heard it', async () => {
    await page.open(ideaView(idea(1, { service: 5 })));
    expect(inCard().getByText('Idee')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Finance · Facturen beslist hierover' })).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
  });

  it.each([
    ['it went to no department', { version: 1, votes: 0, steps: [] }, finance],
    ['its department is archived', idea(1), { ...finance, archived: true }],
  ])('says that the group decides where %s', async (_why, of, department) => {
    await page.open(ideaView(of), group(), [department, logistics]);
    expect(screen.getByRole('region', { name: 'De eigenaren en moderators van de groep beslissen hierover' })).toBeTruthy();
  });

  it('asks the server how it stands, when nothing is known of that yet', async () => {
    await page.open(ideaView(undefined));
    expect(inCard().getByText('Idee')).toBeTruthy();
    await act(() => network.pass(2_500));
    await page.read(ideaView(idea(1)));
    expect(button('Dit wil ik ook')).toBeTruthy();
    await act(() => network.pass(2_500));
    expect(network.waiting).not.toContain('/api/posts/5');
  });

  it.each([
    ['heard', 'Gehoord'],
    ['under_review', 'Wordt bekeken'],
    ['planned', 'Komt eraan'],
  ] as const)('says in a word how far it has come, who said so and what, and who decides on: %s', async (status, word) => {
    await page.open(ideaView(gone(2, [status])));
    const said = block(word);
    expect(said.getByRole('link', { name: 'Fatma Yıldız' })).toBeTruthy();
    expect(said.getByText(`Over ${status}.`)).toBeTruthy();
    expect(said.getByText('Finance beslist hierover')).toBeTruthy();
    expect(screen.getByRole('heading', { name: word }).querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it.each([
    ['done', 'Gedaan'],
    ['declined', 'Doen we niet'],
  ] as const)('says of what has ended no more who decides: %s', async (status, word) => {
    await page.open(ideaView(gone(2, [status])));
    expect(block(word).getByText(`Over ${status}.`)).toBeTruthy();
    expect(inCard().queryByText(/beslist hierover/)).toBeNull();
    await expectAccessible(screen.getByRole('main'));
  });

  it('shows the last step, and on demand those before it, the newest first', async () => {
    await page.open(ideaView(gone(4, ['heard', 'under_review', 'planned'])));
    expect(inCard().queryByText('Over heard.')).toBeNull();
    const toggle = screen.getByRole('button', { name: '2 eerdere stappen' });
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    await page.press('2 eerdere stappen');
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(earlier().map(([status, , note]) => [status, note])).toEqual([
      ['Wordt bekeken', 'Over under_review.'],
      ['Gehoord', 'Over heard.'],
    ]);
    expect(earlier()[0]?.[1]).toMatch(/^Fatma Yıldız.*(uur|nov)/);
    await expectAccessible(screen.getByRole('main'));
    await page.press('2 eerdere stappen');
    expect(screen.queryByRole('list', { name: /eerdere stap/ })).toBeNull();
  });

  it('has nothing to unfold after one step', async () => {
    await page.open(ideaView(gone(2, ['heard'])));
    expect(button(/eerdere stap/)).toBeNull();
  });

  it('shows live that it has come further, and ignores what is older', async () => {
    await page.open(ideaView(gone(2, ['heard'])));
    await page.changed(gone(4, ['heard', 'planned']), 11);
    await page.changed(gone(3, ['heard', 'under_review']), 12);
    expect(block('Komt eraan').getByText('Over planned.')).toBeTruthy();
    expect(button('1 eerdere stap')).toBeTruthy();
  });

  it('shows live that another department decides on it', async () => {
    await page.open(ideaView(idea(1)));
    await page.changed(idea(2, { department: 2 }));
    expect(screen.getByRole('region', { name: 'Logistiek beslist hierover' })).toBeTruthy();
  });

  it('tells of somebody unknown no more than that it was a colleague', async () => {
    await page.open(ideaView(idea(2, { status: 'heard', steps: [step('heard', 1, { by: 99 })] })), group(), [finance, logistics]);
    expect(within(card()).getByText('Een collega')).toBeTruthy();
  });
});
