import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../src/app/router.tsx';
import { toasts } from '../../src/design/toast.ts';
import { meQuery } from '../../src/features/accounts/session.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { keepDraft, keptDraft } from '../../src/features/posts/drafts.ts';
import { OutgoingPosts } from '../../src/features/posts/Outgoing.tsx';
import { outbox, settleByEvent } from '../../src/features/posts/outbox.ts';
import { chooseLanguage } from '../../src/i18n/text.tsx';
import type { CreatePost } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { group, me, post, tab } from '../make.ts';
// What the composer fetches is here already: a busy machine loads it slowly.
import '../../src/features/drafts/DraftNote.tsx';
import '../../src/features/polls/PollFields.tsx';
import '../../src/features/scheduled/acts.ts';
import '../../src/features/scheduled/RefusedSchedule.tsx';
import '../../src/features/scheduled/ScheduleDialog.tsx';

const general = tab(21);
const fetch = vi.fn<typeof globalThis.fetch>();
const refusal = (status: number, code: string, field?: string) =>
  Promise.resolve(new Response(JSON.stringify({ status, code, field, request_id: 'R-77' }), { status }));
const json = (value: unknown) => Promise.resolve(new Response(JSON.stringify(value)));
const calls = (method: string) => fetch.mock.calls.filter(([, init]) => init?.method === method);
const sent = () => calls('POST').map(([, init]) => JSON.parse(init?.body as string) as CreatePost);
const press = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const choose = (input: HTMLInputElement, wall: string) => fireEvent.change(input, { target: { value: wall } });
const dialog = () => within(screen.getByRole('dialog', { name: 'Later plaatsen' }));
const at = '2099-11-30T08:00';
const moment = '2099-11-30T07:00:00.000Z';

async function write(words = 'Hallo', view = general) {
  const drawn = await draw(
    <>
      <Composer group={group({ tabs: [view] })} tabs={[view]} />
      <OutgoingPosts scope={{ kind: 'group', group: 2 }} />
    </>,
  );
  act(() => {
    queries.setQueryData(meQuery.queryKey, me);
  });
  // The page's clock ticks: from here on it is that day.
  await act(() => vi.advanceTimersByTimeAsync(30_000));
  const user = userEvent.setup();
  await user.click(press(/Wat wil je delen/));
  await user.type(field('Je bericht'), words);
  return { ...drawn, user };
}

async function schedule(user: ReturnType<typeof userEvent.setup>, wall = at) {
  await user.click(press(/Later plaatsen|Ander moment/));
  await screen.findByRole('dialog');
  await user.click(dialog().getByRole('radio', { name: 'Een ander moment' }));
  choose(field('Dag en tijd'), wall);
  await user.click(dialog().getByRole('button', { name: 'Kies dit moment' }));
}

beforeEach(async () => {
  vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined)));
  // Far enough from now on that a moment within a year is never gone.
  vi.useFakeTimers({ shouldAdvanceTime: true, now: Date.parse('2099-11-26T09:00:00.000Z') });
  await chooseLanguage('nl');
  outbox.set([]);
});
afterEach(() => {
  toasts.clear();
  fetch.mockReset();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('Posting later', () => {
  it('offers a few handy moments, and the button says which one it is', async () => {
    const { user, container } = await write();
    await user.click(press('Later plaatsen'));
    await screen.findByRole('dialog');
    const names = dialog().getAllByRole('radio').map((radio) => radio.parentElement?.textContent);
    expect(names).toEqual(['Vandaag om 13.00 uur', 'Morgen om 08.00 uur', 'Maandag 30 november om 08.00 uur', 'Een ander moment']);
    await expectAccessible(screen.getByRole('dialog'));
    await user.click(dialog().getByRole('radio', { name: 'Maandag 30 november om 08.00 uur' }));
    await user.click(dialog().getByRole('button', { name: 'Kies dit moment' }));
    await user.click(press('Plaats op ma 30 nov om 08.00 uur'));
    expect(sent()).toMatchObject([{ body: 'Hallo', mark: 'work', publish_at: moment }]);
    expect(within(screen.getByRole('status')).getByText('Wordt ingepland…')).toBeTruthy();
    await expectAccessible(container);
  });

  it('keeps the moment with the draft, also for another kind of post', async () => {
    const { user } = await write();
    await schedule(user);
    await user.click(screen.getByRole('radio', { name: 'Vraag' }));
    await user.click(screen.getByRole('radio', { name: 'Bericht' }));
    expect(keptDraft(21)).toEqual({ body: 'Hallo', mark: 'work', at });
    expect(press('Plaats op ma 30 nov om 08.00 uur')).toBeTruthy();
  });

  it('is not for ever: the next post is for now again, and so is one that is not to wait after all', async () => {
    const { user } = await write();
    await schedule(user);
    await user.click(press('Ander moment'));
    await user.click(await dialog().findByRole('button', { name: 'Toch nu' }));
    await user.click(press('Plaats bericht'));
    expect(sent()[0]).not.toHaveProperty('publish_at');
  });

  it.each([
    ['', 'Kies een dag en een tijd.'],
    ['2099-11-26T09:00', 'Kies een moment dat nog komt.'],
    ['2101-01-01T08:00', 'Kies een moment binnen een jaar.'],
  ])('takes no moment that cannot be: %s', async (wall, why) => {
    const { user } = await write();
    await schedule(user, wall);
    expect(screen.getByText(why)).toBeTruthy();
    expect([field('Dag en tijd').getAttribute('aria-invalid'), document.activeElement]).toEqual(['true', field('Dag en tijd')]);
  });

  it('asks again when the moment went by while one wrote', async () => {
    const { user } = await write();
    await schedule(user, '2099-11-26T10:30');
    vi.setSystemTime('2099-11-26T09:31:00.000Z');
    await user.click(press('Plaats op do 26 nov om 10.30 uur'));
    expect((await screen.findAllByText('Kies een moment dat nog komt.')).length).toBe(1);
    expect(sent()).toEqual([]);
  });

  it('is before a poll closes at a moment of its own, and has its days counted from then', async () => {
    const { user } = await write('Koffie of thee?');
    await user.click(screen.getByRole('radio', { name: 'Peiling' }));
    await screen.findByText('Antwoorden');
    for (const [place, option] of ['Koffie', 'Thee'].entries()) await user.type(screen.getAllByRole('textbox', { name: /^Antwoord/ })[place] ?? expect.fail(), option);
    await schedule(user);
    expect(screen.getByText(/7 dec/)).toBeTruthy();
    await user.click(press('Plaats op ma 30 nov om 08.00 uur'));
    expect(sent()[0]?.poll?.closes_at).toBe('2099-12-07T07:00:00.000Z');
  });
});

describe('A post that was kept for later', () => {
  const scheduled = post(9, { author: 7, state: 'scheduled', body: 'Hallo' });
  const list = { items: [{ post: scheduled, publish_at: moment, failed: false }], people: [], cursors: [] };
  const serve = () =>
    fetch.mockImplementation((path, init) => {
      if (init?.method === 'POST') return json(scheduled);
      if (path === '/api/me/scheduled') return json(list);
      if (init?.method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }));
      return new Promise(() => undefined);
    });

  it('says when it comes and where one finds it, and can be had back', async () => {
    serve();
    const { user } = await write();
    await schedule(user);
    await user.click(press('Plaats op ma 30 nov om 08.00 uur'));
    await vi.waitFor(() => expect(toasts.visibleToasts).toHaveLength(1));
    const { message, action } = toasts.visibleToasts[0]?.content ?? {};
    expect([message, action?.label]).toEqual(['Ingepland voor ma 30 nov om 08.00 uur. Je vindt het in je menu bij Ingepland.', 'Ongedaan maken']);
    expect([outbox.get(), keptDraft(21)]).toEqual([[], undefined]);
    await act(async () => {
      action?.run();
      await vi.waitFor(() => expect(keptDraft(21)).toEqual({ body: 'Hallo', mark: 'work', at }));
    });
    expect(calls('DELETE').map(([path]) => path)).toEqual(['/api/scheduled/9']);
    expect(press('Verder met je concept in Algemeen')).toBeTruthy();
  });

  it('stays for later when one has begun another draft there, and leads to where it waits', async () => {
    serve();
    const { user } = await write();
    await schedule(user);
    await user.click(press('Plaats op ma 30 nov om 08.00 uur'));
    await vi.waitFor(() => expect(toasts.visibleToasts).toHaveLength(1));
    keepDraft(21, { body: 'Iets anders', mark: 'work' });
    await act(async () => {
      toasts.visibleToasts[0]?.content.action?.run();
      await vi.waitFor(() => expect(toasts.visibleToasts).toHaveLength(2));
    });
    const { message, action } = toasts.visibleToasts[0]?.content ?? {};
    expect([message, action?.label]).toEqual(['In Algemeen staat al een ander concept. Daarom blijft je bericht ingepland.', 'Bekijk ingepland']);
    expect([calls('DELETE'), keptDraft(21)?.body]).toEqual([[], 'Iets anders']);
    const go = vi.spyOn(router, 'navigate').mockResolvedValue();
    action?.run();
    expect(go).toHaveBeenCalledWith({ to: '/scheduled' });
  });

  it('is not taken for an equal one that was posted now', async () => {
    const { user } = await write();
    await schedule(user);
    await user.click(press('Plaats op ma 30 nov om 08.00 uur'));
    act(() => settleByEvent(post(10, { author: 7, body: 'Hallo', published_at: '2199-01-01T00:00:00.000Z' })));
    expect(outbox.get()).toHaveLength(1);
  });

  it('whose moment the server refuses gets another one, and stays the same besides', async () => {
    fetch.mockImplementationOnce(() => refusal(400, 'invalid_request', '$.publish_at'));
    const { user } = await write();
    await schedule(user);
    await user.click(press('Plaats op ma 30 nov om 08.00 uur'));
    expect(await screen.findByText(/Dit moment kan niet meer/)).toBeTruthy();
    await user.click(press('Kies een nieuw moment…'));
    await screen.findByRole('dialog');
    await user.click(dialog().getByRole('radio', { name: 'Een ander moment' }));
    choose(field('Dag en tijd'), '2099-12-01T09:00');
    await user.click(dialog().getByRole('button', { name: 'Kies dit moment' }));
    expect(sent().map(({ body, publish_at: when }) => [body, when])).toEqual([['Hallo', moment], ['Hallo', '2099-12-01T08:00:00.000Z']]);
    expect(outbox.get()).toHaveLength(1);
  });

  it('is one too many, and says so', async () => {
    fetch.mockImplementationOnce(() => refusal(409, 'full'));
    const { user } = await write();
    await schedule(user);
    await user.click(press('Plaats op ma 30 nov om 08.00 uur'));
    expect(await screen.findByText(/Je hebt al 50 berichten ingepland/)).toBeTruthy();
  });

  it('still comes at its time when another part of it was refused', async () => {
    fetch.mockImplementation((_path, init) => (init?.method === 'POST' ? refusal(404, 'not_found', 'question') : new Promise(() => undefined)));
    const { user } = await write();
    await user.click(screen.getByRole('radio', { name: 'Vraag' }));
    await schedule(user);
    await user.click(press('Plaats op ma 30 nov om 08.00 uur'));
    await user.click(await screen.findByRole('button', { name: 'Stel de vraag zonder keuze' }));
    expect(sent().map(({ publish_at: when }) => when)).toEqual([moment, moment]);
  });
});
