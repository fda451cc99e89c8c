import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { learnPeople } from '../../src/features/people/people.ts';
import type { Me, PostView, Question } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { comment, commentPage, commentView, department, event, me, page, person, post, question, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/posts/PostActions.tsx';
import '../../src/features/questions/Apart.tsx';
import '../../src/features/questions/MergeDialog.tsx';
import '../../src/features/questions/MergedLine.tsx';

const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];
const inHr: Partial<Me> = { person: { ...me.person, department: 1 } };
let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const answer = (path: string, body: unknown, status = 200) => act(() => network.answer(path, body, status));
const refuse = (path: string, more: object) => answer(path, { status: 409, code: 'conflict', request_id: 'R-5', ...more }, 409);
const changed = (to: Question, seq = 11) =>
  act(() => network.say(event('question.changed', seq, { post: 5, tab: 21, group: 2, question: to })));
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const undo = () => act(() => toasts.visibleToasts[0]?.content.action?.run());
const press = (name: string, within_: HTMLElement = screen.getByRole('main')) => user().click(within(within_).getByRole('button', { name }));
const card = () => within(screen.getByRole('article'));

const asks = (id: number, about: Question, author = 3, more: Partial<PostView> = {}) =>
  viewOf(post(id, { kind: 'question', author }), { question: about, ...more });
const answerOf9 = commentView(comment(13, { post: 9, author: 8 }));

/// The page of question 5. Question 9 is by Fatma.
async function open(view: PostView, as: Partial<Me> = inHr) {
  const knowing = () => {
    queries.setQueryData(departmentsQuery.queryKey, { items: [department(1, { name: 'HR' })], cursors: [] });
    queries.setQueryData(servicesQuery.queryKey, { items: [], cursors: [] });
    learnPeople([person(8, 'Daan'), person(30, 'Fatma')]);
  };
  await visit('/p/5', { knowing, as });
  await answer('/api/posts/5', { view, quoted: [], people: [], cursors });
  await answer('/api/posts/5/comments?limit=100', commentPage([]));
  await act(() => network.pass(50));
}
const knowOther = () => answer('/api/posts/9', { view: asks(9, question(4, { merged: 1 }), 30), quoted: [], people: [], cursors });

async function openDialog(...found: PostView[]) {
  await user().click(screen.getByRole('button', { name: /Wat kun je doen met dit bericht/ }));
  await user().click(await screen.findByRole('menuitem', { name: 'Voeg samen met…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Samenvoegen met een gelijke vraag' });
  await answer('/api/posts/5/question/equals', page([], { items: found }));
  return dialog;
}

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

describe('Merging a question with one that asks the same', () => {
  const other = asks(9, question(4, { state: 'answered', answer: 13, merged: 2 }), 30);

  it('chooses among what the server finds, says what becomes of it, and has a way back', async () => {
    await open(asks(5, question(2)));
    const dialog = await openDialog(asks(8, question(3), 8), other);
    expect(within(dialog).getAllByRole('radio').map((each) => (each as HTMLInputElement).checked)).toEqual([false, false]);
    await user().click(within(dialog).getByRole('radio', { name: 'Bericht 9', description: /^Fatma · .* · Beantwoord · Ook gevraagd door 2 collega’s$/ }));
    expect(within(dialog).getByText(/Wie deze vraag stelde, hoort het antwoord van de andere vraag\./)).toBeTruthy();
    expect(within(dialog).getByText('Die vraag is al beantwoord. Dat antwoord geldt dan ook hier.')).toBeTruthy();
    await expectAccessible(dialog);
    await press('Voeg samen', dialog);
    await answer('/api/posts/5/question/merging', question(3, { state: 'answered', answer: 13, merged_into: 9 }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(said()).toEqual(['De vragen zijn samengevoegd']);
    await knowOther();
    expect(card().getByRole('link', { name: 'Samengevoegd met de vraag van Fatma' }).getAttribute('href')).toBe('/p/9');
    undo();
    await answer('/api/posts/5/question/merging', question(4));
    expect(card().queryByRole('link', { name: /^Samengevoegd/ })).toBeNull();
    expect(said()).toContain('De vraag staat weer op zichzelf');
  });

  it('looks for other words, and what is not found any more is not chosen', async () => {
    await open(asks(5, question(2)));
    const dialog = await openDialog(other);
    await user().click(within(dialog).getByRole('radio', { name: 'Bericht 9' }));
    await user().type(within(dialog).getByRole('searchbox', { name: 'Zoek op woorden uit de vraag' }), ' toeslag {Enter}');
    await act(() => network.pass(300));
    expect(network.waiting).toEqual(['/api/posts/5/question/equals?search=toeslag']);
    await answer('/api/posts/5/question/equals?search=toeslag', page([], { items: [asks(8, question(3), 8)] }));
    expect(within(dialog).getByRole<HTMLInputElement>('radio', { name: 'Bericht 8' }).checked).toBe(false);
    await press('Voeg samen', dialog);
    expect(within(dialog).getByText('Kies een vraag.')).toBeTruthy();
    expect(network.waiting).toEqual([]);
  });

  it('says so when there is none, or when they could not be read', async () => {
    await open(asks(5, question(2)));
    const dialog = await openDialog();
    expect(within(dialog).getByText(/^Er is geen vraag aan dezelfde afdeling die hierop lijkt/)).toBeTruthy();
    await user().type(within(dialog).getByRole('searchbox'), 'xyz');
    await act(() => network.pass(300));
    await answer('/api/posts/5/question/equals?search=xyz', { status: 404, code: 'not_found', request_id: 'R-9' }, 404);
    expect(within(dialog).getByText(/R-9/)).toBeTruthy();
  });

  it.each([
    ['audience', 'Niet iedereen die deze vraag leest, kan de andere lezen. Kies een andere vraag.'],
    ['into', 'Met die vraag kan het niet meer: er is iets aan veranderd, of er horen al te veel vragen bij. Kies een andere.'],
  ])('is refused about %s in the dialog, where another one is chosen', async (about, words) => {
    await open(asks(5, question(2)));
    const dialog = await openDialog(asks(8, question(3), 8), other);
    await user().click(within(dialog).getByRole('radio', { name: 'Bericht 9' }));
    await press('Voeg samen', dialog);
    await refuse('/api/posts/5/question/merging', { field: about });
    expect(within(dialog).getByRole('alert').textContent).toBe(words);
    await answer('/api/posts/5/question/equals', page([], { items: [asks(8, question(3), 8)] }));
    await user().click(within(dialog).getByRole('radio', { name: 'Bericht 8' }));
    expect(within(dialog).queryByRole('alert')).toBeNull();
    await press('Voeg samen', dialog);
    expect(network.waiting).toEqual(['/api/posts/5/question/merging']);
  });

  it('says so when something about the question itself has changed, and reads it again', async () => {
    await open(asks(5, question(2)));
    const dialog = await openDialog(other);
    await user().click(within(dialog).getByRole('radio', { name: 'Bericht 9' }));
    await press('Voeg samen', dialog);
    await refuse('/api/posts/5/question/merging', { field: 'merged' });
    expect(said()).toEqual(['Samenvoegen lukte niet. Er is intussen iets veranderd aan de vraag.']);
    await act(() => network.pass(2_500));
    expect(network.waiting).toEqual(['/api/posts/5']);
  });

  it('is too late when somebody else was faster, and says so', async () => {
    await open(asks(5, question(2)));
    const dialog = await openDialog(other);
    await user().click(within(dialog).getByRole('radio', { name: 'Bericht 9' }));
    await changed(question(3, { merged_into: 8 }));
    expect(within(dialog).getByRole('alert').textContent).toBe('Er is intussen iets veranderd aan de vraag.');
    await press('Voeg samen', dialog);
    expect(network.waiting).not.toContain('/api/posts/5/question/merging');
  });

  it('takes along what was merged with it, and offers no way back then', async () => {
    await open(asks(5, question(2, { merged: 1 })));
    const dialog = await openDialog(other);
    expect(within(dialog).getByText('Wat met deze vraag was samengevoegd, gaat mee.')).toBeTruthy();
    await user().click(within(dialog).getByRole('radio', { name: 'Bericht 9' }));
    await press('Voeg samen', dialog);
    await answer('/api/posts/5/question/merging', question(3, { merged_into: 9 }));
    expect(toasts.visibleToasts[0]?.content.action).toBeUndefined();
  });

  it('offers no way back where somebody had picked it up: they would not have it again', async () => {
    await open(asks(5, question(2, { picked_up_by: 3 })));
    const dialog = await openDialog(other);
    await user().click(within(dialog).getByRole('radio', { name: 'Bericht 9' }));
    await press('Voeg samen', dialog);
    await answer('/api/posts/5/question/merging', question(3, { merged_into: 9 }));
    expect(said()).toEqual(['De vragen zijn samengevoegd']);
    expect(toasts.visibleToasts[0]?.content.action).toBeUndefined();
  });

  it('is not offered to a colleague of another department', async () => {
    await open(asks(5, question(2)), {});
    await user().click(screen.getByRole('button', { name: /Wat kun je doen met dit bericht/ }));
    await screen.findByRole('menuitem', { name: 'Link kopiëren' });
    expect(screen.queryByRole('menuitem', { name: 'Voeg samen met…' })).toBeNull();
  });
});

describe('A merged question', () => {
  const merged = question(3, { state: 'answered', answer: 13, merged_into: 9 });

  it('shows the answer of the other one as its own, and nobody picks it up or judges it', async () => {
    await open(asks(5, merged, 7, { answer: answerOf9 }));
    await knowOther();
    const block = within(screen.getByRole('region', { name: 'Antwoord' }));
    expect(block.getByText('Reactie 13')).toBeTruthy();
    expect(block.getByRole('link', { name: 'Naar de reactie' }).getAttribute('href')).toBe('/p/9?comment=13');
    for (const name of ['Ik pak dit op', 'Dit helpt mij', 'Nog niet beantwoord']) expect(screen.queryByRole('button', { name })).toBeNull();
    await expectAccessible(screen.getByRole('main'));
  });

  it('is taken apart by who asked it, who reads when', async () => {
    await open(asks(5, merged, 7, { answer: answerOf9 }), {});
    await knowOther();
    expect(card().getByText('Helpt dat antwoord niet? Maak je vraag weer los.')).toBeTruthy();
    await press('Losmaken');
    await answer('/api/posts/5/question/merging', question(4));
    expect(screen.queryByRole('region', { name: 'Antwoord' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Losmaken' })).toBeNull();
    expect(document.activeElement?.getAttribute('href')).toBe('/p/5');
    expect(said()).toEqual(['De vraag staat weer op zichzelf']);
    // Who asked could not merge it again.
    expect(toasts.visibleToasts[0]?.content.action).toBeUndefined();
  });

  it('is taken apart by who may merge it, who can go back', async () => {
    await open(asks(5, merged, 3, { answer: answerOf9 }));
    await knowOther();
    expect(card().queryByText(/Helpt dat antwoord niet/)).toBeNull();
    await press('Losmaken');
    await answer('/api/posts/5/question/merging', question(4));
    undo();
    await answer('/api/posts/5/question/merging', question(5, { merged_into: 9 }));
    expect(card().getByRole('button', { name: 'Losmaken' })).toBeTruthy();
  });

  it('is no matter of others', async () => {
    await open(asks(5, merged, 3, { answer: answerOf9 }), {});
    expect(screen.queryByRole('button', { name: 'Losmaken' })).toBeNull();
  });

  it('says live that it was merged, and fetches what answers it', async () => {
    await open(asks(5, question(2), 7), {});
    await changed(merged);
    await knowOther();
    expect(card().getByRole('link', { name: 'Samengevoegd met de vraag van Fatma' })).toBeTruthy();
    await act(() => network.pass(2_500));
    await answer('/api/posts/5', { view: asks(5, merged, 7, { answer: answerOf9 }), quoted: [], people: [], cursors });
    expect(screen.getByRole('region', { name: 'Antwoord' })).toBeTruthy();
  });

  it('reads its answer again when that says something else', async () => {
    await open(asks(5, merged, 7, { answer: answerOf9 }));
    await knowOther();
    await act(() => network.say(event('comment.edited', 11, { comment: comment(13, { post: 9, version: 2 }), thread: { comments: 1, version: 2 } })));
    await act(() => network.pass(2_500));
    expect(network.waiting).toEqual(['/api/posts/5']);
  });

  it('still leads to the other one when that is not known', async () => {
    await open(asks(5, merged));
    await answer('/api/posts/9', { status: 404, code: 'not_found', request_id: 'R-1' }, 404);
    expect(card().getByRole('link', { name: 'Samengevoegd met een andere vraag' }).getAttribute('href')).toBe('/p/9');
  });
});

describe('A question that answers others as well', () => {
  it('says how many', async () => {
    await open(asks(5, question(2, { merged: 3 })));
    expect(card().getByText('Ook gevraagd door 3 collega’s')).toBeTruthy();
    await changed(question(3, { merged: 1 }));
    expect(card().getByText('Ook gevraagd door een collega')).toBeTruthy();
    await changed(question(4), 12);
    expect(card().queryByText(/^Ook gevraagd/)).toBeNull();
  });
});
