import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { keptDraft } from '../../src/features/posts/drafts.ts';
import { OutgoingPosts } from '../../src/features/posts/Outgoing.tsx';
import { outbox, settleByEvent } from '../../src/features/posts/outbox.ts';
import type { CreatePost, Department, Me, Service, TabView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, group, me, post, service, tab } from '../make.ts';
// What the composer fetches is here already: a busy machine loads it slowly.
import '../../src/features/ideas/IdeaField.tsx';
import '../../src/features/polls/PollFields.tsx';
import '../../src/features/questions/QuestionField.tsx';

const hr = department(1, { name: 'HR' });
const facilities = department(4, { name: 'Facilitair', description: 'Werkplek en gebouw' });
const salaries = service(5, { name: 'Salaris en toeslagen', description: 'Loonstroken' });
const general = tab(21);
const ofHr = tab(22, { department: 1 });

const fetch = vi.fn<typeof globalThis.fetch>();
const sent = () => fetch.mock.calls.filter(([, init]) => init?.method === 'POST').map(([, init]) => JSON.parse(init?.body as string) as CreatePost);
const refusal = (field: string) =>
  new Response(JSON.stringify({ status: 404, code: 'not_found', field, request_id: 'R-77' }), { status: 404 });

const kind = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const forWhom = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Voor wie is je idee?' });
const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Je idee' });
const press = (name: string) => screen.getByRole('button', { name });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const byGroup = 'Kies je niets, dan beslist een eigenaar of moderator van deze groep.';
const goneAway = 'De dienst of afdeling die je koos, is er niet meer. Kies een andere, of laat het leeg.';

const know = ({ as = me, departments = [hr, facilities], services = [salaries] }: { as?: Me; departments?: Department[]; services?: Service[] } = {}) =>
  act(() => {
    queries.setQueryData(meQuery.queryKey, as);
    queries.setQueryData(departmentsQuery.queryKey, { items: departments, cursors: [] });
    if (as.role !== 'guest') queries.setQueryData(servicesQuery.queryKey, { items: services, cursors: [] });
  });

const composer = (tabs: [TabView, ...TabView[]]) => (
  <>
    <Composer group={group({ tabs })} tabs={tabs} />
    <OutgoingPosts scope={{ kind: 'group', group: 2 }} />
  </>
);

async function propose(...tabs: [TabView, ...TabView[]]) {
  const drawn = await draw(composer(tabs));
  know();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  await user.click(kind('Idee'));
  await screen.findByRole('combobox', { name: 'Voor wie is je idee?' });
  const choose = async (typed: string, name: RegExp) => {
    await user.type(forWhom(), typed);
    await user.click(screen.getByRole('option', { name }));
  };
  return { ...drawn, user, choose };
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined)));
  outbox.set([]);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('Writing an idea', () => {
  it('has inviting words of its own, and needs nobody to be chosen', async () => {
    const { user, container } = await propose(general);
    expect(words().placeholder).toBe('Wat zou beter kunnen?');
    expect(screen.getByText(byGroup)).toBeTruthy();
    await expectAccessible(container);
    await user.type(words(), 'Meer fietsenrekken');
    await user.click(press('Plaats idee'));
    expect(sent()).toMatchObject([{ body: 'Meer fietsenrekken', mark: 'work', idea: {} }]);
    expect(within(screen.getByRole('status')).getByText('Idee')).toBeTruthy();
    expect(screen.getByText('Wordt geplaatst…')).toBeTruthy();
  });

  it('in the tab of a department is for that department, unless that is archived', async () => {
    await propose(ofHr);
    expect(screen.getByText('Kies je niets, dan beslist HR.')).toBeTruthy();
    know({ departments: [{ ...hr, version: 2, archived: true }, facilities] });
    expect(await screen.findByText(byGroup)).toBeTruthy();
  });

  it('finds services and departments by what they do, and says who decides', async () => {
    const { user, choose, container } = await propose(general);
    await user.type(forWhom(), 'gebouw');
    expect(options()).toEqual(['Facilitairafdeling']);
    await user.clear(forWhom());
    await choose('loon', /Salaris/);
    expect(screen.getByText('HR beslist over je idee.')).toBeTruthy();
    await expectAccessible(container);
    await user.type(words(), 'Loonstrook in de app');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sent()).toMatchObject([{ body: 'Loonstrook in de app', idea: { service: 5 } }]);
  });

  it('takes a choice back when the field is emptied', async () => {
    const { user, choose } = await propose(general);
    await choose('gebouw', /Facilitair/);
    expect(screen.getByText('Facilitair beslist over je idee.')).toBeTruthy();
    await user.clear(forWhom());
    expect(screen.getByText(byGroup)).toBeTruthy();
  });

  it('is open to guests, who choose among departments', async () => {
    const { user } = await propose(general);
    act(() => queries.removeQueries({ queryKey: servicesQuery.queryKey }));
    know({ as: { ...me, role: 'guest' } });
    await user.type(forWhom(), 'a');
    expect(options()).toEqual(['Facilitairafdeling']);
  });

  it('is not taken for a plain post with the same words that arrives', async () => {
    const { user } = await propose(general);
    await user.type(words(), 'Meer fietsenrekken');
    await user.click(press('Plaats idee'));
    const later = { author: 7, body: 'Meer fietsenrekken', published_at: '2099-01-01T00:00:00.000Z' };
    act(() => settleByEvent(post(9, later)));
    expect(outbox.get()).toHaveLength(1);
    act(() => settleByEvent(post(9, { ...later, kind: 'idea' })));
    expect(outbox.get()).toEqual([]);
  });

  it('is sent in where a moderator looks first', async () => {
    await propose({ ...general, needs_approval: true });
    expect(press('Stuur in')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Plaats idee' })).toBeNull();
  });

  it('on a phone is a tap away, and in sight once it is chosen', async () => {
    await propose(general);
    expect(kind('Idee').closest('label')?.dataset.later).toBe('true');
    expect(kind('Idee').checked).toBe(true);
  });
});

describe('An idea that is kept', () => {
  it('is there again with whom it is for, through a reload, and when one chooses another tab', async () => {
    const { user, choose, unmount } = await propose(general, ofHr);
    await choose('loon', /Salaris/);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'HR');
    expect(forWhom().value).toBe('Salaris en toeslagen');
    expect([keptDraft(21), keptDraft(22)?.idea]).toEqual([undefined, { service: 5 }]);
    await user.type(words(), 'Later meer');
    unmount();
    await draw(composer([ofHr]));
    know();
    expect(words().value).toBe('Later meer');
    expect(await screen.findByDisplayValue('Salaris en toeslagen')).toBeTruthy();
    expect(kind('Idee').checked).toBe(true);
  });

  it('is an idea again after a reload when nothing is written yet', async () => {
    const { unmount } = await propose(general);
    unmount();
    expect(keptDraft(21)).toMatchObject({ body: '', idea: {} });
  });

  it('is lost by nobody who looks at another kind of post', async () => {
    const { user, choose } = await propose(general);
    await choose('gebouw', /Facilitair/);
    await user.type(words(), 'Meer rekken');
    for (const name of ['Peiling', 'Vraag', 'Bericht', 'Idee']) await user.click(kind(name));
    expect([forWhom().value, words().value]).toEqual(['Facilitair', 'Meer rekken']);
    await user.click(kind('Bericht'));
    await user.click(press('Plaats bericht'));
    expect(sent()).toMatchObject([{ body: 'Meer rekken' }]);
    expect(sent()[0]).not.toHaveProperty('idea');
  });

  it('is for somebody else than a question that one also looks at', async () => {
    const { user, choose } = await propose(general);
    await choose('gebouw', /Facilitair/);
    await user.click(kind('Vraag'));
    const asked = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Waar gaat het over?' });
    expect(asked.value).toBe('');
    await user.type(asked, 'loon');
    await user.click(screen.getByRole('option', { name: /Salaris/ }));
    await user.click(kind('Idee'));
    expect((await screen.findByRole<HTMLInputElement>('combobox', { name: 'Voor wie is je idee?' })).value).toBe('Facilitair');
    await user.click(kind('Vraag'));
    expect((await screen.findByRole<HTMLInputElement>('combobox', { name: 'Waar gaat het over?' })).value).toBe('Salaris en toeslagen');
  });
});

describe('An idea for what is there no more', () => {
  it.each([
    ['a department that was archived', 'gebouw', /Facilitair/, { departments: [hr, { ...facilities, version: 2, archived: true }] }],
    ['a service that was removed', 'loon', /Salaris/, { services: [service(8, { name: 'Sleutels', department: 4 })] }],
    ['a service whose department was archived', 'loon', /Salaris/, { departments: [{ ...hr, version: 2, archived: true }, facilities] }],
  ])('says so at the field, and is for nobody until one chooses again: %s', async (_what, typed, name, meanwhile) => {
    const { user, choose, container } = await propose(general);
    await choose(typed, name);
    know(meanwhile);
    expect(await screen.findByText(goneAway)).toBeTruthy();
    expect(forWhom().getAttribute('aria-invalid')).toBe('true');
    expect(keptDraft(21)?.idea).toEqual({});
    await expectAccessible(container);
    await user.type(words(), 'Meer rekken');
    expect(screen.getByText(goneAway)).toBeTruthy();
    await user.click(press('Plaats idee'));
    expect(sent()).toMatchObject([{ idea: {} }]);
  });

  it('says nothing of it any more once another is chosen, nor after that is taken back', async () => {
    const { user, choose } = await propose(general);
    await choose('gebouw', /Facilitair/);
    know({ departments: [hr, { ...facilities, version: 2, archived: true }] });
    await screen.findByText(goneAway);
    await choose('loon', /Salaris/);
    expect(screen.getByText('HR beslist over je idee.')).toBeTruthy();
    await user.clear(forWhom());
    expect(screen.getByText(byGroup)).toBeTruthy();
  });

  it('is not taken for gone while nobody knows the services yet', async () => {
    const { choose } = await propose(general);
    await choose('loon', /Salaris/);
    know({ services: [] });
    expect(await screen.findByText(byGroup)).toBeTruthy();
    expect(keptDraft(21)?.idea).toEqual({ service: 5 });
  });

  it('that the server refuses stays with its author, and can be posted without a choice', async () => {
    const { user, choose } = await propose(general);
    fetch.mockResolvedValueOnce(refusal('idea'));
    await choose('gebouw', /Facilitair/);
    await user.type(words(), 'Meer rekken');
    await user.click(press('Plaats idee'));
    expect(await screen.findByText('Plaatsen lukte niet. De dienst of afdeling die je koos, is er niet meer.')).toBeTruthy();
    expect(within(screen.getByRole('status')).getByText('Idee')).toBeTruthy();
    await user.click(press('Plaats zonder keuze'));
    expect(sent().map(({ idea }) => idea)).toEqual([{ department: 4 }, {}]);
    expect(sent()[1]).not.toHaveProperty('question');
    expect(new Set(sent().map((request) => request.client_id)).size).toBe(2);
  });
});

it('An idea that is refused for another reason is tried again as it was', async () => {
  const { user, choose } = await propose(general);
  fetch.mockResolvedValueOnce(refusal('tab'));
  await choose('gebouw', /Facilitair/);
  await user.type(words(), 'Meer rekken');
  await user.click(press('Plaats idee'));
  await user.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }));
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent()[1]).toEqual(sent()[0]);
});
