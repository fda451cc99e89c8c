import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Toasts } from '../../src/design/Toasts.tsx';
import { toasts } from '../../src/design/toast.ts';
import { commentOutbox } from '../../src/features/comments/outbox.ts';
import { beginningOf } from '../../src/features/comments/plain.ts';
import { OwnHeldCard } from '../../src/features/held/OwnHeldCard.tsx';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import type { PostView } from '../../src/protocol/generated.ts';
import { draw } from '../draw.tsx';
import { at, comment, commentView, post, viewOf } from '../make.ts';
import { close, fatma, fetch, offer, open, searches, sent } from './server.ts';
import '../../src/features/comments/CommentActions.tsx';
import '../../src/features/comments/CommentEditor.tsx';
import '../../src/features/posts/PostActions.tsx';

const link = '[@Fatma Yıldız](person:12)';
const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const opens = () => screen.findByRole('listbox', { name: 'Wie noem je?' });

async function drawCard(more: Partial<PostView> = {}, body = 'Eerste') {
  const drawn = await draw(
    <article aria-labelledby="title">
      <PostCard view={viewOf(post(5, { author: 7, body }), more)} places="none" titleId="title" />
    </article>,
  );
  return { ...drawn, user: userEvent.setup() };
}

beforeEach(() => {
  open();
  offer('fa', [fatma]);
  // An editor that goes with its page has words for its author.
  for (const { key } of toasts.visibleToasts) toasts.close(key);
});
afterEach(() => {
  close();
  commentOutbox.items.set([]);
});

describe('Naming somebody in a comment', () => {
  it('is offered among the readers of the post’s tab, sent as a link, and shown by name while it is on its way', async () => {
    const { user } = await drawCard();
    await user.type(field('Schrijf een reactie'), 'Dag @fa');
    await opens();
    expect(searches()).toEqual(['/api/tabs/21/mention-choices?search=fa']);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(commentOutbox.items.get()).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sent()).toMatchObject([{ body: `Dag ${link}` }]);
    expect(screen.getByText('Dag @Fatma Yıldız')).toBeTruthy();
    expect(field('Schrijf een reactie').value).toBe('');
  });

  it('stays in the draft, through a reload', async () => {
    const { user, unmount } = await drawCard();
    await user.type(field('Schrijf een reactie'), '@fa');
    await opens();
    await user.keyboard('{Enter}');
    unmount();
    await drawCard();
    expect(field('Schrijf een reactie').value).toBe('@Fatma Yıldız ');
    await user.click(screen.getByRole('button', { name: 'Reageer' }));
    expect(sent()).toMatchObject([{ body: link }]);
  });

  it('stays when the comment is edited', async () => {
    const own = commentView(comment(22, { author: 7, body: `Dag ${link}` }), { mine: { may_edit: true, may_delete: true } });
    const { user } = await drawCard({ thread: { comments: 1, version: 1 }, latest: [own] });
    await user.click(screen.getByRole('button', { name: /Wat kun je doen met deze reactie/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Aanpassen' }));
    await screen.findByRole('textbox', { name: 'Reactie aanpassen' });
    expect(field('Reactie aanpassen').value).toBe('Dag @Fatma Yıldız');
    await user.type(field('Reactie aanpassen'), ' en @fa');
    await opens();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(sent()).toMatchObject([{ body: `Dag ${link} en ${link}` }]);
  });
});

describe('A post that names somebody', () => {
  it('is edited by name, and saves the link', async () => {
    const { user } = await drawCard({ mine: { may_edit: true, may_delete: true, kept: false, confirmed: false, wanted: false } }, `Dag ${link}, kijk.`);
    await user.click(screen.getByRole('button', { name: /Wat kun je doen met dit bericht/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Aanpassen' }));
    const editor = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Bericht aanpassen' });
    expect(editor.value).toBe('Dag @Fatma Yıldız, kijk.');
    expect(editor.selectionStart).toBe(editor.value.length);
    await user.type(editor, ' Graag.');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(sent()).toMatchObject([{ body: `Dag ${link}, kijk. Graag.` }]);
  });

  it('is edited by name while it waits for approval', async () => {
    const held = { post: post(9, { state: 'held', body: link }), kind: 'approval' as const, since: at(9) };
    await draw(<OwnHeldCard held={held} places="none" />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Aanpassen' }));
    expect(field('Bericht aanpassen').value).toBe('@Fatma Yıldız');
    await user.type(field('Bericht aanpassen'), '!');
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(sent()).toMatchObject([{ body: `${link}!` }]);
  });

  it('is copied by name when it was declined and is thrown away', async () => {
    const declined = { by: 3, at: at(12), reason: 'Zeg voor wie.' };
    const held = { post: post(9, { state: 'held', body: `Dag ${link}` }), kind: 'approval' as const, since: at(9), declined };
    await draw(
      <>
        <OwnHeldCard held={held} places="none" />
        <Toasts />
      </>,
    );
    const user = userEvent.setup();
    fetch.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })));
    await user.click(screen.getByRole('button', { name: 'Verwijderen' }));
    await user.click(await screen.findByRole('button', { name: 'Kopieer de tekst' }));
    expect(await navigator.clipboard.readText()).toBe('Dag @Fatma Yıldız');
  });

  it('begins with the name where only its beginning is shown', () => {
    const mention = { type: 'mention' as const, text: '@Fatma Yıldız', person: 12 };
    expect(beginningOf([{ type: 'paragraph', children: [{ type: 'text', text: 'Dag ' }, mention, { type: 'text', text: ', kijk.' }] }])).toBe(
      'Dag @Fatma Yıldız, kijk.',
    );
  });
});
