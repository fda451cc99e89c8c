import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MemberRow } from '../../src/features/groups/MemberRow.tsx';
import { PresentAvatar } from '../../src/features/presence/PresentAvatar.tsx';
import { forgetPresences, presences } from '../../src/features/presence/presence.ts';
import type { Presence, PresenceState } from '../../src/protocol/generated.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { at, group } from '../make.ts';

const show = (presence: Presence) => act(() => presences.set(new Map([[presence.person, presence]])));
const sign = (container: Element) => container.querySelector('[data-presence]');

afterEach(() => {
  cleanup();
  forgetPresences();
  vi.useRealTimers();
});

describe('Presence beside a name', () => {
  it('is nothing of whoever shows none, and another shape for each', async () => {
    const { container } = await draw(<PresentAvatar id={3} name="Priya Ramdin" />);
    expect(sign(container)).toBeNull();
    const shapes = (['online', 'away', 'do_not_disturb', 'on_leave'] satisfies PresenceState[]).map((state) => {
      show({ person: 3, state });
      return sign(container)?.innerHTML;
    });
    expect(new Set(shapes).size).toBe(4);
    // It stands beside the name: what matters is said in words elsewhere.
    expect(container.querySelector('[aria-hidden="true"] [data-presence]')).toBeTruthy();
  });

  it.each<[Presence, string | RegExp]>([
    [{ person: 3, state: 'online' }, 'Beschikbaar'],
    [{ person: 3, state: 'away' }, 'Even weg'],
    [{ person: 3, state: 'do_not_disturb', until: '2026-11-23T14:00:00.000Z' }, 'Niet storen tot 15.00 uur'],
    [{ person: 3, state: 'do_not_disturb', until: '2026-11-24T07:00:00.000Z' }, 'Niet storen tot di 08.00 uur'],
    [{ person: 3, state: 'on_leave', until: '2026-12-06T23:00:00.000Z' }, 'Met verlof tot ma 7 dec'],
  ])('stands in the list of members in words: %o', async (presence, words) => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T08:00:00.000Z'), shouldAdvanceTime: true });
    const { container } = await draw(<ul role="list"><MemberRow member={{ group: 2, person: 3, role: 'member', version: 1, since: at(1) }} group={group().group} isManaged={false} /></ul>);
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    show(presence);
    expect(screen.getByText(words)).toBeTruthy();
    await expectAccessible(container);
  });
});
