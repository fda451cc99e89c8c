import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { meQuery } from '../../src/features/accounts/session.ts';
import { forgetPeople, learnPeople } from '../../src/features/people/people.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { keptDraft } from '../../src/features/posts/drafts.ts';
import { OutgoingPosts } from '../../src/features/posts/Outgoing.tsx';
import { outbox, settleByEvent } from '../../src/features/posts/outbox.ts';
import { queries } from '../../src/state/queries.ts';
import type { NewPraise, Person, TabView } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { group, me, person, post, tab } from '../make.ts';
import '../../src/features/praise/PraiseField.tsx';

const general = tab(21);
const ofHr = tab(22);
const daan = person(8, 'Daan Smit');
const fatma = person(30, 'Fatma Yıldız');
const piotr = person(31, 'Piotr Nowak');
const many = Array.from({ length: 22 }, (_, at) => person(100 + at, `Collega ${String.fromCharCode(65 + at)}`));
const everyone = [fatma, daan, piotr, me.person, ...many];

interface Sent {
  client_id: string;
  body: string;
  praise?: NewPraise;
}

const fetch = vi.fn<typeof globalThis.fetch>();
const answer = (body: object, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const refusal = (status: number, code: string, field: string) => answer({ status, code, field, request_id: 'R-77' }, status);
const posts = () => fetch.mock.calls.filter(([, init]) => init?.method === 'POST');
const sent = () => posts().map(([, init]) => JSON.parse(init?.body as string) as Sent);
const asked = () => fetch.mock.calls.map(([path]) => path).filter((path) => (path as string).includes('mention-choices'));

/// What the server does with a post; nothing, until a test says so.
let onPost: () => Promise<Response>;
/// Who wrote last is the first two; by name everyone is found whose name begins so.
let people: Person[];
const server: typeof globalThis.fetch = (path, init) => {
  const url = new URL(path as string, 'http://plein');
  if (init?.method === 'POST') return onPost();
  if (url.pathname === '/api/people') return answer({ items: people });
  if (!url.pathname.endsWith('/mention-choices')) return new Promise(() => undefined);
  const search = url.searchParams.get('search');
  const found = search === null ? [fatma, daan] : everyone.filter(({ name }) => name.toLowerCase().startsWith(search.toLowerCase()));
  return answer({ people: found, departments: [] });
};

const kind = (name: string) => screen.getByRole('radio', { name });
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Voor wie?' });
const words = () => screen.getByLabelText<HTMLTextAreaElement>('Je compliment');
const press = (name: string) => screen.getByRole('button', { name });
const offered = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
/// Those who stand in the field, by the buttons that take them out.
const chosen = () =>
  within(screen.getByRole('region', { name: 'Nieuw bericht', hidden: true }))
    .queryAllByRole('button', { name: /^Haal .* weg$/, hidden: true })
    .map((button) => /^Haal (.*) weg$/.exec(button.getAttribute('aria-label') ?? '')?.[1]);

async function thank(...tabs: [TabView, ...TabView[]]) {
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
  await user.click(kind('Compliment'));
  await screen.findByRole('combobox', { name: 'Voor wie?' });
  const choose = async (begin: string, name: string) => {
    await user.type(field(), begin);
    await user.click(await screen.findByRole('option', { name: new RegExp(name) }));
  };
  return { ...drawn, user, choose };
}

beforeEach(() => {
  onPost = () => new Promise(() => undefined);
  people = everyone;
  vi.stubGlobal('fetch', fetch.mockImplementation(server));
  outbox.set([]);
});
afterEach(() => {
  forgetPeople();
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('Giving praise', () => {
  it('has words of its own, and is sent with whom it is for', async () => {
    const { user, choose, container } = await thank(general);
    expect(words().placeholder).toBe('Waarvoor geef je dit compliment?');
    await expectAccessible(container);
    await choose('pio', 'Piotr Nowak');
    await choose('da', 'Daan Smit');
    expect(chosen()).toEqual(['Piotr Nowak', 'Daan Smit']);
    await expectAccessible(container);
    await user.type(words(), 'Voor de nachtploeg');
    await user.click(press('Geef compliment'));
    expect(sent()).toMatchObject([{ body: 'Voor de nachtploeg', mark: 'work', praise: { people: [31, 8] } }]);
    expect(screen.getByText('Compliment')).toBeTruthy();
    expect(screen.getByText('Compliment voor').closest('p')?.textContent).toBe('Compliment voor Piotr Nowak en Daan Smit');
  });

  it('offers who wrote there last, as soon as one is in the field, and nobody who was chosen', async () => {
    const { user } = await thank(general);
    expect(asked()).toEqual(['/api/tabs/21/mention-choices']);
    await user.click(field());
    await waitFor(() => expect(offered()).toEqual(['Fatma Yıldız accountmanager', 'Daan Smit accountmanager']));
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(chosen()).toEqual(['Daan Smit']);
    expect(offered()).toEqual([]);
    expect(field().value).toBe('');
    await user.keyboard('{ArrowDown}');
    expect(offered()).toEqual(['Fatma Yıldız accountmanager']);
  });

  it('takes the first who is found with Enter, and nobody who does not fit what was typed', async () => {
    const { user } = await thank(general);
    await user.click(field());
    await screen.findByRole('option', { name: /Fatma/ });
    // The answer about these letters is still to come.
    await user.keyboard('pio{Enter}');
    expect([chosen(), field().value]).toEqual([[], 'pio']);
    const option = await screen.findByRole('option', { name: /Piotr/ });
    await waitFor(() => expect(field().getAttribute('aria-activedescendant')).toBe(option.id));
    await expectAccessible(screen.getByRole('listbox'));
    await user.keyboard('{Enter}');
    expect(chosen()).toEqual(['Piotr Nowak']);
    expect(screen.getByText('Piotr Nowak gekozen')).toBeTruthy();
  });

  it('is never for oneself', async () => {
    const { user } = await thank(general);
    await user.type(field(), 'Roos');
    expect(await screen.findByText('Niemand gevonden voor “Roos”.')).toBeTruthy();
    expect(offered()).not.toContain('Roos van der Meulen');
  });

  it('takes people out with Backspace in the empty field, or with their own button, from one to the next', async () => {
    const { user, choose } = await thank(general);
    for (const [begin, name] of [['pio', 'Piotr'], ['da', 'Daan'], ['fat', 'Fatma']] as const) await choose(begin, name);
    await user.type(field(), 'x{Backspace}');
    expect(chosen()).toHaveLength(3);
    await user.keyboard('{Backspace}');
    expect(chosen()).toEqual(['Piotr Nowak', 'Daan Smit']);
    expect(screen.getByText('Fatma Yıldız weggehaald')).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.click(press('Haal Piotr Nowak weg'));
    expect(document.activeElement).toBe(press('Haal Daan Smit weg'));
    await user.keyboard('{Enter}');
    expect(chosen()).toEqual([]);
    expect(document.activeElement).toBe(field());
  });

  it('is for twenty people at most, and says so', async () => {
    const { user } = await thank(general);
    act(() => learnPeople(many));
    await user.type(words(), 'Dank jullie wel');
    for (const { name } of many.slice(0, 20)) {
      await user.type(field(), name);
      await screen.findByRole('option', { name: new RegExp(name) });
      await user.keyboard('{Enter}');
    }
    expect(chosen()).toHaveLength(20);
    expect(screen.getByText('Je kiest hoogstens 20 mensen.')).toBeTruthy();
    await user.type(field(), 'Daan');
    expect(field().value).toBe('');
    expect(offered()).toEqual([]);
    await user.keyboard('{Backspace}');
    expect(chosen()).toHaveLength(19);
    expect(screen.queryByText('Je kiest hoogstens 20 mensen.')).toBeNull();
  });

  it('says that nobody was chosen once one tries, and goes there', async () => {
    const { user, choose } = await thank(general);
    await user.type(words(), 'Dank je wel');
    expect(screen.queryByText('Kies voor wie het compliment is.')).toBeNull();
    await user.click(press('Geef compliment'));
    expect(screen.getByText('Kies voor wie het compliment is.').id).toBe(field().getAttribute('aria-describedby'));
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field());
    expect(sent()).toEqual([]);
    await choose('da', 'Daan');
    expect(screen.queryByText('Kies voor wie het compliment is.')).toBeNull();
  });

  it('of another kind has been tried with nothing', async () => {
    const { user } = await thank(general);
    await user.type(words(), 'Dank je wel');
    await user.click(press('Geef compliment'));
    await user.keyboard('{Escape}');
    await user.click(kind('Bericht'));
    await user.click(kind('Compliment'));
    expect(field().getAttribute('aria-invalid')).toBeNull();
    expect(document.activeElement).toBe(kind('Compliment'));
  });

  it('is kept with whom it is for, through a reload, and when one chooses another tab', async () => {
    const { user, choose, unmount } = await thank(general, ofHr);
    await choose('pio', 'Piotr');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'HR');
    expect(chosen()).toEqual(['Piotr Nowak']);
    await user.click(field());
    await waitFor(() => expect(asked().at(-1)).toBe('/api/tabs/22/mention-choices'));
    await user.keyboard('{Escape}');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'Algemeen');
    expect(keptDraft(21)).toEqual({ body: '', mark: 'work', praise: { people: [31] } });
    expect(press('Later verder')).toBeTruthy();
    unmount();
    await draw(<Composer group={group()} tabs={[general, ofHr]} />);
    await screen.findByRole('combobox', { name: 'Voor wie?' });
    expect(chosen()).toEqual(['Piotr Nowak']);
  });

  it('loses nobody to whoever looks at another kind of post', async () => {
    const { user, choose } = await thank(general);
    await choose('pio', 'Piotr');
    await user.type(words(), 'Dank je wel');
    await user.click(kind('Bericht'));
    await user.click(kind('Peiling'));
    await user.click(kind('Compliment'));
    await screen.findByRole('combobox', { name: 'Voor wie?' });
    expect(chosen()).toEqual(['Piotr Nowak']);
    await user.click(kind('Bericht'));
    await user.click(press('Plaats bericht'));
    expect(sent()).toMatchObject([{ body: 'Dank je wel' }]);
    expect(sent()[0]).not.toHaveProperty('praise');
  });
});

describe('Praise that the server refuses', () => {
  const refused = async (...names: [string, string][]) => {
    const drawn = await thank(general);
    for (const [begin, name] of names) await drawn.choose(begin, name);
    await drawn.user.type(words(), 'Dank je wel');
    await drawn.user.click(press('Geef compliment'));
    return drawn;
  };

  it('because one of them has left says who, and can be posted for the others', async () => {
    onPost = () => refusal(404, 'not_found', 'praise');
    people = [{ ...piotr, version: 2, suspended: true }, daan, fatma];
    const { user } = await refused(['pio', 'Piotr'], ['da', 'Daan'], ['fat', 'Fatma']);
    expect(await screen.findByText('Plaatsen lukte niet. Piotr Nowak is niet meer op Plein.')).toBeTruthy();
    onPost = () => new Promise(() => undefined);
    await user.click(press('Plaats voor de anderen'));
    expect(sent().map(({ praise }) => praise?.people)).toEqual([[31, 8, 30], [8, 30]]);
    expect(new Set(sent().map(({ client_id: id }) => id)).size).toBe(2);
    expect(outbox.get()).toHaveLength(1);
  });

  it('because all of them have left can be posted as a plain post', async () => {
    onPost = () => refusal(404, 'not_found', 'praise');
    people = [{ ...fatma, version: 2, suspended: true }];
    const { user } = await refused(['fat', 'Fatma']);
    expect(await screen.findByText('Plaatsen lukte niet. Fatma Yıldız is niet meer op Plein.')).toBeTruthy();
    onPost = () => new Promise(() => undefined);
    await user.click(press('Plaats als gewoon bericht'));
    expect(sent()[1]).toMatchObject({ body: 'Dank je wel', mark: 'work' });
    expect(sent()[1]).not.toHaveProperty('praise');
  });

  it('without saying who of them is gone says that somebody is', async () => {
    onPost = () => refusal(404, 'not_found', 'praise');
    people = [];
    await refused(['pio', 'Piotr'], ['da', 'Daan']);
    expect(await screen.findByText('Plaatsen lukte niet. Een van deze mensen is niet meer op Plein.')).toBeTruthy();
    expect(press('Plaats als gewoon bericht')).toBeTruthy();
  });

  it('as not possible for these people keeps its words', async () => {
    onPost = () => refusal(400, 'invalid_request', '$.praise.people');
    await refused(['da', 'Daan']);
    expect(await screen.findByText('Plaatsen lukte niet. Voor deze mensen kan het geen compliment worden.')).toBeTruthy();
    expect(press('Plaats als gewoon bericht')).toBeTruthy();
  });

  it('for a while is tried again as it was', async () => {
    onPost = () => answer({ status: 500, code: 'internal', request_id: 'R-78' }, 500);
    const { user } = await refused(['da', 'Daan']);
    await user.click(await screen.findByRole('button', { name: 'Opnieuw proberen' }));
    const [first, second] = sent();
    expect(second).toEqual(first);
  });
});

it('Praise that arrives is not taken for a post with the same words to others', async () => {
  const { user, choose } = await thank(general);
  await choose('da', 'Daan');
  await user.type(words(), 'Dank je wel');
  await user.click(press('Geef compliment'));
  const later = { author: 7, body: 'Dank je wel', published_at: '2099-01-01T00:00:00.000Z' };
  act(() => settleByEvent(post(9, later)));
  act(() => settleByEvent(post(9, { ...later, kind: 'praise', praised: [31] })));
  act(() => settleByEvent(post(9, { ...later, kind: 'praise', praised: [8, 31] })));
  expect(outbox.get()).toHaveLength(1);
  act(() => settleByEvent(post(9, { ...later, kind: 'praise', praised: [8] })));
  expect(outbox.get()).toEqual([]);
});
