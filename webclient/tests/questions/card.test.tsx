import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { learnPeople } from '../../src/features/people/people.ts';
import type { Comment, GroupView, Me, Question } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { comment, commentPage, commentView, department, event, group, me, person, post, question, service, viewOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
// What buttons fetch is here already: a busy machine loads it slowly.
import '../../src/features/comments/CommentActions.tsx';
import '../../src/features/posts/PostActions.tsx';
import '../../src/features/questions/ReopenDialog.tsx';
import '../../src/features/questions/RouteDialog.tsx';

const cursors = [
  { stream: 'group:2', cursor: 'g:10' },
  { stream: 'user:7', cursor: 'g:1' },
];
const hr = department(1, { name: 'HR', answer_hours: 8, heads: [30] });
const salaries = service(5, { name: 'Salaris en toeslagen', description: 'Loonstroken' });
let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const answer = (path: string, body: unknown, status = 200) => act(() => network.answer(path, body, status));
const changed = (to: Question, seq = 11) =>
  act(() => network.say(event('question.changed', seq, { post: 5, tab: 21, group: 2, question: to })));
const said = () => toasts.visibleToasts.map(({ content }) => content.message);
const undo = () => act(() => toasts.visibleToasts[0]?.content.action?.run());
const press = (name: string | RegExp) => user().click(screen.getByRole('button', { name }));
const card = () => screen.getByRole('article');
const thread = () => screen.queryAllByRole('listitem').filter((each) => each.dataset.comment !== undefined);

interface Asked {
  by?: number;
  as?: Partial<Me>;
  view?: GroupView;
  comments?: Comment[];
}

/// The page of question 5, with what stands below it.
async function open(about: Question, { by = 3, as, view = group(), comments = [] }: Asked = {}) {
  const knowing = () => {
    queries.setQueryData(departmentsQuery.queryKey, { items: [hr, department(4, { name: 'Facilitair' })], cursors: [] });
    queries.setQueryData(servicesQuery.queryKey, { items: [salaries], cursors: [] });
    learnPeople([person(8, 'Daan'), person(30, 'Fatma')]);
  };
  const drawn = await visit('/p/5', { groups: [view], knowing, ...(as ? { as } : {}) });
  const marked = comments.find(({ id }) => id === about.answer);
  const asking = viewOf(post(5, { kind: 'question', author: by }), {
    question: about,
    ...(marked ? { answer: commentView(marked) } : {}),
  });
  await answer('/api/posts/5', { view: asking, quoted: [], people: [], cursors });
  await answer('/api/posts/5/comments?limit=100', commentPage(comments));
  return drawn;
}

const inHr: Partial<Me> = { person: { ...me.person, department: 1 } };

async function choose(menu: RegExp, item: string) {
  await user().click(screen.getByRole('button', { name: menu }));
  await user().click(await screen.findByRole('menuitem', { name: item }));
}
const ofPost = /Wat kun je doen met dit bericht/;
const ofComment = /Wat kun je doen met deze reactie/;

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

describe('The card of a question', () => {
  it('says that it is one, and to whom it went', async () => {
    await open(question(2, { service: 5 }));
    expect(within(card()).getByText('Vraag')).toBeTruthy();
    expect(within(card()).getByText('aan HR · Salaris en toeslagen')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
  });

  it('says by when it is answered, and that this should have been when it is later', async () => {
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    await open(question(2, { answer_before: ahead }));
    const promise = within(card()).getByText(/^Antwoord vóór .*uur$/);
    expect([promise.getAttribute('datetime'), promise.title]).toEqual([ahead, expect.stringContaining('20')]);
    await changed(question(3, { answer_before: new Date(Date.now() - 3_600_000).toISOString() }));
    expect(within(card()).getByText(/^Had vóór .*uur beantwoord moeten zijn$/)).toBeTruthy();
  });

  it('says live who picks it up, that it is answered, and that it was accepted', async () => {
    await open(question(2));
    await changed(question(3, { picked_up_by: 8 }), 11);
    expect(within(card()).getByText('Daan pakt dit op')).toBeTruthy();
    await changed(question(4, { state: 'answered' }), 12);
    expect(within(card()).getByText('Beantwoord')).toBeTruthy();
    expect(within(card()).queryByText('Daan pakt dit op')).toBeNull();
    await changed(question(5, { state: 'accepted' }), 13);
    expect(within(card()).getByText('Opgelost')).toBeTruthy();
    await changed(question(6, { reopened: 'Het ging over 2025.' }), 14);
    expect(within(card()).getByText('Opnieuw geopend: Het ging over 2025.')).toBeTruthy();
  });

  it('says that it is a question before it is known what became of it', async () => {
    await visit('/p/5');
    await answer('/api/posts/5', { view: viewOf(post(5, { kind: 'question' })), quoted: [], people: [], cursors });
    expect(within(card()).getByText('Vraag')).toBeTruthy();
  });
});

describe('Picking a question up', () => {
  it('shows at once, with the way back, and keeps the focus', async () => {
    await open(question(2), { as: inHr });
    await press('Ik pak dit op');
    await answer('/api/posts/5/question/pickup', question(3, { picked_up_by: 7 }));
    expect(within(card()).getByText('Jij pakt dit op')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Toch niet' }));
    expect(said()).toEqual(['Jij pakt deze vraag op']);
    undo();
    await answer('/api/posts/5/question/pickup', question(4));
    expect(screen.getByRole('button', { name: 'Ik pak dit op' })).toBeTruthy();
  });

  it('is not offered to who does not work there, nor in an archived group', async () => {
    await open(question(2));
    expect(screen.queryByRole('button', { name: 'Ik pak dit op' })).toBeNull();
    cleanup();
    await open(question(2), { as: inHr, view: group({ archived: true }) });
    expect(screen.queryByRole('button', { name: 'Ik pak dit op' })).toBeNull();
  });

  it('from somebody else is in the menu, and has no way back', async () => {
    await open(question(2, { picked_up_by: 8 }), { as: inHr });
    expect(screen.queryByRole('button', { name: 'Ik pak dit op' })).toBeNull();
    await choose(ofPost, 'Neem over');
    await answer('/api/posts/5/question/pickup', question(3, { picked_up_by: 7 }));
    expect(within(card()).getByText('Jij pakt dit op')).toBeTruthy();
    expect(toasts.visibleToasts[0]?.content.action).toBeUndefined();
  });

  it('says so when it is answered meanwhile, and reads it again', async () => {
    await open(question(2), { as: inHr });
    await press('Ik pak dit op');
    await answer('/api/posts/5/question/pickup', { status: 409, code: 'conflict', request_id: 'R' }, 409);
    expect(said()).toEqual(['Oppakken lukte niet. Er is intussen iets veranderd aan de vraag.']);
    await act(() => network.pass(2_500));
    const read = viewOf(post(5, { kind: 'question' }), { question: question(3, { state: 'answered' }) });
    await answer('/api/posts/5', { view: read, quoted: [], people: [], cursors });
    expect(within(card()).getByText('Beantwoord')).toBeTruthy();
  });
});

describe('The answer to a question', () => {
  const answered = question(3, { state: 'answered', answer: 13 });
  const comments = [comment(12), comment(13, { author: 8 })];
  const block = () => screen.queryByRole('region', { name: 'Antwoord' });

  it('stands above the comments, and is marked among them', async () => {
    await open(answered, { comments });
    const region = block() ?? expect.fail();
    expect(within(region).getByText('Reactie 13')).toBeTruthy();
    expect(within(region).getByRole('link', { name: 'Naar de reactie' }).getAttribute('href')).toBe('/p/5?comment=13');
    expect(region.compareDocumentPosition(thread()[0] ?? expect.fail()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(thread().map((each) => within(each).queryByText('Antwoord') !== null)).toEqual([false, true]);
    await expectAccessible(screen.getByRole('main'));
  });

  it('is said once where it is the first comment that is shown, unless who asked has to judge it', async () => {
    await open(question(3, { state: 'accepted', answer: 13 }), { comments: [comment(13)] });
    expect(block()).toBeNull();
    expect(within(thread()[0] ?? expect.fail()).getByText('Antwoord')).toBeTruthy();
    cleanup();
    await open(answered, { comments: [comment(13)], by: 7 });
    expect(within(block() ?? expect.fail()).getByRole('button', { name: 'Dit helpt mij' })).toBeTruthy();
  });

  it('is fetched when an event names a comment that the post does not hold', async () => {
    await open(question(2), { comments });
    await changed(answered);
    expect(block()).toBeNull();
    await act(() => network.pass(2_500));
    const read = viewOf(post(5, { kind: 'question' }), { question: answered, answer: commentView(comment(13)) });
    await answer('/api/posts/5', { view: read, quoted: [], people: [], cursors });
    expect(block()).toBeTruthy();
  });

  it('is marked by a head, with the way back', async () => {
    await open(question(2), { comments: [comment(13)], as: { person: person(30, 'Fatma') } });
    await choose(ofComment, 'Markeer als antwoord');
    await answer('/api/posts/5/question/answer', answered);
    expect(within(card()).getByText('Beantwoord')).toBeTruthy();
    expect(within(thread()[0] ?? expect.fail()).getByText('Antwoord')).toBeTruthy();
    undo();
    await answer('/api/posts/5/question/answer', question(4));
    expect(within(card()).queryByText('Beantwoord')).toBeNull();
  });

  it('is not for everyone to mark', async () => {
    await open(question(2), { comments: [comment(13)], as: inHr });
    await user().click(screen.getByRole('button', { name: ofComment }));
    await screen.findByRole('menuitem', { name: 'Link kopiëren' });
    expect(screen.queryByRole('menuitem', { name: 'Markeer als antwoord' })).toBeNull();
  });

  it('is no answer any more when the mark is taken away', async () => {
    await open(answered, { comments: [comment(13)], view: group({ role: 'moderator' }) });
    await choose(ofComment, 'Niet meer het antwoord');
    await answer('/api/posts/5/question/answer', question(4));
    expect(block()).toBeNull();
    expect(said()).toEqual(['Deze reactie is niet meer het antwoord']);
  });

  it('is accepted by who asked', async () => {
    await open(answered, { comments, by: 7 });
    await press('Dit helpt mij');
    await answer('/api/posts/5/question/answer', question(4, { state: 'accepted', answer: 13 }));
    expect(within(card()).getByText('Opgelost')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Dit helpt mij' })).toBeNull();
    // The mark that others set could not be set again by who asked.
    expect(toasts.visibleToasts[0]?.content.action).toBeUndefined();
  });

  it('is judged by nobody but who asked', async () => {
    await open(answered, { comments, view: group({ role: 'owner' }) });
    expect(screen.queryByRole('button', { name: 'Dit helpt mij' })).toBeNull();
  });

  it('that does not help opens the question again, with a reason', async () => {
    await open(answered, { comments, by: 7 });
    await press('Nog niet beantwoord');
    const dialog = await screen.findByRole('dialog', { name: 'Opnieuw openen' });
    await user().click(within(dialog).getByRole('button', { name: 'Open opnieuw' }));
    expect(within(dialog).getByText('Schrijf in een paar woorden wat je nog mist.')).toBeTruthy();
    await expectAccessible(dialog);
    await user().type(within(dialog).getByRole('textbox', { name: 'Wat is nog niet beantwoord?' }), ' Het ging over 2025. ');
    await user().click(within(dialog).getByRole('button', { name: 'Open opnieuw' }));
    await answer('/api/posts/5/question/reopening', question(4, { reopened: 'Het ging over 2025.' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(within(card()).getByText('Opnieuw geopend: Het ging over 2025.')).toBeTruthy();
    expect(block()).toBeNull();
  });

  it('that was accepted can still be asked again about, from the menu', async () => {
    await open(question(3, { state: 'accepted', answer: 13 }), { comments, by: 7 });
    await choose(ofPost, 'Open opnieuw…');
    expect(await screen.findByRole('dialog', { name: 'Opnieuw openen' })).toBeTruthy();
  });
});

describe('Sending a question on', () => {
  it('goes to what one finds, and says what is promised there', async () => {
    await open(question(2, { department: 4 }), { by: 7 });
    await choose(ofPost, 'Stuur door naar…');
    const dialog = await screen.findByRole('dialog', { name: 'Stuur de vraag door' });
    await user().click(within(dialog).getByRole('button', { name: 'Stuur door' }));
    expect(within(dialog).getByText('Kies een dienst of afdeling.')).toBeTruthy();
    await user().type(within(dialog).getByRole('combobox', { name: 'Waar gaat het over?' }), 'loon');
    await user().click(await screen.findByRole('option', { name: /Salaris en toeslagen/ }));
    expect(within(dialog).getByText('Gaat naar HR. HR antwoordt binnen 8 openingsuren.')).toBeTruthy();
    await user().click(within(dialog).getByRole('button', { name: 'Stuur door' }));
    await answer('/api/posts/5/question/target', question(3, { service: 5 }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(within(card()).getByText('aan HR · Salaris en toeslagen')).toBeTruthy();
    undo();
    await answer('/api/posts/5/question/target', question(4, { department: 4 }));
    expect(within(card()).getByText('aan Facilitair')).toBeTruthy();
  });
});
