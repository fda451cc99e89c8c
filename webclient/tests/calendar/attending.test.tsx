import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '../../src/design/toast.ts';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { api } from '../../src/protocol/client.ts';
import type { AttendanceList } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { calendarEvent, me, person } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { about, answers, button, counts, eventPage, eventView, refused, said } from './card-page.ts';

let network: Network;
const page = eventPage(() => network);
const path = '/api/posts/5/event/attendance';
const list = '/api/posts/5/event/attendances';
const sent = () => network.waiting.filter((each) => each === path).length;

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, me);
  network = await openNetwork(me);
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  vi.unstubAllGlobals();
  toasts.clear();
  queries.clear();
});

describe('Saying whether one comes', () => {
  it('shows at once, is sent once, and the focus stays', async () => {
    const set = vi.spyOn(api, 'setAttendance');
    await page.open(eventView(calendarEvent(1, { coming: 4 })));
    act(() => screen.getByRole('button', { name: 'Ik kom' }).focus());
    await page.user.keyboard('{Enter}');
    expect([answers(), counts()]).toEqual([['Ik kom*', 'Misschien', 'Ik kom niet'], ['5 komen']]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ik kom' }));
    expect([set.mock.calls, sent()]).toEqual([[[{ post: 5, attendance: 'yes' }]], 1]);
    await page.answer(path, calendarEvent(3, { coming: 6 }));
    expect([answers(), counts()]).toEqual([['Ik kom*', 'Misschien', 'Ik kom niet'], ['6 komen']]);
    expect(said()).toEqual([]);
    await expectAccessible(screen.getByRole('main'));
  });

  it('goes from one answer to another with one press', async () => {
    await page.open(eventView(calendarEvent(1, { coming: 4, maybe: 1 }), 'yes'));
    await page.press('Misschien');
    expect([answers(), counts()]).toEqual([['Ik kom', 'Misschien*', 'Ik kom niet'], ['3 komen', '2 misschien']]);
    await page.answer(path, calendarEvent(2, { coming: 3, maybe: 2 }));
    await page.press('Ik kom niet');
    expect([answers(), counts()]).toEqual([['Ik kom', 'Misschien', 'Ik kom niet*'], ['3 komen', '1 misschien']]);
  });

  it('is taken back with another press on the same', async () => {
    const withdrawn = vi.spyOn(api, 'withdrawAttendance');
    await page.open(eventView(calendarEvent(2, { coming: 5 }), 'yes'));
    await page.press('Ik kom');
    expect([answers(), counts()]).toEqual([['Ik kom', 'Misschien', 'Ik kom niet'], ['4 komen']]);
    await page.answer(path, calendarEvent(3, { coming: 4 }));
    expect(withdrawn).toHaveBeenCalledExactlyOnceWith({ post: 5 });
    expect([answers(), counts()]).toEqual([['Ik kom', 'Misschien', 'Ik kom niet'], ['4 komen']]);
  });

  it('sends one request at a time, and last what was pressed last', async () => {
    await page.open(eventView(calendarEvent(1, { coming: 4 })));
    await page.press('Ik kom');
    await page.press('Misschien');
    await page.press('Ik kom niet');
    expect([answers(), sent()]).toEqual([['Ik kom', 'Misschien', 'Ik kom niet*'], 1]);
    await page.answer(path, calendarEvent(2, { coming: 5 }));
    expect([answers(), sent()]).toEqual([['Ik kom', 'Misschien', 'Ik kom niet*'], 1]);
    await page.answer(path, calendarEvent(3, { coming: 4 }));
    expect([answers(), counts(), sent()]).toEqual([['Ik kom', 'Misschien', 'Ik kom niet*'], ['4 komen'], 0]);
  });

  it.each([
    [undefined, 'Je antwoord kwam niet aan. Dit is er niet, of je kunt het niet zien.'],
    ['yes', 'Je antwoord terugnemen lukte niet. Dit is er niet, of je kunt het niet zien.'],
  ] as const)('stands as it was when the server refuses, and says why: said before %s', async (before, words) => {
    await page.open(eventView(calendarEvent(1, { coming: 4 }), before));
    const atFirst = [answers(), counts()];
    await page.press('Ik kom');
    await page.answer(path, refused('not_found'), 404);
    expect(said()).toEqual([words]);
    expect([answers(), counts()]).toEqual(atFirst);
    await act(() => network.pass(2_500));
    expect(network.waiting).not.toContain('/api/posts/5');
  });

  it.each([
    ['full', 'Alle plekken zijn intussen bezet.'],
    ['conflict', 'De bijeenkomst is intussen voorbij, of gaat niet door.'],
  ])('that came too late says why, and the card is read again: %s', async (code, why) => {
    await page.open(eventView(calendarEvent(1, { coming: 4, places: 5 })));
    await page.press('Ik kom');
    await page.answer(path, refused(code, 'event'), 409);
    expect(said()).toEqual([`Je antwoord kwam niet aan. ${why}`]);
    await act(() => network.pass(2_500));
    await page.read(eventView(calendarEvent(2, { coming: 5, places: 5 })));
    expect(answers()).toEqual(['(Ik kom)', 'Misschien', 'Ik kom niet']);
  });

  it('counts on as others answer, and is pressed once it is on another device', async () => {
    await page.open(eventView(calendarEvent(1)));
    await page.changed(calendarEvent(4, { coming: 3 }), 11);
    await page.saidElsewhere('maybe', 2);
    expect([answers(), counts()]).toEqual([['Ik kom', 'Misschien*', 'Ik kom niet'], ['3 komen']]);
    await page.saidElsewhere(undefined, 3);
    expect(answers()).toEqual(['Ik kom', 'Misschien', 'Ik kom niet']);
  });
});

describe('An event that is full', () => {
  it('says so to who does not come yet, who can still say maybe', async () => {
    await page.open(eventView(calendarEvent(1, { coming: 12, places: 12 })));
    expect(answers()).toEqual(['(Ik kom)', 'Misschien', 'Ik kom niet']);
    const yes = screen.getByRole('button', { name: 'Ik kom' });
    expect(document.getElementById(yes.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Alle plekken zijn bezet. Je kunt nog wel Misschien kiezen.');
    await page.press('Ik kom');
    expect(sent()).toBe(0);
    await page.press('Misschien');
    expect([answers(), sent()]).toEqual([['(Ik kom)', 'Misschien*', 'Ik kom niet'], 1]);
    await expectAccessible(screen.getByRole('main'));
  });

  it('keeps the place of who comes, and of who took the last one', async () => {
    await page.open(eventView(calendarEvent(1, { coming: 11, places: 12 })));
    await page.press('Ik kom');
    expect([answers(), counts()]).toEqual([['Ik kom*', 'Misschien', 'Ik kom niet'], ['12 komen', 'vol']]);
    expect(about().queryByText(/Alle plekken/)).toBeNull();
  });
});

describe('Who comes to an event', () => {
  const some: AttendanceList = { coming: [31, 8], maybe: [30], people: [person(8, 'Daan Smit'), person(30, 'Fatma Yıldız'), person(31, 'Youssef Amrani')] };
  const dialog = () => within(screen.getByRole('dialog', { name: 'Wie komt er?' }));
  const names = (heading: string) => dialog().queryByRole('list', { name: heading })?.textContent;

  async function open(attendances: AttendanceList, coming = 2, maybe = 1) {
    await page.open(eventView(calendarEvent(1, { coming, maybe })));
    expect(network.waiting).not.toContain(list);
    await page.press('Wie komt er?');
    await screen.findByRole('dialog', { name: 'Wie komt er?' });
    await page.answer(list, attendances);
  }

  it('is asked for when one wants to know, and told by name: who comes, and who may come', async () => {
    await open(some);
    expect([names('Komen · 2'), names('Misschien · 1')]).toEqual(['Youssef AmraniDaan Smit', 'Fatma Yıldız']);
    await expectAccessible(screen.getByRole('dialog'));
  });

  it('leaves out what nobody said', async () => {
    await open({ ...some, maybe: [] }, 2, 0);
    expect(dialog().getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['Komen · 2']);
  });

  it('says how many more there are than can be named', async () => {
    const coming = Array.from({ length: 500 }, (_each, at) => 100 + at);
    await open({ coming, maybe: [], people: [] }, 512, 0);
    expect(dialog().getByRole('heading', { level: 3, name: 'Komen · 512' })).toBeTruthy();
    expect(dialog().getByText('en 12 anderen')).toBeTruthy();
  });

  it('is as many as there are names, when somebody took it back meanwhile', async () => {
    await open(some, 3, 1);
    expect(dialog().getByRole('heading', { level: 3, name: 'Komen · 2' })).toBeTruthy();
    expect(dialog().queryByText(/ander/)).toBeNull();
  });

  it('may be nobody any more', async () => {
    await open({ coming: [], maybe: [], people: [] });
    expect(dialog().getByText('Niemand, of niet meer.')).toBeTruthy();
  });

  it('could not be asked: says so, and one can try again', async () => {
    await page.open(eventView(calendarEvent(1, { coming: 2 })));
    await page.press('Wie komt er?');
    await page.answer(list, refused('not_found'), 404);
    expect(dialog().getByRole('button', { name: 'Opnieuw proberen' })).toBeTruthy();
  });

  it('is no question where nobody does', async () => {
    await page.open(eventView(calendarEvent(1)));
    expect(button('Wie komt er?')).toBeNull();
  });

  describe('is seen at a glance once the card is in view:', () => {
    const faces = () => [...screen.getByRole('button', { name: 'Wie komt er?' }).querySelectorAll('[data-initials]')].map((each) => each.getAttribute('data-initials'));

    /// Everything is in view.
    beforeEach(() => {
      vi.stubGlobal(
        'IntersectionObserver',
        class {
          readonly tell: (moments: object[]) => void;
          constructor(tell: (moments: object[]) => void) {
            this.tell = tell;
          }
          observe() {
            this.tell([{ isIntersecting: true }]);
          }
          readonly disconnect = () => undefined;
          readonly unobserve = () => undefined;
        },
      );
    });

    it('the last who said so first', async () => {
      await page.open(eventView(calendarEvent(1, { coming: 2, maybe: 1 })));
      await page.answer(list, some);
      expect(faces()).toEqual(['YA', 'DS']);
      await expectAccessible(screen.getByRole('main'));
    });

    it('five at most', async () => {
      await page.open(eventView(calendarEvent(1, { coming: 9 })));
      await page.answer(list, { coming: [31, 32, 33, 34, 35, 36], maybe: [], people: [] });
      expect(faces()).toHaveLength(5);
    });

    it('oneself at once, and not any more at once', async () => {
      await page.open(eventView(calendarEvent(1, { coming: 2 })));
      await page.answer(list, some);
      await page.press('Ik kom');
      expect(faces()).toEqual(['RM', 'YA', 'DS']);
      await page.answer(path, calendarEvent(2, { coming: 3 }));
      await page.press('Ik kom niet');
      expect(faces()).toEqual(['YA', 'DS']);
      await act(() => network.pass(2_500));
      expect(network.waiting).not.toContain(list);
    });

    it('with one request for the first who comes', async () => {
      await page.open(eventView(calendarEvent(1)));
      await page.changed(calendarEvent(2, { coming: 1 }), 11);
      await page.answer(list, { coming: [8], maybe: [], people: [person(8, 'Daan Smit')] });
      await act(() => network.pass(2_500));
      expect([faces(), network.waiting.includes(list)]).toEqual([['DS'], false]);
    });

    it('anew when others come and go, once in a while, with the old faces until then', async () => {
      await page.open(eventView(calendarEvent(1, { coming: 2 })));
      await page.answer(list, some);
      await page.changed(calendarEvent(2, { coming: 3 }), 11);
      await page.changed(calendarEvent(3, { coming: 4 }), 12);
      expect(network.waiting).not.toContain(list);
      await act(() => network.pass(2_000));
      expect([network.waiting.filter((each) => each === list).length, faces()]).toEqual([1, ['YA', 'DS']]);
      await page.answer(list, { ...some, coming: [32, 30, 31, 8] });
      await act(() => network.pass(2_500));
      expect([faces().slice(1), network.waiting.includes(list)]).toEqual([['FY', 'YA', 'DS'], false]);
    });

    it('while people keep on coming too', async () => {
      await page.open(eventView(calendarEvent(1, { coming: 2 })));
      await page.answer(list, some);
      for (const more of [1, 2, 3, 4, 5]) {
        await page.changed(calendarEvent(1 + more, { coming: 2 + more }), 10 + more);
        await act(() => network.pass(500));
      }
      expect(network.waiting).toContain(list);
    });

    it('without a request where nobody comes', async () => {
      await page.open(eventView(calendarEvent(1, { maybe: 2 })));
      expect(network.waiting).not.toContain(list);
    });
  });
});
