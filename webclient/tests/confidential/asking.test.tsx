import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { servicesQuery } from '../../src/features/departments/services.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { keepDraft, keptDraft } from '../../src/features/posts/drafts.ts';
import { outbox } from '../../src/features/posts/outbox.ts';
import { answerTimesQuery } from '../../src/features/questions/answerTimes.ts';
import { queries } from '../../src/state/queries.ts';
import type { TabView } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, group, service, tab } from '../make.ts';
import '../../src/features/ideas/IdeaField.tsx';
import '../../src/features/polls/PollFields.tsx';
import '../../src/features/questions/QuestionField.tsx';

const hr = department(1, { name: 'HR' });
const items = [hr, department(4, { name: 'Facilitair' }), department(6, { name: 'Inkoop', archived: true })];
const services = [service(5, { name: 'Salaris en toeslagen', description: 'Loonstroken' })];
const general = tab(21);
const ofHr = tab(22, { department: 1 });
const everyone = 'Iedereen die hier meeleest';
const privateTo = (whom: string) => `Privé: alleen ${whom} en jij`;
const ofDesk = privateTo('de servicedesk van HR');
const nobody = /Je vraag is nog privé, maar er is niemand aan wie je hem stelt/;

const fetch = vi.fn<typeof globalThis.fetch>();
const sent = () => fetch.mock.calls.map(([, init]) => JSON.parse(init?.body as string) as Record<string, unknown>);
const field = () => screen.getByRole('combobox', { name: 'Waar gaat het over?' });
const radio = (name: string) => screen.queryByRole<HTMLInputElement>('radio', { name });
const asking = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Je vraag' });
const submit = () => screen.getByRole('button', { name: 'Stel je vraag privé' });

const know = () =>
  act(() => {
    queries.setQueryData(departmentsQuery.queryKey, { items, cursors: [] });
    queries.setQueryData(servicesQuery.queryKey, { items: services, cursors: [] });
    for (const { id } of items) queries.setQueryData(answerTimesQuery(id).queryKey, { answered: 0 });
  });

async function ask(...tabs: [TabView, ...TabView[]]) {
  const drawn = await draw(<Composer group={group({ tabs })} tabs={tabs} />);
  know();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  await user.click(screen.getByRole('radio', { name: 'Vraag' }));
  await screen.findByRole('combobox', { name: 'Waar gaat het over?' });
  return { ...drawn, user };
}

const choose = (name: string) => userEvent.setup().click(screen.getByRole('radio', { name }));

beforeEach(() => {
  vi.stubGlobal('fetch', fetch.mockImplementation(() => new Promise(() => undefined)));
  outbox.set([]);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('Who may read a question', () => {
  it('is everyone who reads there, unless one chooses; and each choice says whom it means', async () => {
    const { user, container } = await ask(ofHr);
    expect(screen.getByRole('group', { name: 'Wie mag dit lezen?' })).toBeTruthy();
    expect(radio(everyone)?.checked).toBe(true);
    expect(screen.getByText('Zichtbaar voor 31 leden van SSC & Verkoop')).toBeTruthy();
    expect(screen.getByText(/Anderen, ook beheerders, lezen het niet, en het staat niet in het overzicht van de groep\.$/)).toBeTruthy();
    await expectAccessible(container);
    await user.type(asking(), 'Wanneer?');
    await user.click(screen.getByRole('button', { name: 'Stel de vraag' }));
    expect(sent()).toMatchObject([{ question: {} }]);
    expect(sent()[0]).not.toHaveProperty('confidential');
  });

  it('is the desk alone, when one chooses that; the button and the line below the text say so', async () => {
    const { user, container } = await ask(ofHr);
    await choose(ofDesk);
    expect(screen.getByText('Alleen de servicedesk van HR en jij lezen dit.')).toBeTruthy();
    expect(screen.queryByText('Zichtbaar voor 31 leden van SSC & Verkoop.')).toBeNull();
    await expectAccessible(container);
    await user.type(asking(), 'Klopt mijn loon?');
    await user.click(submit());
    expect(sent()).toMatchObject([{ body: 'Klopt mijn loon?', question: {}, confidential: true }]);
  });

  it('waits for nobody’s approval where other posts do', async () => {
    await ask({ ...ofHr, needs_approval: true });
    expect(screen.getByRole('button', { name: 'Stuur in' })).toBeTruthy();
    await choose(ofDesk);
    expect(submit()).toBeTruthy();
    expect(screen.queryByText(/Een moderator bekijkt je bericht eerst/)).toBeNull();
  });

  it('is no choice where nobody is asked yet, and it says why', async () => {
    const { user } = await ask(general);
    expect(screen.queryByRole('group', { name: 'Wie mag dit lezen?' })).toBeNull();
    expect(screen.getByText('Kies een dienst of afdeling, dan kun je je vraag ook privé stellen.')).toBeTruthy();
    await user.type(field(), 'loon');
    await user.click(screen.getByRole('option', { name: /Salaris/ }));
    expect(screen.getByText(/De eigenaar van de dienst leest ook mee\./)).toBeTruthy();
    await choose(ofDesk);
    expect(screen.getByText('Alleen de servicedesk van HR, de eigenaar van de dienst en jij lezen dit.')).toBeTruthy();
  });

  it('is no choice in the tab of a department that was archived', async () => {
    await ask(tab(22, { department: 6 }));
    expect(screen.queryByRole('group', { name: 'Wie mag dit lezen?' })).toBeNull();
  });

  it('names another desk when one asks another', async () => {
    const { user } = await ask(ofHr);
    await choose(ofDesk);
    await user.type(field(), 'facil{ArrowDown}{Enter}');
    expect(radio(privateTo('de servicedesk van Facilitair'))?.checked).toBe(true);
    expect(screen.getByText('Alleen de servicedesk van Facilitair en jij lezen dit.')).toBeTruthy();
  });
});

describe('A question that is private', () => {
  it('stays so when nobody is asked any more, says so, and goes nowhere', async () => {
    const { user, container } = await ask(general);
    await user.type(field(), 'facil{ArrowDown}{Enter}');
    await choose(privateTo('de servicedesk van Facilitair'));
    await user.clear(field());
    await user.tab();
    expect(screen.getByRole('alert').textContent).toMatch(nobody);
    expect(radio(privateTo('de servicedesk'))?.checked).toBe(true);
    expect(screen.getByText('Nog niemand is gekozen om je vraag te lezen.')).toBeTruthy();
    await expectAccessible(container);
    await user.type(asking(), 'Wie leest dit?');
    await user.click(submit());
    expect(fetch).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field());
    await choose(everyone);
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Stel de vraag' }));
    expect(sent()).toMatchObject([{ question: {} }]);
  });

  it('stays so in another tab, which may ask nobody', async () => {
    const { user } = await ask(ofHr, general);
    await choose(ofDesk);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'Algemeen');
    expect(screen.getByRole('alert').textContent).toMatch(nobody);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'HR');
    expect(radio(ofDesk)?.checked).toBe(true);
  });

  it('is kept as that, through a reload', async () => {
    const { user, unmount } = await ask(ofHr);
    await choose(ofDesk);
    await user.type(asking(), 'Later meer');
    unmount();
    await draw(<Composer group={group()} tabs={[ofHr]} />);
    know();
    expect(asking().value).toBe('Later meer');
    await screen.findByRole('radio', { name: ofDesk });
    expect(radio(ofDesk)?.checked).toBe(true);
    expect(submit()).toBeTruthy();
  });

  it('is not private as another kind of post, which says so, and is again as a question', async () => {
    const { user } = await ask(ofHr);
    await choose(ofDesk);
    await choose('Bericht');
    expect(screen.getByText('Alleen een vraag kan privé zijn. Dit leest iedereen die hier meeleest.')).toBeTruthy();
    await choose('Vraag');
    expect(radio(ofDesk)?.checked).toBe(true);
    await choose(everyone);
    await choose('Bericht');
    expect(screen.queryByText(/Alleen een vraag kan privé zijn/)).toBeNull();
    await user.type(screen.getByRole('textbox', { name: 'Je bericht' }), 'Toch geen vraag');
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(sent()[0]).not.toHaveProperty('confidential');
  });

  const notAny = 'Alleen een vraag kan privé zijn. Dit leest iedereen die hier meeleest.';

  it('stays meant so when one closes and comes back, and asks whom it asked', async () => {
    const { user } = await ask(general);
    await user.type(field(), 'facil{ArrowDown}{Enter}');
    await choose(privateTo('de servicedesk van Facilitair'));
    await choose('Bericht');
    expect(keptDraft(21)).toEqual({ body: '', mark: 'work', askedPrivately: { department: 4 } });
    await user.click(screen.getByRole('button', { name: 'Annuleren' }));
    await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
    expect(screen.getByText(notAny)).toBeTruthy();
    await choose('Vraag');
    expect(radio(privateTo('de servicedesk van Facilitair'))?.checked).toBe(true);
    await user.type(asking(), 'Mag dit?');
    await user.click(submit());
    expect(sent()).toMatchObject([{ body: 'Mag dit?', question: { department: 4 }, confidential: true }]);
    expect(keptDraft(21)).toBeUndefined();
  });

  it.each(['Idee', 'Peiling'])('stays meant so through a reload, and as %s', async (kind) => {
    const { user, unmount } = await ask(ofHr);
    await choose(ofDesk);
    await user.type(asking(), 'Later meer');
    await choose(kind);
    unmount();
    await draw(<Composer group={group()} tabs={[ofHr]} />);
    know();
    expect(screen.getByText(notAny)).toBeTruthy();
    await choose('Vraag');
    await screen.findByRole('radio', { name: ofDesk });
    expect(radio(ofDesk)?.checked).toBe(true);
  });

  it('has no time of its own, though one chose one for what it was meanwhile', async () => {
    keepDraft(22, { body: 'Klopt dit?', mark: 'work', at: '2000-11-30T08:00', question: {}, confidential: true });
    await draw(<Composer group={group()} tabs={[ofHr]} />);
    know();
    fetch.mockClear();
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Stel je vraag privé' }));
    expect(sent()).toMatchObject([{ confidential: true }]);
    expect(sent()[0]).not.toHaveProperty('publish_at');
  });

  it('loses the time that one chose for another kind', async () => {
    keepDraft(22, { body: 'Klopt dit?', mark: 'work', at: '2999-11-30T08:00', askedPrivately: {} });
    await draw(<Composer group={group()} tabs={[ofHr]} />);
    know();
    await choose('Vraag');
    expect(keptDraft(22)).toEqual({ body: 'Klopt dit?', mark: 'work', question: {}, confidential: true });
  });

  it('is nothing to what one began in another tab', async () => {
    keepDraft(21, { body: 'Iets anders', mark: 'work' });
    const { user } = await ask(ofHr, general);
    await user.type(field(), 'facil{ArrowDown}{Enter}');
    await choose(privateTo('de servicedesk van Facilitair'));
    await choose('Bericht');
    await user.click(screen.getByRole('button', { name: 'Verder met je concept in Algemeen' }));
    expect(screen.queryByText(notAny)).toBeNull();
    await choose('Vraag');
    expect(keptDraft(21)).toEqual({ body: 'Iets anders', mark: 'work', question: {}, confidential: false });
  });

  it('is chosen with the keyboard', async () => {
    const { user } = await ask(ofHr);
    radio(everyone)?.focus();
    await user.keyboard('{ArrowDown}');
    expect(radio(ofDesk)?.checked).toBe(true);
  });
});
