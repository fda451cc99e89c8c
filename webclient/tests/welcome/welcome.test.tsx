import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AccountEvent, applyAccountEvent } from '../../src/features/accounts/events.ts';
import { currentMe, meQuery } from '../../src/features/accounts/session.ts';
import { placeForFirstPost, suggested } from '../../src/features/welcome/welcome.ts';
import { Welcome } from '../../src/features/welcome/Welcome.tsx';
import { api } from '../../src/protocol/client.ts';
import type { Me } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, event, group, me, tab } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const newcomer: Me = { ...me, welcomed: false };
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const title = () => screen.getByRole('heading', { level: 1 }).textContent;

const nothing = { text: '', audience: 'everyone' } as const;
const own = { version: 3, phone: nothing, mobile: nothing, workplace: nothing, about: nothing, ask_me: nothing };

beforeEach(() => {
  vi.spyOn(api, 'getOwnProfile').mockResolvedValue(own);
  fetch.mockImplementation(() => Promise.resolve(new Response(null, { status: 204 })));
  vi.stubGlobal('fetch', fetch);
});
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

async function opened() {
  const { container } = await draw(<Welcome />);
  act(() => {
    queries.setQueryData(meQuery.queryKey, newcomer);
  });
  return container;
}

describe('The first minutes', () => {
  it('lead from language by how it works and the groups to a first post, and back', async () => {
    const container = await opened();
    expect(title()).toBe('Welkom, Roos');
    await expectAccessible(container);
    press('Verder');
    expect(title()).toBe('Zo werkt het');
    press('Verder');
    expect(title()).toBe('Je groepen');
    expect(screen.getByText('SSC & Verkoop')).toBeTruthy();
    await expectAccessible(container);
    press('Verder');
    expect(title()).toBe('Zeg even hallo');
    await expectAccessible(container);
    press('Terug');
    expect(title()).toBe('Je groepen');
  });

  it('begin with a colour of one’s own, kept as soon as it is chosen', async () => {
    const save = vi.spyOn(api, 'setProfile').mockImplementation(({ version, colour }) =>
      Promise.resolve({ ...own, version: version + 1, ...(colour && { colour }) }),
    );
    await opened();
    fireEvent.click(await screen.findByRole('radio', { name: 'Mos' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Heide' }));
    await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(2));
    expect(save.mock.calls.map(([{ version, colour }]) => [version, colour])).toEqual([[3, 'moss'], [4, 'heather']]);
    await vi.waitFor(() => expect(screen.getByRole('radio', { name: 'Heide' })).toHaveProperty('checked', true));
  });

  it('are over for good when one skips them, also when the server does not hear of it now', async () => {
    fetch.mockRejectedValue(new TypeError('network'));
    await opened();
    press('Overslaan');
    expect(currentMe()?.welcomed).toBe(true);
    expect(fetch.mock.calls.map(([path]) => path)).toContain('/api/me/welcome');
    await act(() => Promise.resolve());
  });

  it('are over here when they are over on another device', async () => {
    await opened();
    act(() => {
      applyAccountEvent(event('welcome.done', 2, { person: 7 }, 'user:7') as AccountEvent);
    });
    expect(currentMe()?.welcomed).toBe(true);
  });

  it('have no first post where one may post nowhere in general', () => {
    const owners = { ...tab(21), may_post: false };
    const ofHr = tab(22, { department: 4 });
    const judged = { ...tab(23), needs_approval: true };
    expect(placeForFirstPost([group({ tabs: [owners, ofHr, judged] })])).toBeUndefined();
  });

  it('suggest what one is invited to, then what is for the own department, admits at once, or can be asked for', () => {
    const sign = (id: number, kind: 'work' | 'interest') =>
      ({ group: id, name: `Groep ${String(id)}`, kind, colour: 'teal', cover: 'stretcher' }) as const;
    const invitation = { sign: sign(9, 'work'), standing: 'invited', since: at(1) } as const;
    const listed = [
      { sign: sign(1, 'work'), standing: 'none', own_department: false },
      { sign: sign(2, 'work'), standing: 'member', own_department: true },
      { sign: sign(3, 'interest'), standing: 'none', own_department: false },
      { sign: sign(4, 'work'), standing: 'none', own_department: true },
      { sign: sign(9, 'work'), standing: 'invited', own_department: false },
    ] as const;
    expect(suggested([invitation], listed).map((each) => each.sign.group)).toEqual([9, 4, 3, 1]);
  });

  it('prefer a group for the personal side', () => {
    const work = group({ tabs: [tab(21)] });
    const running = group({ group: { ...work.group, id: 3, kind: 'interest' }, tabs: [tab(31)] });
    expect(placeForFirstPost([work, running])?.group).toBe(running);
  });
});
