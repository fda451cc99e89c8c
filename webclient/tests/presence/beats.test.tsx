import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBeats } from '../../src/features/presence/beats.ts';
import { choosePresence } from '../../src/features/presence/choose.ts';
import { forgetPresences, ownPresence, usePresence } from '../../src/features/presence/presence.ts';
import { liveStatus } from '../../src/live/live.ts';
import { api } from '../../src/protocol/client.ts';
import type { Beat, Presence, PresenceList } from '../../src/protocol/generated.ts';
import { otherWindow, TestChannel } from './windows.ts';

const session = 70;
const said = (items: Presence[] = [], shown = false): PresenceList => ({ own: { shown }, items });
const beat = vi.fn<(request: Beat) => Promise<PresenceList>>();
let stop: () => void;
let other: ReturnType<typeof otherWindow>;

function Person({ id }: { id: number }) {
  return <p>{`${id} ${usePresence(id)?.state ?? 'geen'}`}</p>;
}
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const asked = () => beat.mock.calls.map(([{ people }]) => people);
const lastBeat = () => beat.mock.calls.at(-1)?.[0];
function see(state: 'visible' | 'hidden') {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}
async function start(...people: number[]) {
  const drawn = render(<>{people.map((id) => <Person key={id} id={id} />)}</>);
  stop = startBeats(session);
  await pass(300);
  return drawn;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', TestChannel);
  other = otherWindow(session);
  beat.mockReset().mockResolvedValue(said());
  vi.spyOn(api, 'beat').mockImplementation(beat);
  liveStatus.set('live');
});
afterEach(() => {
  cleanup();
  stop();
  other.close();
  ownPresence.set(undefined);
  forgetPresences();
  liveStatus.set('connecting');
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('A page that somebody looks at', () => {
  it('says every half a minute that it is there, and draws who else is', async () => {
    beat.mockResolvedValue(said([{ person: 3, state: 'online' }]));
    await start(3, 4);
    expect(asked()).toEqual([[3, 4]]);
    expect([screen.getByText('3 online'), screen.getByText('4 geen')]).toHaveLength(2);
    await pass(29_000);
    expect(asked()).toHaveLength(1);
    beat.mockResolvedValue(said());
    await pass(1_000);
    expect(asked()).toHaveLength(2);
    expect(screen.getByText('3 geen')).toBeTruthy();
  });

  it('asks soon of whoever comes on the screen, and not of whoever left it', async () => {
    const drawn = await start(3);
    drawn.rerender(<Person id={5} />);
    await pass(4_000);
    expect(asked()).toHaveLength(1);
    await pass(1_000);
    expect(asked()).toEqual([[3], [5]]);
  });

  it('asks of a hundred people at most, those in view first', async () => {
    const rows = Array.from({ length: 130 }, (_each, index) => index + 1);
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      const top = Number((this as HTMLElement).dataset.person) >= 121 ? 10 : 5_000;
      return { top, bottom: top + 40 } as DOMRect;
    });
    render(<>{rows.map((id) => <span key={id} data-person={id} />)}</>);
    await start(...rows);
    expect(lastBeat()?.people).toHaveLength(100);
    expect(lastBeat()?.people.slice(0, 10)).toEqual([121, 122, 123, 124, 125, 126, 127, 128, 129, 130]);
  });

  it('is active until five minutes after the last input, and at once again', async () => {
    await start(3);
    expect(lastBeat()?.active).toBe(true);
    await pass(5 * 60_000);
    expect(lastBeat()?.active).toBe(false);
    const before = asked().length;
    window.dispatchEvent(new Event('keydown'));
    await pass(5_000);
    expect(asked()).toHaveLength(before + 1);
    expect(lastBeat()?.active).toBe(true);
  });

  it('says nothing without a live connection, and does not believe for ever what it heard', async () => {
    beat.mockResolvedValue(said([{ person: 3, state: 'online' }]));
    await start(3);
    act(() => liveStatus.set('lost'));
    await pass(80_000);
    expect(screen.getByText('3 online')).toBeTruthy();
    await pass(20_000);
    expect(asked()).toHaveLength(1);
    expect(screen.getByText('3 geen')).toBeTruthy();
    act(() => liveStatus.set('live'));
    await pass(10);
    expect(screen.getByText('3 online')).toBeTruthy();
  });

  it('tries again in its turn when it was refused', async () => {
    beat.mockRejectedValueOnce(new Error('overloaded'));
    await start(3);
    await pass(29_000);
    expect(asked()).toHaveLength(1);
    await pass(1_000);
    expect(asked()).toHaveLength(2);
  });

  it('says nothing more once its person has left', async () => {
    await start(3);
    stop();
    await pass(120_000);
    expect(asked()).toHaveLength(1);
  });
});

describe('A page behind others', () => {
  it('says nothing for whoever does not show that they are there', async () => {
    await start(3);
    see('hidden');
    await pass(200_000);
    expect(asked()).toHaveLength(1);
  });

  it('says once a minute for whoever does, and asks of nobody', async () => {
    beat.mockResolvedValue(said([], true));
    await start(3);
    see('hidden');
    await pass(54_000);
    expect(asked()).toHaveLength(1);
    await pass(2_000);
    expect(asked()).toEqual([[3], []]);
    see('visible');
    await pass(10);
    expect(asked()).toEqual([[3], []]);
    await pass(30_000);
    expect(lastBeat()?.people).toEqual([3]);
  });
});

describe('Windows of one browser', () => {
  it('ask once for all of them: of whom the others show too, and not when another has asked', async () => {
    await start(3);
    expect(other.heard.at(-1)).toMatchObject({ kind: 'said', drawn: [3] });
    other.tell({ kind: 'drawn', drawn: [9] });
    await pass(30_000);
    expect(asked()).toEqual([[3], [3, 9]]);
    await pass(20_000);
    act(() => other.tell({ kind: 'said', said: { people: [3, 9], list: said([{ person: 3, state: 'away' }]) }, drawn: [9] }));
    expect(screen.getByText('3 away')).toBeTruthy();
    expect(other.heard.at(-1)).toMatchObject({ kind: 'drawn', drawn: [3] });
    await pass(20_000);
    expect(asked()).toHaveLength(2);
  });

  it('ask themselves when the other one asked of other people only', async () => {
    await start(3);
    await pass(20_000);
    act(() => other.tell({ kind: 'said', said: { people: [9], list: said() }, drawn: [9] }));
    await pass(10_000);
    expect(asked()).toEqual([[3], [3, 9]]);
  });

  it('hear of the input in another, but not of anything of somebody else', async () => {
    await start(3);
    await pass(4 * 60_000);
    act(() => other.tell({ kind: 'input' }));
    await pass(2 * 60_000);
    expect(lastBeat()?.active).toBe(true);
    act(() => other.tell({ session: 71, kind: 'said', said: { people: [3], list: said([{ person: 3, state: 'online' }]) }, drawn: [] }));
    expect(screen.getByText('3 geen')).toBeTruthy();
  });
});

describe('What one chooses', () => {
  const until = '2999-01-01T00:00:00.000Z';

  it('shows at once when it is on or off, and is taken back when the server refuses it', async () => {
    await start(3);
    const set = vi.spyOn(api, 'setPresence').mockRejectedValue(new Error('overloaded'));
    const refused = choosePresence({ shown: true });
    await Promise.resolve();
    expect(ownPresence.get()).toEqual({ shown: true });
    await expect(refused).rejects.toThrow();
    expect(ownPresence.get()).toEqual({ shown: false });
    expect(set).toHaveBeenCalledTimes(1);
    await pass(5_000);
    expect(asked()).toHaveLength(2);
  });

  it('is a sign only once the server holds it', async () => {
    await start(3);
    vi.spyOn(api, 'setPresence').mockRejectedValue(new Error('overloaded'));
    const refused = choosePresence({ shown: true, sign: 'do_not_disturb', until });
    await Promise.resolve();
    expect(ownPresence.get()).toEqual({ shown: false });
    await expect(refused).rejects.toThrow();
  });

  it('is not undone by a beat that began before', async () => {
    await start(3);
    let answer: (list: PresenceList) => void = () => undefined;
    beat.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await pass(30_000);
    vi.spyOn(api, 'setPresence').mockResolvedValue({ shown: true, sign: 'on_leave', until });
    await choosePresence({ shown: true, sign: 'on_leave', until });
    answer(said());
    await pass(10);
    expect(ownPresence.get()).toEqual({ shown: true, sign: 'on_leave', until });
  });

  it('goes to the server in the order of the presses', async () => {
    await start(3);
    const answers: (() => void)[] = [];
    const set = vi.spyOn(api, 'setPresence').mockImplementation((wanted) => new Promise((resolve) => answers.push(() => resolve(wanted))));
    const both = [choosePresence({ shown: true }), choosePresence({ shown: false })];
    await pass(1);
    expect(set).toHaveBeenCalledTimes(1);
    answers[0]?.();
    await pass(1);
    answers[1]?.();
    await Promise.all(both);
    expect(ownPresence.get()).toEqual({ shown: false });
  });
});
