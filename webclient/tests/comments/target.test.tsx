import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setSingleKeys } from '../../src/features/accounts/preferences.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { beginningOf } from '../../src/features/comments/plain.ts';
import { readTarget } from '../../src/features/comments/target.ts';
import { queries } from '../../src/state/queries.ts';
import { comment, commentPage, me, post, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';

let network: Network;
const cursors = [{ stream: 'group:2', cursor: 'g:10' }];
const thread = { comments: 3, version: 1 };
const answer = (path: string, body: unknown) => act(() => network.answer(path, body));

async function visitComment(id: number) {
  await visit(`/p/5?comment=${String(id)}`);
  await answer('/api/posts/5', { view: viewOf(post(5), { thread }), quoted: [], people: [], cursors });
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  sessionEnded();
  network.close();
  queries.clear();
});

describe('A link to a comment', () => {
  it('fetches earlier ones until it is there, marks it, and goes on reading there', async () => {
    await visitComment(1);
    await answer('/api/posts/5/comments?limit=100', commentPage([comment(3)], { thread, next: 'x' }));
    await answer('/api/posts/5/comments?limit=100&before=x', commentPage([comment(1), comment(2)], { thread }));
    const [first] = screen.getAllByRole('listitem').filter((item) => item.dataset.comment === '1');
    expect(first?.dataset.marked).toBe('true');
    expect(document.activeElement).toBe(first);
    expect(screen.queryByText(/De reactie uit deze link/)).toBeNull();
  });

  it('to one that is not there shows the post, and says so', async () => {
    await visitComment(9);
    await answer('/api/posts/5/comments?limit=100', commentPage([comment(1), comment(2), comment(3)], { thread }));
    expect(screen.getByText('Bericht 5')).toBeTruthy();
    expect(screen.getByText('De reactie uit deze link is er niet, of je kunt die niet zien.')).toBeTruthy();
    expect(network.waiting.filter((path) => path.includes('comments'))).toEqual([]);
  });

  it.each([['34', 34], [34, 34], ['x', undefined], ['-1', undefined], [undefined, undefined]])('reads %s as %s', (given, id) => {
    expect(readTarget({ comment: given }).comment).toBe(id);
  });
});

describe('On the page of a post', () => {
  const open = async () => {
    await visit('/p/5');
    await answer('/api/posts/5', { view: viewOf(post(5), { thread: { comments: 0, version: 0 } }), quoted: [], people: [], cursors });
    await answer('/api/posts/5/comments?limit=100', commentPage([]));
  };
  const asked = () => network.waiting.filter((path) => path.endsWith('/reaction'));

  it('l likes it, and r goes to where one writes', async () => {
    await open();
    fireEvent.keyDown(document.body, { key: 'l' });
    expect(asked()).toEqual(['/api/posts/5/reaction']);
    expect(screen.getByRole('button', { name: 'Vind ik goed: 1', pressed: true })).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'r' });
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Schrijf een reactie' }));
  });

  it('neither does anything when single keys are off', async () => {
    setSingleKeys(false);
    await open();
    fireEvent.keyDown(document.body, { key: 'l' });
    fireEvent.keyDown(document.body, { key: 'r' });
    expect(asked()).toEqual([]);
    expect(document.activeElement).toBe(document.body);
    setSingleKeys(true);
  });
});

describe('The beginning of a comment, for a quote', () => {
  const text = (words: string) => [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: words }] }];
  it('is the whole of a short one, on one line', () => {
    expect(beginningOf([...text('een'), ...text('twee\ndrie')])).toBe('een twee drie');
  });
  it('ends after a word', () => {
    expect(beginningOf(text('woord '.repeat(40)))).toBe(`${'woord '.repeat(16).trim()}…`);
  });
  it('never ends in the middle of a sign', () => {
    expect(beginningOf(text(`x${'😄'.repeat(80)}`))).toBe(`x${'😄'.repeat(49)}…`);
  });
});
