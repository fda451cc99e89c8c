import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { departmentsQuery } from '../../src/features/departments/departments.ts';
import { Composer } from '../../src/features/posts/Composer.tsx';
import { OutgoingPosts } from '../../src/features/posts/Outgoing.tsx';
import { outbox } from '../../src/features/posts/outbox.ts';
import type { TabView } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { department, group, person, tab } from '../make.ts';
import { close, fabian, facility, fatma, offer, offerLater, open, searches, sent } from './server.ts';

const general = tab(21);
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Je bericht' });
const list = () => screen.queryByRole('listbox', { name: 'Wie noem je?' });
const listed = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const selected = () => screen.getByRole('option', { selected: true });
const opens = () => screen.findByRole('listbox', { name: 'Wie noem je?' });
const closes = () => vi.waitFor(() => expect(list()).toBeNull());

async function compose(...tabs: [TabView, ...TabView[]]) {
  const drawn = await draw(
    <>
      <Composer group={group({ tabs })} tabs={tabs} />
      <OutgoingPosts scope={{ kind: 'group', group: 2 }} />
    </>,
  );
  act(() => {
    queries.setQueryData(departmentsQuery.queryKey, { items: [department(4, { name: 'Verkoop' }), facility], cursors: [] });
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
  return { ...drawn, user };
}

async function type(words: string) {
  const composed = await compose(general);
  await composed.user.type(field(), words);
  return composed;
}

/// Long after somebody did something.
async function restAfter(happens: () => Promise<void>) {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  await happens();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  vi.useRealTimers();
}

beforeEach(() => {
  open();
  outbox.set([]);
  offer('fa', [fatma, fabian], [facility]);
});
afterEach(close);

describe('Naming somebody in a post', () => {
  it('is offered behind an "@", people first, and travels as a link', async () => {
    const { user } = await type('Dag @fa');
    await opens();
    expect(listed()).toEqual([
      'Fatma Yıldız accountmanager, Verkoop',
      'Fabian Smit accountmanager, Verkoop',
      'Facilitair Afdeling: het afdelingshoofd krijgt een melding',
    ]);
    expect(screen.getByText('2 mensen en 1 afdeling. Kies met de pijltjes en Enter.')).toBeTruthy();
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(field().value).toBe('Dag @Fatma Yıldız ');
    expect(document.activeElement).toBe(field());
    await closes();
    await user.keyboard('weet het{Control>}{Enter}{/Control}');
    expect(sent()).toMatchObject([{ body: 'Dag [@Fatma Yıldız](person:12) weet het' }]);
    expect(screen.getByText('Dag @Fatma Yıldız weet het')).toBeTruthy();
  });

  it.each([
    ['the last one with the arrow up', '{ArrowUp}{Enter}', '@Facilitair ', '[@Facilitair](department:3)'],
    ['the second one with the arrow down and Tab', '{ArrowDown}{Tab}', '@Fabian Smit ', '[@Fabian Smit](person:13)'],
    ['the first one again, once around', '{ArrowDown}{ArrowDown}{ArrowDown}{Enter}', '@Fatma Yıldız ', '[@Fatma Yıldız](person:12)'],
  ])('chooses %s', async (_which, keys, shown, body) => {
    const { user } = await type('@fa');
    await opens();
    await user.keyboard(keys);
    expect(field().value).toBe(shown);
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(sent()).toMatchObject([{ body }]);
  });

  it('chooses with a tap, and goes on where one was', async () => {
    const { user } = await type('Dag @fa, kun je');
    field().setSelectionRange(7, 7);
    await user.keyboard('{Backspace}a');
    await user.click(within(await opens()).getByRole('option', { name: /Fabian/ }));
    expect(field().value).toBe('Dag @Fabian Smit, kun je');
    expect([field().selectionStart, document.activeElement]).toEqual([16, field()]);
  });

  it('tells a screen reader which one is meant', async () => {
    const { user, container } = await type('@fa');
    await opens();
    expect(field().getAttribute('aria-controls')).toBe(list()?.id);
    expect(field().getAttribute('aria-activedescendant')).toBe(selected().id);
    await user.keyboard('{ArrowDown}');
    expect(selected().textContent).toContain('Fabian');
    expect(field().getAttribute('aria-activedescendant')).toBe(selected().id);
    await expectAccessible(document.body);
    await user.keyboard('{Escape}');
    expect(field().getAttribute('aria-activedescendant')).toBeNull();
    await expectAccessible(container);
  });

  it('never sends while the list is open: Ctrl and Enter choose', async () => {
    const { user } = await type('@fa');
    await opens();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(field().value).toBe('@Fatma Yıldız ');
    expect(sent()).toEqual([]);
  });

  it('is left out with Escape, which then closes the list alone, for as long as one types on', async () => {
    const { user } = await type('@fa');
    await opens();
    await user.keyboard('{Escape}');
    await closes();
    offer('fat', [fatma]);
    await user.keyboard('t{Enter}');
    expect(field().value).toBe('@fat\n');
    await user.keyboard('@fa');
    await opens();
    await user.keyboard('{Escape}{Backspace}{Backspace}{Backspace}@fa');
    await opens();
    await user.keyboard('{Escape}{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('takes up to three words, and closes when nobody is called so', async () => {
    offer('jan de v', [person(14, 'Jan de Vries')]);
    const { user } = await type('@jan de v');
    await opens();
    await user.keyboard('x');
    await closes();
    await user.keyboard('{Enter}');
    expect(field().value).toBe('@jan de vx\n');
  });

  it('closes when the caret goes elsewhere, and when the field is left', async () => {
    const { user } = await type('Dag @fa');
    await opens();
    await user.keyboard('{Home}');
    await closes();
    await user.keyboard('{End}{Backspace}a');
    await opens();
    await user.click(screen.getByRole('radio', { name: 'Persoonlijk' }));
    await closes();
  });

  it('leaves Enter a new line as long as there is no list', async () => {
    offerLater('fx');
    await type('@fx{Enter}');
    expect(field().value).toBe('@fx\n');
  });

  it('leaves a key to whoever holds Shift or Ctrl, and to what puts letters together from keys', async () => {
    const { user } = await type('@fa');
    await opens();
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    for (const held of [{ ctrlKey: true }, { metaKey: true }]) fireEvent.keyDown(field(), { key: 'ArrowDown', ...held });
    expect(selected().textContent).toContain('Fatma');
    expect(field().value).toBe('@fa');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(field().value).toBe('@fa\n');
  });

  it('puts the name in as if it were typed, so that the browser can take it back', async () => {
    const insert = vi.fn((_command: string, _isShown: boolean, words: string) => {
      field().setRangeText(words, field().selectionStart, field().selectionEnd, 'end');
      return field().dispatchEvent(new Event('input', { bubbles: true }));
    });
    Object.assign(document, { execCommand: insert });
    const { user } = await type('@fa');
    await opens();
    await user.keyboard('{Enter}weet');
    Reflect.deleteProperty(document, 'execCommand');
    expect(insert.mock.calls).toEqual([['insertText', false, '@Fatma Yıldız ']]);
    expect(field().value).toBe('@Fatma Yıldız weet');
  });
});

describe('The server', () => {
  it('is asked for nothing without an "@", and once for what was typed in one go', async () => {
    offer('fabian', [fabian]);
    const { user } = await type('Dag, info');
    await user.keyboard(' en info@fa');
    expect(searches()).toEqual([]);
    await user.keyboard(' @fabian');
    await opens();
    expect(searches()).toEqual(['/api/tabs/21/mention-choices?search=fabian']);
  });

  it('is asked who wrote there last when no letter was typed yet', async () => {
    offer('', [fatma]);
    await type('@');
    await opens();
    expect(searches()).toEqual(['/api/tabs/21/mention-choices']);
  });

  it('is asked about the tab that one posts in', async () => {
    const { user } = await compose(general, tab(22));
    await user.type(field(), '@fa');
    await opens();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plaats in' }), 'HR');
    await user.type(field(), '{Backspace}a');
    await opens();
    expect(searches()).toEqual(['/api/tabs/21/mention-choices?search=fa', '/api/tabs/22/mention-choices?search=fa']);
  });

  it('that answers late replaces nothing: those who still fit stand there until the answer to what was typed last', async () => {
    const answerFab = offerLater('fab');
    const { user } = await type('@fa');
    await opens();
    await user.keyboard('b');
    expect(listed()).toEqual(['Fabian Smit accountmanager, Verkoop']);
    await vi.waitFor(() => expect(searches()).toHaveLength(2));
    await user.keyboard('{Backspace}');
    answerFab([person(15, 'Fabiola Bos')]);
    await user.keyboard('{Backspace}a');
    expect(listed()).toHaveLength(3);
    await user.keyboard('b');
    await vi.waitFor(() => expect(listed()).toEqual(['Fabiola Bos accountmanager']));
  });

  it('that found nobody is not asked about longer words', async () => {
    const { user } = await type('@xx');
    await vi.waitFor(() => expect(searches()).toHaveLength(1));
    await restAfter(() => user.keyboard('yz'));
    expect(searches()).toHaveLength(1);
  });
});

describe('What was written', () => {
  it('names nobody whose name somebody changed, and names them again when that is taken back', async () => {
    const { user } = await type('@fa');
    await opens();
    await user.keyboard('{Enter}{Backspace}{Backspace}');
    expect(field().value).toBe('@Fatma Yıldı');
    await user.keyboard(' is er');
    expect(screen.getByRole('button', { name: 'Later verder' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    await user.click(screen.getByRole('button', { name: /Wat wil je delen/ }));
    await user.type(field(), '@fa');
    await opens();
    await user.keyboard('{Enter}{Backspace}{Backspace}z');
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(sent()).toMatchObject([{ body: '@Fatma Yıldı is er' }, { body: '[@Fatma Yıldız](person:12)' }]);
  });

  it('stays who it names as a draft, through a reload', async () => {
    const { user, unmount } = await type('@fa');
    await opens();
    await user.keyboard('{Enter}');
    unmount();
    await draw(<Composer group={group()} tabs={[general]} />);
    expect(field().value).toBe('@Fatma Yıldız ');
    // Behind a name that is there already nobody is looked for.
    await restAfter(() => user.type(field(), '{Backspace} '));
    expect(searches()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(sent()).toMatchObject([{ body: '[@Fatma Yıldız](person:12)' }]);
  });

  it('tells two of one name apart by their department', async () => {
    offer('fat', [fatma, { ...fatma, id: 16 }]);
    const { user } = await type('@fat');
    await opens();
    await user.keyboard('{Enter}@fat');
    await opens();
    await user.keyboard('{ArrowDown}{Enter}@fat');
    expect(field().value).toBe('@Fatma Yıldız @Fatma Yıldız (Verkoop) @fat');
    await opens();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(sent()).toMatchObject([{ body: '[@Fatma Yıldız](person:12) [@Fatma Yıldız (Verkoop)](person:16) [@Fatma Yıldız](person:12)' }]);
  });

  it('tells a department apart from somebody of its name', async () => {
    offer('fac', [person(17, 'Facilitair')], [facility]);
    const { user } = await type('@fac');
    await opens();
    await user.keyboard('{Enter}@fac');
    await opens();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(field().value).toBe('@Facilitair @Facilitair (afdeling) ');
  });

  it('is not sent when it names more than fifty, and says so', async () => {
    const { user } = await compose(general);
    await user.click(field());
    await user.paste(Array.from({ length: 51 }, (_, id) => `[@P${id}](person:${id + 1})`).join(' '));
    expect(screen.getByText('Noem hoogstens 50 mensen en afdelingen in één tekst.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Plaats bericht' }));
    expect(sent()).toEqual([]);
  });
});
