import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { api } from '../../src/protocol/client.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { me, page as pageOf } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import { now, refused, said } from './card-page.ts';
import '../../src/features/calendar/CalendarPage.tsx';
import '../../src/features/calendar/FeedDialog.tsx';

const path = '/api/calendar-feed';
const token = 'a_b-'.padEnd(43, 'c');
const address = `${location.origin}/api/calendar-feed/${token}/plein.ics`;

describe('Connecting a calendar', () => {
  let network: Network;
  const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
  const answer = (body: object, status = 200) => act(() => network.answer(path, status === 200 ? body : { status, ...body }, status));
  const dialog = () => within(screen.getByRole('dialog', { name: 'Agenda koppelen' }));
  const button = (name: string) => dialog().queryByRole('button', { name });
  const press = (name: string) => user().click(dialog().getByRole('button', { name }));
  const sure = (title: string, name: string) => user().click(within(screen.getByRole('alertdialog', { name: title })).getByRole('button', { name }));

  async function open(feed: { since?: string }) {
    vi.setSystemTime(now);
    await visit('/agenda');
    await act(() => network.pass(50));
    await act(() => network.answer('/api/events?mine=false', pageOf([])));
    await user().click(screen.getByRole('button', { name: 'Agenda koppelen' }));
    await screen.findByRole('dialog', { name: 'Agenda koppelen' });
    await answer(feed);
  }

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

  it('says first what it is for, and who then reads what', async () => {
    await open({});
    expect(dialog().getByText(/geheim adres lezen Outlook, Google of je telefoon de bijeenkomsten waar je komt of misschien komt/)).toBeTruthy();
    expect(dialog().getByText('Kies in je agenda “Abonneren” of “Via URL” en plak het adres. Wijzigingen staan er soms pas na een paar uur.')).toBeTruthy();
    expect(dialog().getByText(/Wie het adres heeft, ziet waar en wanneer je ergens bent/)).toBeTruthy();
    expect([button('Maak het adres') !== null, button('Stop het koppelen')]).toEqual([true, null]);
    await expectAccessible(screen.getByRole('dialog'));
  });

  it('makes the address, shows it this once, and copies it', async () => {
    await open({});
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await press('Maak het adres');
    await answer({ token });
    expect(dialog().getByText('Kopieer dit adres nu en zet het in je agenda. Je ziet het maar één keer.')).toBeTruthy();
    expect(dialog().getByText(address)).toBeTruthy();
    expect(document.activeElement).toBe(button('Maak een nieuw adres'));
    await press('Adres kopiëren');
    expect([writeText.mock.calls, said()]).toEqual([[[address]], ['Adres gekopieerd']]);
    await expectAccessible(screen.getByRole('dialog'));
  });

  it('says so when copying fails: the address stays', async () => {
    await open({});
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    await press('Maak het adres');
    await answer({ token });
    await press('Adres kopiëren');
    expect(said()).toEqual(['Het adres kopiëren lukte niet']);
    expect(dialog().getByText(address)).toBeTruthy();
  });

  it('says since when there is one, and never again which', async () => {
    await open({ since: '2026-11-03T09:00:00.000Z' });
    expect(dialog().getByText('Er is een adres sinds 3 nov 2026.')).toBeTruthy();
    expect(button('Maak het adres')).toBeNull();
  });

  it('asks before another takes the place of the one there is', async () => {
    const make = vi.spyOn(api, 'makeCalendarFeed');
    await open({ since: '2026-11-03T09:00:00.000Z' });
    await press('Maak een nieuw adres');
    expect(screen.getByText(/Het adres dat er nu is, werkt dan niet meer/)).toBeTruthy();
    await sure('Een nieuw adres maken?', 'Annuleren');
    expect(make).not.toHaveBeenCalled();
    await press('Maak een nieuw adres');
    await sure('Een nieuw adres maken?', 'Maak een nieuw adres');
    await answer({ token });
    expect(dialog().getByText(address)).toBeTruthy();
  });

  it('ends it, after asking', async () => {
    const end = vi.spyOn(api, 'endCalendarFeed');
    await open({});
    // A dialog that opened half a second ago takes the focus when nothing has it, as between a question and its answer:
    // nobody is as fast as this test.
    await act(() => network.pass(600));
    await press('Maak het adres');
    await answer({ token });
    await press('Stop het koppelen');
    await sure('Stoppen met koppelen?', 'Annuleren');
    expect(end).not.toHaveBeenCalled();
    await press('Stop het koppelen');
    await sure('Stoppen met koppelen?', 'Stop het koppelen');
    await act(() => network.pass(50));
    expect(document.activeElement).toBe(button('Stop het koppelen'));
    await answer({});
    expect(said()).toEqual(['Je agenda is niet meer gekoppeld']);
    expect([dialog().queryByText(address), button('Stop het koppelen')]).toEqual([null, null]);
    expect(document.activeElement).toBe(button('Maak het adres'));
  });

  it('says why it could not be made, and asks how it stands', async () => {
    await open({});
    await press('Maak het adres');
    await answer(refused('overloaded'), 503);
    expect(said()).toEqual(['Het is nu te druk. Probeer het zo opnieuw.']);
    await answer({ since: now });
    expect(dialog().getByText('Er is een adres sinds 23 nov 2026.')).toBeTruthy();
  });

  it('says so when it could not be asked, and one can try again', async () => {
    vi.setSystemTime(now);
    await visit('/agenda');
    await act(() => network.pass(50));
    await user().click(screen.getByRole('button', { name: 'Agenda koppelen' }));
    await answer(refused('not_found'), 404);
    await press('Opnieuw proberen');
    await answer({});
    expect(button('Maak het adres')).toBeTruthy();
  });
});
