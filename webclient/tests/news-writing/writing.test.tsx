import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { keptDraft } from '../../src/features/posts/drafts.ts';
import { OutgoingPosts } from '../../src/features/posts/Outgoing.tsx';
import { outbox, settleByEvent } from '../../src/features/posts/outbox.ts';
import type { CreatePost, Department, GroupView, TabView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, group, me, post, tab } from '../make.ts';
// What the composer fetches is here already: a busy machine loads it slowly.
import '../../src/features/news/NewsAsks.tsx';
import '../../src/features/news/NewsHead.tsx';
import '../../src/features/news/RefusedNews.tsx';
import '../../src/features/polls/PollFields.tsx';

const general = tab(21);
const ofHr = tab(22);
const hr = department(1, { name: 'HR' });
const finance = department(2, { name: 'Finance' });
const logistics = department(3, { name: 'Logistiek' });
const gone = department(4, { name: 'Post', archived: true });
const many = Array.from({ length: 21 }, (_, at) => department(100 + at, { name: `Team ${String.fromCharCode(65 + at)}` }));

const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (body: object, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const refusal = (status: number, code: string, field: string) => answer({ status, code, field, request_id: 'R-77' }, status);
const sent = () => fetch.mock.calls.filter(([, init]) => init?.method === 'POST').map(([, init]) => JSON.parse(init?.body as string) as CreatePost);

/// What the server does with a post; nothing, until a test says so.
let onPost: () => Promise<Response>;
/// As the server has them.
let departments: Department[];
const server: typeof globalThis.fetch = (path, init) => {
  if (init?.method === 'POST') return onPost();
  return path === '/api/departments' ? answer({ items: departments, cursors: [] }) : new Promise(() => undefined);
};

const kind = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const title = () => screen.getByLabelText<HTMLInputElement>('Titel');
const lead = () => screen.getByLabelText<HTMLTextAreaElement>('Inleiding');
const words = () => screen.getByLabelText<HTMLTextAreaElement>('Tekst');
const affects = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Raakt' });
const confirm = () => screen.queryByRole<HTMLInputElement>('switch', { name: 'Graag bevestigen' });
const press = (name: string) => screen.getByRole('button', { name });
const offered = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const chosen = () => screen.queryAllByRole('button', { name: /^Haal .* weg$/, hidden: true }).map((button) => /^Haal (.*) weg$/.exec(button.getAttribute('aria-label') ?? '')?.[1]);
const sheet = () => screen.queryByRole('region', { name: 'Nieuw bericht' });

const composer = (of: Partial<GroupView>, tabs: [TabView, ...TabView[]]) => (
  <>
    <Composer group={group({ ...of, tabs })} tabs={tabs} />
    <OutgoingPosts scope={{ kind: 'group', group: 2 }} />
  </>
);
const know = () =>
  act(() => {
    queries.setQueryData(meQuery.queryKey, me);
    queries.setQueryData(departmentsQuery.queryKey, { items: departments, cursors: [] });
  });

async function bring(of: Partial<GroupView> = {}, ...tabs: TabView[]) {
  const [first = general, ...others] = tabs;
  const drawn = await draw(composer(of, [first, ...others]));
  know();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  await user.click(kind('Nieuws'));
  await screen.findByLabelText('Titel');
  const choose = async (name: string) => {
    await user.type(affects(), name);
    await user.click(await screen.findByRole('option', { name }));
  };
  return { ...drawn, user, choose };
}

beforeEach(() => {
  onPost = () => new Promise(() => undefined);
  departments = [hr, finance, logistics, gone];
  vi.stubGlobal('fetch', fetch.mockImplementation(server));
  outbox.set([]);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('Bringing news', () => {
  it('has fields of its own, and is sent as one text with what it asks', async () => {
    const { user, choose, container } = await bring({ role: 'owner' });
    await expectAccessible(container);
    await user.type(title(), 'Nieuwe kluis');
    await user.type(lead(), '1. Vanaf maandag');
    await user.type(words(), 'De sleutels liggen klaar.');
    await user.click(confirm() ?? expect.fail());
    await choose('Finance');
    await choose('HR');
    await expectAccessible(container);
    await user.click(press('Plaats nieuws'));
    const body = '# Nieuwe kluis\n\n1\\. Vanaf maandag\n\nDe sleutels liggen klaar.';
    expect(sent()).toMatchObject([{ body, mark: 'work', news: { must_read: true, affects: [2, 1] } }]);
    const waiting = within(screen.getByRole('status'));
    expect(['Nieuws', 'Nieuwe kluis', 'Graag bevestigen', 'Raakt Finance en HR'].map((said) => waiting.getByText(said).textContent)).toHaveLength(4);
    expect(waiting.getByText(/^1\. Vanaf/).textContent).toBe('1. Vanaf maandag\n\nDe sleutels liggen klaar.');
    expect(sheet()).toBeNull();
  });

  it('needs no more than a title', async () => {
    const { user } = await bring();
    await user.type(title(), 'Nieuwe kluis');
    await user.click(press('Plaats nieuws'));
    expect(sent()).toMatchObject([{ body: '# Nieuwe kluis', news: { must_read: false, affects: [] } }]);
  });

  it('without a title says so at the field once one tries, and goes there', async () => {
    const { user } = await bring();
    await user.type(words(), 'Tekst');
    expect(screen.queryByText('Geef het nieuws een titel.')).toBeNull();
    await user.click(press('Plaats nieuws'));
    expect(screen.getByText('Geef het nieuws een titel.').id).toBe(title().getAttribute('aria-describedby'));
    expect(document.activeElement).toBe(title());
    expect(sent()).toEqual([]);
    await user.type(title(), 'x');
    expect(screen.queryByText('Geef het nieuws een titel.')).toBeNull();
    await user.clear(title());
    await user.click(kind('Bericht'));
    await user.click(kind('Nieuws'));
    expect((await screen.findByLabelText('Titel')).getAttribute('aria-invalid')).toBeNull();
  });

  it('counts the letters of its title where it gets tight, and does not send one that is too long', async () => {
    const { user } = await bring();
    await user.click(title());
    await user.paste('é'.repeat(108));
    expect(screen.queryByText(/^Nog/)).toBeNull();
    await user.paste('éé');
    expect(screen.getByText('Nog 10 tekens')).toBeTruthy();
    await user.paste('x'.repeat(12));
    expect(screen.getByText('2 tekens te lang').id).toBe(title().getAttribute('aria-describedby'));
    await user.click(press('Plaats nieuws'));
    expect(sent()).toEqual([]);
    expect(document.activeElement).toBe(title());
  });

  it('leads with Enter from the title to its lead, sends with Ctrl and Enter from each of its fields, and closes with Esc', async () => {
    const { user } = await bring();
    await user.type(title(), 'Nieuwe kluis{Enter}');
    expect(document.activeElement).toBe(lead());
    expect(sent()).toEqual([]);
    await user.keyboard('a{Enter}b{Control>}{Enter}{/Control}');
    expect(sent()).toMatchObject([{ body: '# Nieuwe kluis\n\na\nb' }]);
    await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
    await user.click(kind('Nieuws'));
    await user.type(title(), 'Nog een{Escape}');
    expect(sheet()).toBeNull();
  });

  it('begins at its title when it is opened again', async () => {
    const { user } = await bring();
    await user.type(title(), 'Nieuwe kluis{Escape}');
    expect(document.activeElement?.textContent).toMatch(/Verder met je concept/);
    await user.keyboard('{Enter}');
    expect(title().value).toBe('Nieuwe kluis');
    expect(document.activeElement).toBe(title());
  });

  it('is too long when all of it is', async () => {
    const { user } = await bring();
    await user.type(title(), 'Nieuwe kluis');
    await user.click(lead());
    await user.paste('x'.repeat(10_000));
    await user.click(words());
    await user.paste('x'.repeat(9_990));
    expect(screen.getByText('8 tekens te lang')).toBeTruthy();
    await user.click(press('Plaats nieuws'));
    expect(sent()).toEqual([]);
  });
});

describe('What news asks', () => {
  it('of every reader, is offered to who looks after the tab alone', async () => {
    for (const [of, manages, may] of [[{ role: 'owner' }, false, true], [{ role: 'moderator' }, false, true], [{}, true, true], [{}, false, false]] as const) {
      const { unmount } = await bring(of, { ...general, may_manage: manages });
      await screen.findByRole('combobox', { name: 'Raakt' });
      expect([of, manages, confirm() !== null]).toEqual([of, manages, may]);
      unmount();
      localStorage.clear();
    }
  });

  it('of every reader, is not asked in a tab where one may not, though it was chosen in another', async () => {
    const { user } = await bring({}, { ...ofHr, may_manage: true }, general);
    await user.type(title(), 'Nieuwe kluis');
    await user.click(confirm() ?? expect.fail());
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'Algemeen');
    expect(confirm()).toBeNull();
    await user.click(press('Plaats nieuws'));
    expect(sent()).toMatchObject([{ news: { must_read: false } }]);
  });

  it('of departments, is found by name: those that are open, and none twice', async () => {
    const { user } = await bring();
    await user.click(affects());
    expect(offered()).toEqual(['Finance', 'HR', 'Logistiek']);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(chosen()).toEqual(['HR']);
    await user.type(affects(), 'i');
    expect(offered()).toEqual(['Finance', 'Logistiek']);
    await user.keyboard('st');
    await waitFor(() => expect(affects().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { name: 'Logistiek' }).id));
    await user.keyboard('{Enter}');
    expect(chosen()).toEqual(['HR', 'Logistiek']);
    await user.type(affects(), 'Post');
    expect(screen.getByText('Geen afdeling gevonden voor “Post”.')).toBeTruthy();
  });

  it('of departments, is taken back from the keyboard', async () => {
    const { user, choose } = await bring();
    for (const name of ['HR', 'Finance', 'Logistiek']) await choose(name);
    await user.keyboard('{Backspace}');
    expect(chosen()).toEqual(['HR', 'Finance']);
    await user.click(press('Haal HR weg'));
    expect(document.activeElement).toBe(press('Haal Finance weg'));
    await user.keyboard('{Enter}');
    expect(chosen()).toEqual([]);
    expect(document.activeElement).toBe(affects());
  });

  it('of departments, has a list that Esc closes before the composer', async () => {
    const { user } = await bring();
    await user.click(affects());
    expect(offered()).toHaveLength(3);
    await user.keyboard('{Escape}');
    expect(offered()).toEqual([]);
    expect(sheet()).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(sheet()).toBeNull();
  });

  it('of departments, is asked of twenty at most, and says so', async () => {
    departments = many;
    const { user } = await bring();
    await user.click(affects());
    for (let at = 0; at < 20; at += 1) await user.keyboard('{ArrowDown}{Enter}{ArrowDown}');
    await waitFor(() => expect(chosen()).toHaveLength(20));
    expect(screen.getByText('Je kiest hoogstens 20 afdelingen.')).toBeTruthy();
  });
});

describe('News that is kept', () => {
  it('is there again with all that was filled in, through a reload, and when one chooses another tab', async () => {
    const { user, choose, unmount } = await bring({ role: 'owner' }, general, ofHr);
    await user.type(title(), 'Nieuwe kluis');
    await user.type(lead(), '- ');
    await choose('HR');
    await user.click(confirm() ?? expect.fail());
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'HR');
    expect([title().value, lead().value, chosen(), confirm()?.checked]).toEqual(['Nieuwe kluis', '- ', ['HR'], true]);
    expect([keptDraft(21), keptDraft(22)?.news]).toEqual([undefined, { title: 'Nieuwe kluis', lead: '- ', mustRead: true, affects: [1] }]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'Algemeen');
    expect(press('Later verder')).toBeTruthy();
    unmount();
    await draw(composer({ role: 'owner' }, [general, ofHr]));
    know();
    expect((await screen.findByLabelText<HTMLInputElement>('Titel')).value).toBe('Nieuwe kluis');
    expect([lead().value, chosen(), confirm()?.checked]).toEqual(['- ', ['HR'], true]);
  });

  it('is lost by nobody who looks at another kind of post', async () => {
    const { user, choose } = await bring();
    await user.type(title(), 'Nieuwe kluis');
    await choose('HR');
    await user.type(words(), 'Tekst');
    await user.click(kind('Bericht'));
    await user.click(kind('Peiling'));
    await user.click(kind('Nieuws'));
    expect([(await screen.findByLabelText<HTMLInputElement>('Titel')).value, chosen(), words().value]).toEqual(['Nieuwe kluis', ['HR'], 'Tekst']);
    await user.click(kind('Bericht'));
    await user.click(press('Plaats bericht'));
    expect(sent()).toMatchObject([{ body: 'Tekst' }]);
    expect(sent()[0]).not.toHaveProperty('news');
  });
});

it('News is not offered to guests', async () => {
  await draw(composer({ role: 'guest' }, [general]));
  await userEvent.setup().click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  expect(screen.getAllByRole<HTMLInputElement>('radio', { name: /Bericht|Vraag|Idee|Nieuws|Peiling|Compliment/ }).map(({ value }) => value)).toEqual(['update', 'question', 'idea', 'poll', 'praise']);
});

it('On a phone, news is a tap away, and in sight once it is chosen', async () => {
  await bring();
  expect(kind('Nieuws').closest('label')?.dataset.later).toBe('true');
  expect(kind('Nieuws').checked).toBe(true);
});

describe('News that the server refuses', () => {
  const refused = async (...names: string[]) => {
    const drawn = await bring({ role: 'owner' });
    await drawn.user.type(title(), 'Nieuwe kluis');
    await drawn.user.click(confirm() ?? expect.fail());
    for (const name of names) await drawn.choose(name);
    await drawn.user.click(press('Plaats nieuws'));
    return drawn;
  };
  const goOn = async (user: ReturnType<typeof userEvent.setup>, action: string) => {
    onPost = () => new Promise(() => undefined);
    await user.click(await screen.findByRole('button', { name: action }));
    expect(outbox.get()).toHaveLength(1);
    const [first, second] = sent();
    expect(first?.client_id).not.toBe(second?.client_id);
    return second;
  };

  it('because a department was archived meanwhile says which, and can be posted without it', async () => {
    onPost = () => refusal(404, 'not_found', 'news');
    const { user } = await refused('HR', 'Finance');
    await screen.findByText('Plaatsen lukte niet. Een van de afdelingen die dit raakt, is gearchiveerd.');
    act(() => {
      queries.setQueryData(departmentsQuery.queryKey, { items: [{ ...hr, version: 2, archived: true }, finance], cursors: [] });
    });
    expect(await screen.findByText('Plaatsen lukte niet. HR is gearchiveerd.')).toBeTruthy();
    expect(await goOn(user, 'Plaats zonder HR')).toMatchObject({ body: '# Nieuwe kluis', news: { must_read: true, affects: [2] } });
  });

  it('because a department was archived reads the departments again before it says so', async () => {
    onPost = () => {
      departments = [{ ...hr, version: 2, archived: true }, { ...finance, version: 2, archived: true }, logistics];
      return refusal(404, 'not_found', 'news');
    };
    const { user } = await refused('HR', 'Finance', 'Logistiek');
    expect(await screen.findByText('Plaatsen lukte niet. HR en Finance zijn gearchiveerd.')).toBeTruthy();
    expect(await goOn(user, 'Plaats zonder HR en Finance')).toMatchObject({ news: { affects: [3] } });
  });

  it('because of a department that this page does not know to be archived, can be posted without any', async () => {
    onPost = () => refusal(404, 'not_found', 'news');
    const { user } = await refused('HR');
    expect(await screen.findByText('Plaatsen lukte niet. Een van de afdelingen die dit raakt, is gearchiveerd.')).toBeTruthy();
    expect(await goOn(user, 'Plaats zonder afdelingen')).toMatchObject({ news: { must_read: true, affects: [] } });
  });

  it('because its author may not ask any more, can be posted without asking', async () => {
    onPost = () => refusal(403, 'forbidden', 'must_read');
    const { user } = await refused('HR');
    expect(await screen.findByText('Plaatsen lukte niet. Je mag hier niet vragen om te bevestigen.')).toBeTruthy();
    expect(await goOn(user, 'Plaats zonder te vragen')).toMatchObject({ news: { must_read: false, affects: [1] } });
  });

  it('because its author is a guest by now, can be posted as a plain post', async () => {
    onPost = () => refusal(403, 'forbidden', 'news');
    const { user } = await refused();
    expect(await screen.findByText('Plaatsen lukte niet. Gasten plaatsen hier geen nieuws.')).toBeTruthy();
    expect(await goOn(user, 'Plaats als gewoon bericht')).not.toHaveProperty('news');
  });

  it('because it reads no title, says what a title is', async () => {
    onPost = () => refusal(400, 'invalid_request', '$.body');
    const { user } = await refused();
    expect(await screen.findByText('Plaatsen lukte niet. Nieuws begint met een titel van hoogstens 120 tekens.')).toBeTruthy();
    expect(await goOn(user, 'Plaats als gewoon bericht')).toMatchObject({ body: '# Nieuwe kluis' });
  });

  it('for another reason is tried again as it was', async () => {
    onPost = () => refusal(403, 'forbidden', 'tab');
    const { user } = await refused('HR');
    await user.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }));
    const [first, second] = sent();
    expect(second).toEqual(first);
  });
});

it('News that arrives is not taken for a plain post with the same words', async () => {
  const { user } = await bring();
  await user.type(title(), 'Nieuwe kluis');
  await user.click(press('Plaats nieuws'));
  const later = { author: 7, body: '# Nieuwe kluis', published_at: '2099-01-01T00:00:00.000Z' };
  act(() => settleByEvent(post(9, later)));
  expect(outbox.get()).toHaveLength(1);
  act(() => settleByEvent(post(9, { ...later, kind: 'news' })));
  expect(outbox.get()).toEqual([]);
});
