import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { forgetPresences, ownPresence, presences } from '../../src/features/presence/presence.ts';
import { api } from '../../src/protocol/client.ts';
import type { OwnPresence, Presence } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { me } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
// What the menu fetches is here already: a busy machine loads it slowly.
import '../../src/app/ProfileActions.tsx';
import '../../src/features/presence/PresenceDialog.tsx';

let network: Network;
const user = () => userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
const path = '/api/me/presence';
const menu = () => screen.getByRole('button', { name: /^Menu van Roos/ });
const dialog = async () => within(await screen.findByRole('dialog', { name: 'Je aanwezigheid' }));
const held = (more: Partial<OwnPresence> = {}): OwnPresence => ({ shown: true, sign: 'do_not_disturb', until: '2026-11-23T14:00:00.000Z', ...more });

async function open(own: OwnPresence | undefined, shown?: Presence) {
  await visit('/help');
  act(() => {
    ownPresence.set(own);
    if (shown) presences.set(new Map([[shown.person, shown]]));
  });
  // The clock of the page ticks.
  await act(() => network.pass(30_000));
}
async function openDialog(own?: OwnPresence) {
  await open(own);
  await user().click(menu());
  await user().click(await screen.findByRole('menuitem', { name: 'Je aanwezigheid' }));
  return dialog();
}

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
  // Monday, ten past nine in Amsterdam.
  vi.setSystemTime('2026-11-23T08:10:00.000Z');
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  toasts.clear();
  queries.clear();
  forgetPresences();
});

describe('One’s own presence', () => {
  it('is not shown unless one wants it, and then at once', async () => {
    const set = vi.spyOn(api, 'setPresence');
    const shown = await openDialog({ shown: false });
    const toggle = shown.getByRole('switch', { name: 'Laat zien dat je er bent' });
    expect(toggle.getAttribute('aria-checked')).toBe('false');
    expect(shown.getByText('Nu ziet niemand of je er bent.')).toBeTruthy();
    expect(shown.queryByRole('button', { name: '1 uur' })).toBeNull();
    await user().click(toggle);
    expect(set).toHaveBeenCalledWith({ shown: true });
    expect(shown.getByRole('switch', { checked: true })).toBeTruthy();
    await expectAccessible(screen.getByRole('dialog'));
  });

  it('is read when it is not known yet, and not shown as off before', async () => {
    const shown = await openDialog(undefined);
    expect(shown.queryByRole('switch')).toBeNull();
    await act(() => network.answer('/api/me/presence/beat', { own: { shown: true }, items: [] }));
    expect(shown.getByRole('switch', { checked: true })).toBeTruthy();
  });

  it.each([
    ['1 uur', '2026-11-23T09:1'],
    ['Tot 13.00 uur', '2026-11-23T12:00:00.000Z'],
    ['Tot morgen 08.00 uur', '2026-11-24T07:00:00.000Z'],
  ])('says not to disturb at one press: %s', async (name, until) => {
    const set = vi.spyOn(api, 'setPresence');
    const shown = await openDialog({ shown: true });
    await user().click(shown.getByRole('button', { name }));
    expect(set.mock.calls[0]?.[0]).toMatchObject({ shown: true, sign: 'do_not_disturb' });
    expect(set.mock.calls[0]?.[0].until?.startsWith(until)).toBe(true);
    expect(shown.queryByText(/Niet storen tot \d/)).toBeNull();
    await act(() => network.answer(path, held()));
    expect(shown.getByText('Niet storen tot 15.00 uur')).toBeTruthy();
  });

  it('says until which day one is on leave, on the clock of the organisation', async () => {
    const set = vi.spyOn(api, 'setPresence');
    const shown = await openDialog({ shown: true });
    const part = within(shown.getByRole('region', { name: 'Met verlof' }));
    await user().click(part.getByRole('button', { name: 'Stel in' }));
    expect(part.getByText('Kies een dag.')).toBeTruthy();
    expect(set).not.toHaveBeenCalled();
    await user().type(part.getByLabelText('Eerste dag dat je er weer bent'), '2026-12-07');
    await user().click(part.getByRole('button', { name: 'Stel in' }));
    expect(set).toHaveBeenCalledWith({ shown: true, sign: 'on_leave', until: '2026-12-06T23:00:00.000Z' });
    await act(() => network.answer(path, { shown: true, sign: 'on_leave', until: '2026-12-06T23:00:00.000Z' }));
    expect(shown.getByText('Met verlof tot ma 7 dec')).toBeTruthy();
  });

  it('takes no moment that is over or too far, and says so', async () => {
    const set = vi.spyOn(api, 'setPresence');
    const shown = await openDialog({ shown: true });
    await user().click(shown.getByRole('button', { name: 'Zelf kiezen' }));
    const part = within(shown.getByRole('region', { name: 'Niet storen' }));
    expect(document.activeElement).toBe(part.getByLabelText('Niet storen tot'));
    await user().type(part.getByLabelText('Niet storen tot'), '2026-11-23T08:00');
    await user().click(part.getByRole('button', { name: 'Stel in' }));
    expect(part.getByText('Kies een moment dat nog komt.')).toBeTruthy();
    await user().clear(part.getByLabelText('Niet storen tot'));
    await user().type(part.getByLabelText('Niet storen tot'), '2028-11-23T08:00');
    await user().click(part.getByRole('button', { name: 'Stel in' }));
    expect(part.getByText('Kies een moment binnen een jaar.')).toBeTruthy();
    expect(set).not.toHaveBeenCalled();
  });

  it('says when a sign did not take', async () => {
    const shown = await openDialog({ shown: true });
    await user().click(shown.getByRole('button', { name: '1 uur' }));
    await act(() => network.answer(path, { status: 503, code: 'overloaded', request_id: 'R' }, 503));
    expect(toasts.visibleToasts.map(({ content }) => content.message)).toEqual(['Dat lukte niet. Anderen zien niets nieuws van je. Het is nu te druk. Probeer het zo opnieuw.']);
    expect(shown.queryByText(/Niet storen tot \d/)).toBeNull();
  });
});

describe('The menu of oneself', () => {
  it('says what others see, and ends a sign at one press', async () => {
    const set = vi.spyOn(api, 'setPresence');
    await open(held(), { person: 7, state: 'do_not_disturb', until: '2026-11-23T14:00:00.000Z' });
    expect(menu().getAttribute('aria-label')).toBe('Menu van Roos van der Meulen, Niet storen tot 15.00 uur');
    await user().click(menu());
    await user().click(await screen.findByRole('menuitem', { name: 'Je mag me weer storen' }));
    expect(set).toHaveBeenCalledWith({ shown: true });
  });

  it('offers no end of what has ended', async () => {
    await open(held({ until: '2026-11-23T08:00:00.000Z' }));
    await user().click(menu());
    await screen.findByRole('menuitem', { name: 'Je aanwezigheid' });
    expect(screen.queryByRole('menuitem', { name: 'Je mag me weer storen' })).toBeNull();
  });
});
