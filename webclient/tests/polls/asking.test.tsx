import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { OutgoingPosts } from '../../src/features/posts/Outgoing.tsx';
import { outbox, settleByEvent } from '../../src/features/posts/outbox.ts';
import { queries } from '../../src/state/queries.ts';
import type { NewPoll, TabView } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { group, me, post, tab } from '../make.ts';
import '../../src/features/polls/PollFields.tsx';

const general = tab(21);
const ofHr = tab(22, { department: 1 });

interface Sent {
  client_id: string;
  body: string;
  question?: object;
  poll?: NewPoll;
}

const fetch = vi.fn<typeof globalThis.fetch>();
const sent = () => fetch.mock.calls.map(([, init]) => JSON.parse(init?.body as string) as Sent);
const asking = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Je vraag' });
const answers = () => screen.getAllByRole<HTMLInputElement>('textbox', { name: /^Antwoord \d+$/ });
const answer = (number: number) => screen.getByRole<HTMLInputElement>('textbox', { name: `Antwoord ${String(number)}` });
const typed = () => answers().map(({ value }) => value);
const press = (name: string) => screen.getByRole('button', { name });
const kind = (name: string) => screen.getByRole('radio', { name });

async function ask(...tabs: [TabView, ...TabView[]]) {
  const drawn = await draw(
    <>
      <Composer group={group({ tabs })} tabs={tabs} />
      <OutgoingPosts scope={{ kind: 'group', group: 2 }} />
    </>,
  );
  act(() => {
    queries.setQueryData(meQuery.queryKey, me);
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  await user.click(kind('Peiling'));
  await screen.findByRole('group', { name: 'Antwoorden' });
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

describe('Asking with a poll', () => {
  it('has words of its own, and is sent with what one can choose from', async () => {
    const { user, container } = await ask(general);
    expect(asking().placeholder).toBe('Wat wil je vragen?');
    expect(typed()).toEqual(['', '']);
    await expectAccessible(container);
    await user.type(asking(), 'Koffie of thee?');
    await user.type(answer(1), 'Koffie');
    await user.type(answer(2), 'Thee');
    await user.click(press('Plaats de peiling'));
    expect(sent()).toMatchObject([{ body: 'Koffie of thee?', poll: { options: ['Koffie', 'Thee'], multiple: false, anonymous: false } }]);
    const days = (Date.parse(sent()[0]?.poll?.closes_at ?? '') - Date.now()) / 86_400_000;
    expect([days >= 6.9, days <= 7.1]).toEqual([true, true]);
    expect(screen.getByText('Peiling')).toBeTruthy();
    expect(within(screen.getByRole('status')).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Koffie', 'Thee']);
  });

  it('goes on with Enter, which makes a field after the last one that is filled', async () => {
    const { user } = await ask(general);
    await user.type(answer(1), 'Koffie{Enter}');
    expect(document.activeElement).toBe(answer(2));
    await user.keyboard('{Enter}');
    expect(answers()).toHaveLength(2);
    await user.keyboard('Thee{Enter}');
    expect(document.activeElement).toBe(answer(3));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sent()).toEqual([]);
    await user.type(asking(), 'Wat dan?');
    await user.click(answer(3));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sent()[0]?.poll?.options).toEqual(['Koffie', 'Thee']);
  });

  it('takes an answer out, and keeps two', async () => {
    const { user } = await ask(general);
    expect(screen.queryByRole('button', { name: /^Haal antwoord/ })).toBeNull();
    await user.click(press('Antwoord toevoegen'));
    await user.type(answer(1), 'Koffie');
    await user.type(answer(3), 'Water');
    await user.click(press('Haal antwoord 2 weg'));
    expect(typed()).toEqual(['Koffie', 'Water']);
    expect(screen.queryByRole('button', { name: /^Haal antwoord/ })).toBeNull();
    expect(document.activeElement).toBe(press('Antwoord toevoegen'));
  });

  it('has twenty answers at most', async () => {
    const { user } = await ask(general);
    await user.click(answer(1));
    await user.paste(Array.from({ length: 20 }, (_, at) => `Antwoord nummer ${at}`).join('\n'));
    expect(answers()).toHaveLength(20);
    expect(document.activeElement).toBe(answer(20));
    expect(screen.queryByRole('button', { name: 'Antwoord toevoegen' })).toBeNull();
    await user.type(answer(20), '{Enter}');
    expect(answers()).toHaveLength(20);
  });

  it('takes a list that is pasted, line by line, and says so when it is too long', async () => {
    const { user } = await ask(general);
    await user.type(answer(1), 'Liever ');
    await user.paste('koffie\nthee\n\nwater\n');
    expect(typed()).toEqual(['Liever koffie', 'thee', 'water']);
    await user.click(answer(2));
    await user.paste(Array.from({ length: 30 }, (_, at) => String(at)).join('\n'));
    expect(typed()).toEqual(['Liever koffie', 'thee', 'water']);
    expect(screen.getByText('Je plakte 30 regels. Een peiling heeft hoogstens 20 antwoorden.')).toBeTruthy();
    await user.type(answer(2), ' met melk');
    expect(screen.queryByText(/^Je plakte/)).toBeNull();
    await user.clear(answer(3));
    await user.paste('één regel');
    expect(answer(3).value).toBe('één regel');
  });

  it('says at the field what is double, at once; and what is empty, once one tries', async () => {
    const { user } = await ask(general);
    await user.type(asking(), 'Koffie of thee?');
    await user.type(answer(1), 'Koffie');
    expect(screen.queryByText('Vul dit antwoord in.')).toBeNull();
    await user.click(press('Plaats de peiling'));
    expect(screen.getByText('Vul dit antwoord in.')).toBeTruthy();
    expect(document.activeElement).toBe(answer(2));
    await user.keyboard('koffie');
    expect(answer(2).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Dit antwoord staat er al.')).toBeTruthy();
    await user.click(press('Plaats de peiling'));
    expect(sent()).toEqual([]);
  });

  it('says how much an answer is too long, and goes there instead of sending it', async () => {
    const { user } = await ask(general);
    await user.type(asking(), 'Koffie of thee?');
    await user.type(answer(1), 'Koffie');
    await user.click(answer(2));
    await user.paste('é'.repeat(101));
    expect(screen.getByText('2 tekens te lang')).toBeTruthy();
    await user.click(press('Plaats de peiling'));
    expect(sent()).toEqual([]);
    expect(document.activeElement).toBe(answer(2));
  });

  it('says what anonymous protects, and what colleagues see otherwise', async () => {
    const { user } = await ask(general);
    const anonymous = screen.getByRole('switch', { name: 'Anoniem' });
    expect(screen.getByText(/^Wie stemt, ziet wie wat koos\./).id).toBe(anonymous.getAttribute('aria-describedby'));
    await user.click(anonymous);
    expect(screen.getByText(/^Plein bewaart wie stemde, niet wat iemand koos\. Een stem is definitief\./)).toBeTruthy();
    await user.click(screen.getByRole('switch', { name: 'Meer dan één antwoord mag' }));
    await user.type(asking(), 'Wat?');
    await user.type(answer(1), 'a{Enter}b');
    await user.click(press('Plaats de peiling'));
    expect(sent()[0]?.poll).toMatchObject({ multiple: true, anonymous: true });
  });

  it('closes when one chooses, and not in the past', async () => {
    const { user } = await ask(general);
    const closing = screen.getByRole('combobox', { name: 'Hoelang kan iedereen stemmen?' });
    expect(within(closing).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['1 dag', '3 dagen', '1 week', '2 weken', 'Tot een moment dat je kiest']);
    expect(screen.getByText(/^Sluit .* uur\.$/)).toBeTruthy();
    await user.selectOptions(closing, 'Tot een moment dat je kiest');
    const moment = screen.getByLabelText<HTMLInputElement>('Tot wanneer?');
    expect(moment.value).toMatch(/^20\d\d-\d\d-\d\dT\d\d:00$/);
    await user.type(asking(), 'Wat?');
    await user.type(answer(1), 'a{Enter}b');
    await user.clear(moment);
    await user.click(press('Plaats de peiling'));
    expect(screen.getByText('Kies een dag en een tijd.')).toBeTruthy();
    await user.type(moment, '2020-01-01T10:00');
    expect(screen.getByText('Kies een moment dat nog komt.')).toBeTruthy();
    await user.click(press('Plaats de peiling'));
    expect(document.activeElement).toBe(moment);
    expect(sent()).toEqual([]);
  });

  it('is kept as a poll with all that was filled in, through a reload, and when one chooses another tab', async () => {
    const { user, unmount } = await ask(general, ofHr);
    await user.type(answer(1), 'Koffie{Enter}Thee{Enter}Water');
    await user.click(screen.getByRole('switch', { name: 'Anoniem' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'HR');
    expect(typed()).toEqual(['Koffie', 'Thee', 'Water']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'Algemeen');
    expect(press('Later verder')).toBeTruthy();
    unmount();
    await draw(<Composer group={group()} tabs={[general, ofHr]} />);
    await screen.findByRole('group', { name: 'Antwoorden' });
    expect(typed()).toEqual(['Koffie', 'Thee', 'Water']);
    expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Anoniem' }).checked).toBe(true);
  });

  it('loses nothing to whoever looks at another kind of post', async () => {
    const { user } = await ask(general);
    await user.type(answer(1), 'Koffie');
    await user.type(asking(), 'Wat?');
    await user.click(kind('Bericht'));
    await user.click(kind('Vraag'));
    await user.click(kind('Peiling'));
    await screen.findByRole('group', { name: 'Antwoorden' });
    expect(typed()).toEqual(['Koffie', '']);
    expect(asking().value).toBe('Wat?');
    await user.click(kind('Bericht'));
    await user.click(press('Plaats bericht'));
    expect(sent()[0]).not.toHaveProperty('poll');
  });

  it('that should have closed before the server had it can be posted for a week', async () => {
    const refusal = JSON.stringify({ status: 400, code: 'invalid_request', field: '$.poll', request_id: 'R-77' });
    fetch.mockResolvedValueOnce(new Response(refusal, { status: 400 }));
    const { user } = await ask(general);
    await user.type(asking(), 'Wat?');
    await user.type(answer(1), 'a{Enter}b');
    await user.click(press('Plaats de peiling'));
    expect(await screen.findByRole('button', { name: 'Opnieuw proberen' })).toBeTruthy();
    act(() => outbox.update((all) => all.map((each) => ({ ...each, request: { ...each.request, poll: { ...(each.request.poll ?? expect.fail()), closes_at: '2020-01-01T00:00:00.000Z' } } }))));
    expect(screen.getByText('Plaatsen lukte niet. De peiling zou al gesloten zijn.')).toBeTruthy();
    await user.click(press('Plaats en houd een week open'));
    const [first, second] = sent();
    expect(second?.poll?.options).toEqual(['a', 'b']);
    expect(Date.parse(second?.poll?.closes_at ?? '')).toBeGreaterThan(Date.now());
    expect(first?.client_id).not.toBe(second?.client_id);
  });

  it('is not taken for a plain post with the same words that arrives', async () => {
    const { user } = await ask(general);
    await user.type(asking(), 'Wat?');
    await user.type(answer(1), 'a{Enter}b');
    await user.click(press('Plaats de peiling'));
    const later = { author: 7, body: 'Wat?', published_at: '2099-01-01T00:00:00.000Z' };
    act(() => settleByEvent(post(9, { ...later, kind: 'question' })));
    expect(outbox.get()).toHaveLength(1);
    act(() => settleByEvent(post(9, { ...later, kind: 'poll' })));
    expect(outbox.get()).toEqual([]);
  });
});
