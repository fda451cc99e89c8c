import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { DraftsPage } from '../../src/features/drafts/DraftsPage.tsx';
import { draftsQuery, keepKnown, knownOf } from '../../src/features/drafts/drafts.ts';
import { apart, unsaved } from '../../src/features/drafts/sync.ts';
import { groupsQuery } from '../../src/features/groups/groups.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { type Draft, keepDraft, keptDraft, putDraft } from '../../src/features/posts/drafts.ts';
import type { TabView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible, know } from '../draw.tsx';
import { at, group, tab } from '../make.ts';
// What the composer fetches is here already: a busy machine loads it slowly.
import '../../src/features/drafts/DraftNote.tsx';
import '../../src/features/questions/QuestionField.tsx';

const [general, ofHr] = [tab(21), tab(22)];
const saying = (body: string): Draft => ({ body, mark: 'work' });
const contentOf = (body: string) => JSON.stringify(saying(body));
const press = (name: string | RegExp) => screen.getByRole('button', { name });
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Je bericht' });

const compose = (...tabs: [TabView, ...TabView[]]) => draw(<Composer group={group({ tabs })} tabs={tabs} />);

beforeEach(() => {
  // Whose drafts these are.
  know();
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  apart.set(new Map());
  unsaved.set(new Set());
});
afterEach(() => {
  toasts.clear();
  vi.unstubAllGlobals();
});

describe('Where one writes', () => {
  it('says how far the draft has been kept', async () => {
    keepDraft(21, saying('Hallo'));
    keepKnown(21, { version: 1, content: contentOf('Hallo') });
    const { container } = await compose(general);
    expect(await screen.findByText('Concept opgeslagen')).toBeTruthy();
    await expectAccessible(container);
    await userEvent.setup().type(field(), '!');
    expect(screen.queryByText('Concept opgeslagen')).toBeNull();
    act(() => unsaved.set(new Set([21])));
    expect(screen.getByText('Opgeslagen op dit apparaat')).toBeTruthy();
  });

  it('has what another device kept, and does not open under the eyes of who reads', async () => {
    await compose(general);
    act(() => putDraft(21, saying('Van mijn telefoon')));
    expect(screen.queryByRole('textbox')).toBeNull();
    await userEvent.setup().click(press('Verder met je concept in Algemeen'));
    expect(field().value).toBe('Van mijn telefoon');
    act(() => putDraft(21, saying('Van mijn telefoon, en verder')));
    expect(field().value).toBe('Van mijn telefoon, en verder');
  });

  it('offers what another device keeps, beside what is being typed', async () => {
    keepDraft(21, saying('Hier'));
    const { container } = await compose(general);
    act(() => apart.set(new Map([[21, { tab: 21, version: 4, content: contentOf('Daar'), saved_at: at(1) }]])));
    const note = within((await screen.findByText('Op een ander apparaat staat een ander concept.')).closest<HTMLElement>('[role=status]') ?? expect.fail());
    expect([note.getByText('Bekijken').tagName, note.getByText('Daar').textContent, field().value]).toEqual(['SUMMARY', 'Daar', 'Hier']);
    await expectAccessible(container);
    await userEvent.setup().click(press('Gebruik dat'));
    expect([field().value, screen.queryByText('Bekijken')]).toEqual(['Daar', null]);
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    expect(field().value).toBe('Hier');
  });

  it.each([
    ['here', { confidential: true }, {}, 'Wat hier staat is een privévraag. Dat concept niet.'],
    ['there', {}, { confidential: true }, 'Dat concept is een privévraag. Wat hier staat niet.'],
  ])('says so when only one of them is private: %s', async (_where, here, there, words) => {
    keepDraft(21, { ...saying('Hier'), question: {}, ...here });
    await act(() => compose(general));
    const content = JSON.stringify({ ...saying('Daar'), question: {}, ...there });
    act(() => apart.set(new Map([[21, { tab: 21, version: 4, content, saved_at: at(1) }]])));
    expect(await screen.findByText(words)).toBeTruthy();
    const theirs = screen.getByText('Bekijken').closest('details') ?? expect.fail();
    expect(within(theirs).queryByText('Privévraag') !== null).toBe('confidential' in there);
  });

  it('says nothing of it when both are', async () => {
    const asks = { question: {}, confidential: true };
    keepDraft(21, { ...saying('Hier'), ...asks });
    await act(() => compose(general));
    const content = JSON.stringify({ ...saying('Daar'), ...asks });
    act(() => apart.set(new Map([[21, { tab: 21, version: 4, content, saved_at: at(1) }]])));
    await screen.findByText('Op een ander apparaat staat een ander concept.');
    expect(screen.queryByText(/Dat concept/)).toBeNull();
  });

  it('keeps what stands there, when one says so', async () => {
    keepDraft(21, saying('Hier'));
    await compose(general);
    act(() => apart.set(new Map([[21, { tab: 21, version: 4, content: contentOf('Daar'), saved_at: at(1) }]])));
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Houd dit' }));
    expect([field().value, screen.queryByText('Bekijken')]).toEqual(['Hier', null]);
  });

  it('says that what it keeps is only here while another device has what cannot be read here, and keeps it at a word', async () => {
    keepDraft(21, saying('Hier'));
    const { container } = await compose(general);
    act(() => apart.set(new Map([[21, { tab: 21, version: 4, content: '{"shape":"of tomorrow"}', saved_at: at(1) }]])));
    expect(await screen.findByText(/een concept dat dit apparaat niet kan tonen/)).toBeTruthy();
    expect(screen.getByText('Opgeslagen op dit apparaat')).toBeTruthy();
    await expectAccessible(container);
    await userEvent.setup().click(press('Houd dit'));
    expect([apart.get().size, knownOf(21).version, screen.queryByText(/niet kan tonen/)]).toEqual([0, 4, null]);
  });

  it('leads to what one began in another tab, and writes over neither', async () => {
    keepDraft(22, saying('Voor HR'));
    await compose(general, ofHr);
    const user = userEvent.setup();
    await user.click(press(/Wat wil je delen/));
    await user.type(field(), 'Voor iedereen');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'HR');
    expect(field().value).toBe('Voor HR');
    await user.click(press('Verder met je concept in Algemeen'));
    expect(field().value).toBe('Voor iedereen');
    expect([keptDraft(21)?.body, keptDraft(22)?.body]).toEqual(['Voor iedereen', 'Voor HR']);
  });
});

describe('The page of drafts', () => {
  const open = async () => {
    const drawn = await draw(<DraftsPage />);
    const saved = (id: number, body: string, minute: number) => ({ tab: id, version: 1, content: contentOf(body), saved_at: at(minute) });
    act(() => {
      queries.setQueryData(draftsQuery.queryKey, { items: [saved(21, 'Eerst', 1), saved(22, 'Later', 2)], cursors: [], readAt: 0 });
    });
    return drawn;
  };
  const rows = () => screen.queryAllByRole('listitem').map((row) => row.textContent);

  it('has the last one first, with where it is to be posted, and leads there', async () => {
    keepDraft(21, saying('Eerst'));
    keepDraft(22, { ...saying('Later'), event: { title: 'Zomerfeest', begins: '', ends: '', place: '', places: '' } });
    const { container } = await open();
    await vi.waitFor(() =>
      expect(rows().map((row) => row.replaceAll('\u00A0', ' '))).toEqual([
        expect.stringMatching(/^BijeenkomstZomerfeestLaterSSC & Verkoop › HR/),
        expect.stringMatching(/^EerstSSC & Verkoop › Algemeen/),
      ]),
    );
    expect(screen.getAllByRole('link', { name: /^Verder/ }).map((link) => link.getAttribute('href'))).toEqual(['/g/2/22', '/g/2/21']);
    await expectAccessible(container);
  });

  it('leaves out what says nothing, and what is to be posted where one does not read any more', async () => {
    keepDraft(22, { ...saying(''), idea: {} });
    keepDraft(99, saying('Uit het zicht'));
    await open();
    expect([rows(), screen.getByText('Je hebt geen concepten.').textContent]).toEqual([[], 'Je hebt geen concepten.']);
  });

  it('has words to copy where one may not post: its composer does not come', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    keepDraft(21, { ...saying('Koffie?'), poll: { options: ['Ja', 'Nee'], multiple: false, anonymous: false, closing: '7', at: '' } });
    const { container } = await open();
    act(() => {
      queries.setQueryData(groupsQuery.queryKey, { items: [group({ tabs: [{ ...general, may_post: false }] })], cursors: [] });
    });
    await userEvent.setup().click(await screen.findByRole('button', { name: /^Kopieer de tekst van je concept in/ }));
    expect(copied).toHaveBeenCalledWith('Koffie?\nJa\nNee');
    expect([screen.queryByRole('link', { name: /^Verder/ }), screen.getByText('Je mag hier nu geen berichten plaatsen.').tagName]).toEqual([null, 'P']);
    await expectAccessible(container);
  });

  it('says which question is private', async () => {
    keepDraft(21, { ...saying('Mijn loon'), question: {}, confidential: true });
    keepDraft(22, { ...saying('De kantine'), question: {} });
    await open();
    await vi.waitFor(() => expect(rows().map((row) => row.includes('Privévraag'))).toEqual([false, true]));
  });

  it('throws one away, and has it back at a word', async () => {
    keepDraft(21, saying('Eerst'));
    await open();
    await userEvent.setup().click(press(/^Weggooien: je concept in/));
    expect([keptDraft(21), rows()]).toEqual([undefined, []]);
    act(() => toasts.visibleToasts[0]?.content.action?.run());
    expect(rows()).toHaveLength(1);
  });
});
