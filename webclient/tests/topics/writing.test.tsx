import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { outbox } from '../../src/features/posts/outbox.ts';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import { draw, expectAccessible } from '../draw.tsx';
import { group, post, tab, viewOf } from '../make.ts';
import { close, fatma, offer, offerTopics, open, searches, sent } from '../mentions/server.ts';

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Je bericht' });
const list = () => screen.queryByRole('listbox');
const opens = () => screen.findByRole('listbox', { name: 'Welk onderwerp?' });
const listed = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const closes = () => vi.waitFor(() => expect(list()).toBeNull());

async function type(words: string) {
  await draw(<Composer group={group({ tabs: [tab(21)] })} tabs={[tab(21)]} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  await user.type(field(), words);
  return user;
}

beforeEach(() => {
  open();
  outbox.set([]);
  offerTopics('kan', { topic: 'Kantine', posts: 12 }, { topic: 'kantineplan', posts: 1 });
});
afterEach(close);

describe('A topic in a post', () => {
  it('is offered behind a "#" as it was written last, with how many posts have it', async () => {
    const user = await type('Over #kan');
    await opens();
    expect(listed()).toEqual(['Kantine 12 berichten', 'kantineplan 1 bericht']);
    expect(screen.getByText('2 onderwerpen. Kies met de pijltjes en Enter, of typ verder.')).toBeTruthy();
    expect(field().getAttribute('aria-controls')).toBe(list()?.id);
    expect(screen.queryByRole('option', { selected: true })).toBeNull();
    expect(field().getAttribute('aria-activedescendant')).toBeNull();
    await user.keyboard('{ArrowDown}');
    expect(field().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
    await expectAccessible(document.body);
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(field().value).toBe('Over #Kantine ');
    await closes();
    await user.keyboard('dus{Control>}{Enter}{/Control}');
    expect(sent()).toMatchObject([{ body: 'Over #Kantine dus' }]);
  });

  it.each([
    ['the first one with Tab', '{Tab}', '#Kantine '],
    ['the last one with the arrow up', '{ArrowUp}{Enter}', '#kantineplan '],
    ['none with Enter alone: what was typed is a topic itself', '{Enter}x', '#kan\nx'],
  ])('takes %s', async (_which, keys, shown) => {
    const user = await type('#kan');
    await opens();
    await user.keyboard(keys);
    expect(field().value).toBe(shown);
    await closes();
  });

  it('is sent as it was typed with Ctrl and Enter, also where others are offered', async () => {
    const user = await type('#kan');
    await opens();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sent()).toMatchObject([{ body: '#kan' }]);
  });

  it('is chosen with a tap', async () => {
    const user = await type('#kan');
    await opens();
    await user.click(screen.getByRole('option', { name: /kantineplan/ }));
    expect(field().value).toBe('#kantineplan ');
    expect(document.activeElement).toBe(field());
  });

  it('may be one that nobody has written: one types on', async () => {
    const user = await type('#kan');
    await opens();
    await user.keyboard('toor ');
    await closes();
    await user.keyboard('open{Enter}x');
    expect(field().value).toBe('#kantoor open\nx');
  });

  it('is nothing to choose once it was typed as a whole: Enter begins a line', async () => {
    offerTopics('kantine', { topic: 'Kantine', posts: 12 }, { topic: 'kantineplan', posts: 1 });
    const user = await type('#kan');
    await opens();
    await user.keyboard('tine');
    await closes();
    await user.keyboard('{Enter}');
    expect(field().value).toBe('#kantine\n');
    await user.keyboard('{Backspace}p');
    await opens();
    expect(listed()).toEqual(['kantineplan 1 bericht']);
  });

  it('is left out with Escape, and asked for once a pause', async () => {
    const user = await type('#kan');
    await opens();
    await user.keyboard('{Escape}');
    await closes();
    expect(searches()).toEqual(['/api/tabs/21/topic-choices?search=kan']);
    expect(field().value).toBe('#kan');
  });

  it('is offered from the tab’s own when there is only a "#", and not for a heading', async () => {
    offerTopics('', { topic: 'vrijmibo', posts: 4 });
    const user = await type('#');
    await opens();
    expect(searches()).toEqual(['/api/tabs/21/topic-choices']);
    await user.keyboard(' Kop{Enter}');
    expect(list()).toBeNull();
    expect(field().value).toBe('# Kop\n');
  });

  it('stands beside people who are named', async () => {
    offer('fa', [fatma]);
    const user = await type('#kan');
    await opens();
    await user.keyboard('{Tab}@fa');
    expect(await screen.findByRole('listbox', { name: 'Wie noem je?' })).toBeTruthy();
    await user.keyboard('{Enter}{Control>}{Enter}{/Control}');
    expect(sent()).toMatchObject([{ body: '#Kantine [@Fatma Yıldız](person:12)' }]);
  });
});

describe('A topic in a comment', () => {
  it('is offered in the tab of its post', async () => {
    await draw(
      <article aria-labelledby="title">
        <PostCard view={viewOf(post(5, { tab: 22 }))} places="none" titleId="title" />
      </article>,
    );
    const user = userEvent.setup();
    await user.type(screen.getByRole('textbox', { name: 'Schrijf een reactie' }), 'Zie #kan');
    await opens();
    expect(searches()).toEqual(['/api/tabs/22/topic-choices?search=kan']);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Schrijf een reactie' }).value).toBe('Zie #Kantine ');
  });
});
