import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useQuery } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { commentOutbox } from '../../src/features/comments/outbox.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { PostCard } from '../../src/features/posts/PostCard.tsx';
import { feedQuery } from '../../src/features/posts/queries.ts';
import { live } from '../../src/live/live.ts';
import type { LiveEvent, PostView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { comment, commentPage, commentView, event, group, me, page, post, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/comments/CommentActions.tsx';
import '../../src/features/comments/CommentEditor.tsx';
import '../../src/features/reactions/ReactionPicker.tsx';
import '../../src/features/reactions/ReactorsDialog.tsx';

const scope = { kind: 'tab', group: 2, tab: 21 } as const;
const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];
let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const say = (...events: LiveEvent[]) => act(() => network.say(...events));
const answer = (path: string, body: unknown, status = 200) => act(() => network.answer(path, body, status));
const shown = () => screen.queryAllByRole('listitem').map((item) => item.dataset.comment);
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Schrijf een reactie' });

function Card() {
  const { data } = useQuery({ ...feedQuery(scope), enabled: false });
  const view = data?.pages[0]?.items[0];
  return view ? (
    <article aria-labelledby="title" data-post={view.post.id}>
      <PostCard view={view} places="none" titleId="title" />
    </article>
  ) : null;
}

async function drawCard(more: Partial<PostView> = {}) {
  const drawn = await draw(<Card />);
  const view = viewOf(post(5), more);
  await act(async () => {
    queries.setQueryData(feedQuery(scope).queryKey, { pages: [page([], { items: [view], cursors })] });
    live.follow(cursors);
    await network.pass(50);
  });
  return drawn;
}

const latest = (...ids: number[]) => ids.map((id) => commentView(comment(id)));
const sixteen = { thread: { comments: 16, version: 4 }, latest: latest(21, 22) };

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  commentOutbox.items.set([]);
  act(sessionEnded);
  network.close();
  queries.clear();
});

describe('Below a post in a feed', () => {
  it('stand the last comments, and the earlier ones on demand', async () => {
    const { container } = await drawCard(sixteen);
    expect(shown()).toEqual(['21', '22']);
    await expectAccessible(container);
    await user().click(screen.getByRole('button', { name: 'Toon 14 eerdere reacties' }));
    await answer('/api/posts/5/comments?limit=20', commentPage([comment(20), comment(21), comment(22)], { next: 'x', thread: { comments: 16, version: 4 } }));
    expect(shown()).toEqual(['20', '21', '22']);
    await user().click(screen.getByRole('button', { name: 'Toon 13 eerdere reacties' }));
    await answer('/api/posts/5/comments?limit=20&before=x', commentPage([comment(8), comment(9)], { thread: { comments: 16, version: 4 } }));
    expect(shown()).toEqual(['8', '9', '20', '21', '22']);
    expect(screen.queryByRole('button', { name: /eerdere/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getAllByRole('listitem')[0]);
  });

  it('says when earlier ones do not come, and tries again', async () => {
    await drawCard(sixteen);
    await user().click(screen.getByRole('button', { name: /eerdere/ }));
    await answer('/api/posts/5/comments?limit=20', { status: 404, code: 'not_found', request_id: 'R' }, 404);
    expect(screen.getByRole('alert').textContent).toContain('Het lukte niet');
    await user().click(screen.getByRole('button', { name: 'Opnieuw proberen' }));
    await answer('/api/posts/5/comments?limit=20', commentPage([comment(20), comment(21), comment(22)]));
    expect(shown()).toEqual(['20', '21', '22']);
  });

  it('a comment of somebody else comes in without taking the focus', async () => {
    await drawCard(sixteen);
    field().focus();
    await say(event('comment.created', 11, { comment: comment(23), thread: { comments: 17, version: 5 } }));
    expect(shown()).toEqual(['21', '22', '23']);
    expect(screen.getByRole('button', { name: 'Toon 14 eerdere reacties' })).toBeTruthy();
    expect(document.activeElement).toBe(field());
  });

  it('is filled up after a deletion, with one question', async () => {
    await drawCard(sixteen);
    await say(event('comment.deleted', 11, { comment: 22, post: 5, tab: 21, group: 2, version: 2, thread: { comments: 15, version: 5 } }));
    expect(shown()).toEqual(['21']);
    await act(() => network.pass(2_500));
    const read = viewOf(post(5), { thread: { comments: 15, version: 5 }, latest: latest(20, 21) });
    await answer('/api/posts/5', { view: read, quoted: [], people: [], cursors });
    expect(shown()).toEqual(['20', '21']);
    expect(network.waiting).toEqual([]);
  });
});

describe('Writing a comment', () => {
  it('shows it at once, and settles it by its event', async () => {
    await drawCard();
    await user().type(field(), 'Komt goed');
    await user().keyboard('{Control>}{Enter}{/Control}');
    expect(field().value).toBe('');
    expect(screen.getByText('Wordt geplaatst…')).toBeTruthy();
    expect(network.waiting).toEqual(['/api/posts/5/comments']);
    const own = comment(30, { author: 7, body: 'Komt goed', published_at: '2099-01-01T00:00:00.000Z' });
    await say(event('comment.created', 11, { comment: own, thread: { comments: 1, version: 1 } }));
    await answer('/api/posts/5/comments', own);
    expect(shown()).toEqual(['30']);
    expect(screen.queryByText('Wordt geplaatst…')).toBeNull();
    expect(screen.getByText('Je reactie is geplaatst')).toBeTruthy();
  });

  it('goes to a new line with Enter, and sends nothing that is empty or too long', async () => {
    await drawCard();
    await user().type(field(), 'een{Enter}twee');
    expect(field().value).toBe('een\ntwee');
    await user().clear(field());
    await user().keyboard('{Control>}{Enter}{/Control}');
    await user().click(field());
    await user().paste('é'.repeat(4_001));
    expect(screen.getByText('2 tekens te lang')).toBeTruthy();
    await user().click(screen.getByRole('button', { name: 'Reageer' }));
    expect(network.waiting).toEqual([]);
  });

  it('keeps what failed, and throws it away on demand', async () => {
    await drawCard();
    await user().type(field(), 'Hallo');
    await user().click(screen.getByRole('button', { name: 'Reageer' }));
    await answer('/api/posts/5/comments', { status: 403, code: 'forbidden', request_id: 'R-7' }, 403);
    expect(screen.getByText('Referentie: R-7')).toBeTruthy();
    await user().click(screen.getByRole('button', { name: 'Weggooien' }));
    expect(screen.queryByText('Hallo')).toBeNull();
  });

  it('keeps the draft of each post, and whom it quotes, through a reload', async () => {
    const { unmount } = await drawCard(sixteen);
    await user().click(screen.getAllByRole('button', { name: 'Citeren: reactie van Priya Ramdin' })[1] ?? expect.fail());
    expect(document.activeElement).toBe(field());
    await user().type(field(), 'Later meer');
    unmount();
    await drawCard(sixteen);
    expect(field().value).toBe('Later meer');
    expect(screen.getAllByText('Citaat van Priya Ramdin')).toHaveLength(1);
    await user().click(screen.getByRole('button', { name: 'Citaat weghalen' }));
    expect(screen.queryByText('Citaat van Priya Ramdin')).toBeNull();
  });

  it('sends which comment it quotes', async () => {
    await drawCard(sixteen);
    await user().click(screen.getAllByRole('button', { name: /^Citeren/ })[0] ?? expect.fail());
    await user().type(field(), 'Eens');
    await user().click(screen.getByRole('button', { name: 'Reageer' }));
    expect(commentOutbox.items.get()[0]?.request).toMatchObject({ post: 5, body: 'Eens', quote: 21 });
  });
});

describe('A comment', () => {
  it('that replies to one in view goes there and marks it', async () => {
    const replying = commentView(comment(22, { quote: { comment: 21, author: 3 } }));
    await drawCard({ thread: { comments: 2, version: 4 }, latest: [...latest(21), replying] });
    const link = screen.getByRole('link', { name: /Citaat van Priya Ramdin/ });
    expect(link.textContent).toContain('Reactie 21');
    await user().click(link);
    const [first] = screen.getAllByRole('listitem');
    expect(document.activeElement).toBe(first);
    expect(first?.dataset.marked).toBe('true');
    await act(() => network.pass(5_000));
    expect(first?.dataset.marked).toBeUndefined();
  });

  it('that replies to one out of view has its author, and leads to its address', async () => {
    await drawCard({ thread: { comments: 9, version: 4 }, latest: [commentView(comment(22, { quote: { comment: 2, author: 3 } }))] });
    const link = screen.getByRole('link', { name: 'Citaat van Priya Ramdin' });
    expect(link.getAttribute('href')).toBe('/p/5?comment=2');
  });

  const own = commentView(comment(22, { author: 7 }), { mine: { may_edit: true, may_delete: true } });
  const menu = async (item: string) => {
    await user().click(screen.getByRole('button', { name: /Wat kun je doen met deze reactie/ }));
    await user().click(await screen.findByRole('menuitem', { name: item }));
  };

  it('of mine is edited in its place; when it changed meanwhile my text stays', async () => {
    await drawCard({ thread: { comments: 1, version: 4 }, latest: [own] });
    await menu('Aanpassen');
    const editor = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reactie aanpassen' });
    await user().clear(editor);
    await user().type(editor, 'Beter');
    await user().click(screen.getByRole('button', { name: 'Opslaan' }));
    await answer('/api/comments/22', { status: 409, code: 'stale_version', request_id: 'R' }, 409);
    const changed = commentView(comment(22, { author: 7, version: 2, body: 'Van elders' }), { mine: own.mine });
    await answer('/api/posts/5', { view: viewOf(post(5), { thread: { comments: 1, version: 4 }, latest: [changed] }), quoted: [], people: [], cursors });
    expect(screen.getByText(/Deze reactie is intussen aangepast/)).toBeTruthy();
    expect(editor.value).toBe('Beter');
    await user().click(screen.getByRole('button', { name: 'Toch opslaan' }));
    await answer('/api/comments/22', comment(22, { author: 7, version: 3, body: 'Beter', edited_at: '2026-11-23T10:00:00.000Z' }));
    expect(screen.queryByRole('textbox', { name: 'Reactie aanpassen' })).toBeNull();
    expect(screen.getByText('aangepast')).toBeTruthy();
  });

  it('of mine is deleted at once, and stands there again when the server refuses', async () => {
    await drawCard({ thread: { comments: 1, version: 4 }, latest: [own] });
    await menu('Verwijderen');
    expect(shown()).toEqual([]);
    await answer('/api/comments/22', { status: 403, code: 'forbidden', request_id: 'R' }, 403);
    expect(shown()).toEqual(['22']);
  });
});

describe('Below a post of an archived group', () => {
  it('one reads, and neither writes nor reacts', async () => {
    await drawCard({ ...sixteen, reactions: { counts: [{ kind: 'like', count: 3 }], version: 2 } });
    await act(async () => {
      queries.setQueryData(groupsQuery.queryKey, { items: [group({ archived: true })], cursors: [] });
      await network.pass(50);
    });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /Citeren|Emoji toevoegen|Vind ik goed/ })).toBeNull();
    expect(screen.getByRole('img', { name: 'Vind ik goed: 3' })).toBeTruthy();
  });
});

describe('Reactions to a post', () => {
  const liked = { reactions: { counts: [{ kind: 'like' as const, count: 3 }], version: 2 } };
  const row = () => within(screen.getByRole('group', { name: 'Emoji bij het bericht van Priya Ramdin' }));
  const press = async (name: string) => user().click(row().getByRole('button', { name }));

  it('count an own one at once, and once when the server has counted', async () => {
    await drawCard(liked);
    await press('Vind ik goed: 3');
    expect(row().getByRole('button', { name: 'Vind ik goed: 4' }).getAttribute('aria-pressed')).toBe('true');
    await answer('/api/posts/5/reaction', undefined);
    await say(event('reaction.set', 2, { post: 5, kind: 'like' }, 'user:7'));
    await say(event('reactions.counted', 11, { post: 5, tab: 21, group: 2, reactions: { counts: [{ kind: 'like', count: 4 }], version: 3 } }));
    expect(row().getByRole('button', { name: 'Vind ik goed: 4' })).toBeTruthy();
    await act(() => network.pass(10_000));
    expect(row().getByRole('button', { name: 'Vind ik goed: 4' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('are chosen by name, with the keyboard', async () => {
    const { container } = await drawCard(liked);
    const keys = user();
    row().getByRole('button', { name: 'Emoji toevoegen' }).focus();
    await keys.keyboard('{Enter}');
    await screen.findByRole('menu');
    await expectAccessible(container);
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      '👍Vind ik goed', '🙏Bedankt', '👏Knap gedaan', '❤️Ik leef mee', '💡Hier heb ik wat aan', '😄Grappig',
    ]);
    // Where the focus begins in a menu is seen in a browser.
    screen.getByRole('menuitem', { name: /Vind ik goed/ }).focus();
    await keys.keyboard('{ArrowDown}{Enter}');
    expect(row().getByRole('button', { name: 'Bedankt: 1' })).toBeTruthy();
  });

  it('tell who chose what, and how many more there are', async () => {
    await drawCard(liked);
    await press('3 mensen kozen een emoji');
    await screen.findByRole('dialog');
    await answer('/api/posts/5/reactions', { items: [{ person: 3, kind: 'care' }], total: 313, people: [] });
    const dialog = within(screen.getByRole('dialog', { name: 'Wie koos een emoji?' }));
    expect(dialog.getByRole('img', { name: 'Ik leef mee' })).toBeTruthy();
    expect(dialog.getByText('en 312 anderen')).toBeTruthy();
  });
});
