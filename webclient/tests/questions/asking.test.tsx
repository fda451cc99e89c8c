import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { OutgoingPosts } from '../../src/features/posts/Outgoing.tsx';
import { outbox, settleByEvent } from '../../src/features/posts/outbox.ts';
import { answerTimesQuery } from '../../src/features/questions/answerTimes.ts';
import { queries } from '../../src/state/queries.ts';
import type { AnswerTimes, Me, TabView } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, group, me, post, service, tab } from '../make.ts';
import '../../src/features/questions/QuestionField.tsx';

const hr = department(1, { name: 'HR', answer_hours: 8, hours: [{ day: 'monday', opens: '09:00', closes: '17:00' }] });
const facilities = department(4, { name: 'Facilitair', description: 'Werkplek en gebouw' });
const items = [hr, facilities, department(6, { name: 'Inkoop', archived: true })];
const services = [
  service(5, { name: 'Salaris en toeslagen', description: 'Loonstroken' }),
  service(8, { name: 'Sleutels', department: 4 }),
];
const general = tab(21);
const ofHr = tab(22, { department: 1 });

const fetch = vi.fn<typeof globalThis.fetch>();
const sent = () => fetch.mock.calls.map(([, init]) => JSON.parse(init?.body as string) as Record<string, unknown>);
const refusal = (field: string) =>
  new Response(JSON.stringify({ status: 404, code: 'not_found', field, request_id: 'R-77' }), { status: 404 });
const field = () => screen.getByRole('combobox', { name: 'Waar gaat het over?' });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const asking = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Je vraag' });

const know = (as: Me = me) =>
  act(() => {
    queries.setQueryData(meQuery.queryKey, as);
    queries.setQueryData(departmentsQuery.queryKey, { items, cursors: [] });
    if (as.role !== 'guest') queries.setQueryData(servicesQuery.queryKey, { items: services, cursors: [] });
    // Of too few questions to say how fast they usually answer.
    for (const { id } of as.role === 'guest' ? [] : items) usually(id, { answered: 0 });
  });

const usually = (of: number, times: AnswerTimes) => void queries.setQueryData(answerTimesQuery(of).queryKey, times);

async function ask(...tabs: [TabView, ...TabView[]]) {
  const drawn = await draw(
    <>
      <Composer group={group({ tabs })} tabs={tabs} />
      <OutgoingPosts scope={{ kind: 'group', group: 2 }} />
    </>,
  );
  know();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  await user.click(screen.getByRole('radio', { name: 'Vraag' }));
  await screen.findByRole('combobox', { name: 'Waar gaat het over?' });
  return { ...drawn, user };
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined)));
  outbox.set([]);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('Asking a question', () => {
  it('has words of its own, and goes to the department of the tab when one chooses nothing', async () => {
    const { user, container } = await ask(ofHr);
    expect(screen.getByText('Gaat naar HR. HR antwoordt binnen 8 openingsuren.')).toBeTruthy();
    expect(asking().placeholder).toBe('Wat wil je weten?');
    await expectAccessible(container);
    await user.type(asking(), 'Wanneer komt mijn loonstrook?');
    await user.click(screen.getByRole('button', { name: 'Stel de vraag' }));
    expect(sent()).toMatchObject([{ body: 'Wanneer komt mijn loonstrook?', mark: 'work', question: {} }]);
    expect(screen.getByText('Vraag')).toBeTruthy();
  });

  it('elsewhere says that somebody sends it on', async () => {
    await ask(general);
    expect(screen.getByText('Iemand van de groep stuurt je vraag door.')).toBeTruthy();
  });

  it('says how fast the department usually answers, beside what it promises or without', async () => {
    const { user, container } = await ask(ofHr);
    act(() => usually(1, { answered: 24, median_minutes: 170 }));
    expect(await screen.findByText('Gaat naar HR. HR antwoordt binnen 8 openingsuren. Meestal binnen 3 openingsuren.')).toBeTruthy();
    await expectAccessible(container);
    act(() => usually(4, { answered: 24, median_minutes: 170 }));
    await user.type(field(), 'sleu{ArrowDown}{Enter}');
    expect(screen.getByText('Gaat naar Facilitair. Antwoordt meestal binnen 3 uur.')).toBeTruthy();
    expect(fetch.mock.calls).toEqual([]);
  });

  it('asks how fast that is, but not for a guest', async () => {
    const asked = () => fetch.mock.calls.map(([path]) => path).filter((path) => typeof path === 'string' && path.endsWith('/answer-times'));
    const forget = () => queries.removeQueries({ queryKey: ['answer times'] });
    const { user } = await ask(general);
    act(forget);
    await user.type(field(), 'sleu{ArrowDown}{Enter}');
    expect(asked()).toEqual(['/api/departments/4/answer-times']);
    act(forget);
    know({ ...me, role: 'guest' });
    await user.clear(field());
    await user.type(field(), 'gebouw{ArrowDown}{Enter}');
    expect(screen.getByText('Gaat naar Facilitair.')).toBeTruthy();
    expect(asked()).toHaveLength(1);
  });

  it('finds services and departments by what they do, and says where the question goes', async () => {
    const { user } = await ask(general);
    await user.type(field(), 'sal hr');
    expect(options()).toEqual(['Salaris en toeslagenHR']);
    await expectAccessible(screen.getByRole('listbox'));
    await user.clear(field());
    await user.type(field(), 'gebouw');
    expect(options()).toEqual(['Facilitairafdeling']);
    await user.clear(field());
    await user.type(field(), 'loon');
    await user.click(screen.getByRole('option', { name: /Salaris/ }));
    expect(screen.getByText('Gaat naar HR. HR antwoordt binnen 8 openingsuren.')).toBeTruthy();
    await user.type(asking(), 'Wanneer?');
    await user.click(screen.getByRole('button', { name: 'Stel de vraag' }));
    expect(sent()).toMatchObject([{ question: { service: 5 } }]);
  });

  it('works with the keyboard, and takes a choice back when the field is emptied', async () => {
    const { user } = await ask(general);
    await user.type(field(), 'sleu{ArrowDown}{Enter}');
    expect((field() as HTMLInputElement).value).toBe('Sleutels');
    expect(screen.getByText('Gaat naar Facilitair.')).toBeTruthy();
    await user.clear(field());
    expect(screen.getByText('Iemand van de groep stuurt je vraag door.')).toBeTruthy();
  });

  it('lists services first, and no archived department', async () => {
    const { user } = await ask(general);
    await user.type(field(), '{ArrowDown}');
    expect(options()).toEqual(['Salaris en toeslagenHR', 'SleutelsFacilitair', 'Facilitairafdeling', 'HRafdeling']);
    await user.type(field(), 'qqqq');
    expect(screen.getByText('Niets gevonden.')).toBeTruthy();
  });

  it('gives a guest departments only, and asks the server for no services', async () => {
    const { user } = await ask(general);
    act(() => queries.removeQueries({ queryKey: servicesQuery.queryKey }));
    know({ ...me, role: 'guest' });
    await user.type(field(), 'a');
    expect(options()).toEqual(['Facilitairafdeling']);
    expect(fetch.mock.calls.map(([path]) => path)).not.toContain('/api/services');
  });

  it('is kept as a question with what it is about, through a reload, and when one chooses another tab', async () => {
    const { user, unmount } = await ask(general, ofHr);
    await user.type(field(), 'loon');
    await user.click(screen.getByRole('option', { name: /Salaris/ }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'HR');
    expect((field() as HTMLInputElement).value).toBe('Salaris en toeslagen');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'Algemeen');
    await user.type(asking(), 'Later meer');
    unmount();
    await draw(<Composer group={group()} tabs={[general, ofHr]} />);
    know();
    expect(asking().value).toBe('Later meer');
    expect(await screen.findByDisplayValue('Salaris en toeslagen')).toBeTruthy();
  });

  it('is a plain post again when one chooses that', async () => {
    const { user } = await ask(ofHr);
    await user.type(asking(), 'Toch geen vraag');
    await user.click(screen.getByRole('radio', { name: 'Bericht' }));
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(sent()[0]).not.toHaveProperty('question');
  });

  it('of a department that is there no more stays, and can be asked without it', async () => {
    fetch.mockResolvedValueOnce(refusal('question'));
    const { user } = await ask(general);
    await user.type(field(), 'gebouw');
    await user.click(screen.getByRole('option', { name: /Facilitair/ }));
    await user.type(asking(), 'Wie heeft de sleutel?');
    await user.click(screen.getByRole('button', { name: 'Stel de vraag' }));
    expect(await screen.findByText('Plaatsen lukte niet. De dienst of afdeling die je koos, is er niet meer.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stel de vraag zonder keuze' }));
    expect(sent().map((request) => request.question)).toEqual([{ department: 4 }, {}]);
    expect(new Set(sent().map((request) => request.client_id)).size).toBe(2);
  });

  it('is not taken for a plain post with the same words that arrives', async () => {
    const { user } = await ask(general);
    await user.type(asking(), 'Wanneer?');
    await user.click(screen.getByRole('button', { name: 'Stel de vraag' }));
    const later = { author: 7, body: 'Wanneer?', published_at: '2099-01-01T00:00:00.000Z' };
    act(() => settleByEvent(post(9, later)));
    expect(outbox.get()).toHaveLength(1);
    act(() => settleByEvent(post(9, { ...later, kind: 'question' })));
    expect(outbox.get()).toEqual([]);
  });
});
