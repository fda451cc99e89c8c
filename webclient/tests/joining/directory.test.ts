import { describe, expect, it } from 'vitest';
import { directoryAfter } from '../../src/features/joining/directory.ts';
import { standingsAfter } from '../../src/features/joining/standings.ts';
import type { Directory, GroupSign, OwnStandings } from '../../src/protocol/generated.ts';
import { at, event } from '../make.ts';

const sign = (group: number): GroupSign => ({ group, name: `Groep ${String(group)}`, kind: 'work', colour: 'teal', cover: 'fan' });
const cursors = [{ stream: 'user:7', cursor: 'g:10' }];
const entries = (): { pages: Directory[] } => ({
  pages: [{ items: [{ sign: sign(2), standing: 'none', own_department: false }, { sign: sign(3), standing: 'member', own_department: false }], cursors }],
});
const standings = (): OwnStandings => ({
  items: [{ sign: sign(2), standing: 'requested', since: at(1) }],
  declined: [],
  people: [],
  cursors,
});

const standingOf = (group: number, list = entries()) =>
  list.pages.flatMap((page) => page.items).find((entry) => entry.sign.group === group)?.standing;

describe('The directory', () => {
  it('follows what the reader becomes to a group', () => {
    const asked = directoryAfter(entries(), event('standing.changed', 11, { group: 2, standing: 'requested' }, 'user:7'));
    expect(standingOf(2, asked)).toBe('requested');
    const joined = directoryAfter(asked, event('group.joined', 12, { group: 2 }, 'user:7'));
    expect(standingOf(2, joined)).toBe('member');
    expect(standingOf(2, directoryAfter(joined, event('group.left', 13, { group: 2 }, 'user:7')))).toBe('none');
  });

  it('stays the same for what it has seen already, and for groups that it does not list', () => {
    const list = entries();
    expect(directoryAfter(list, event('standing.changed', 10, { group: 2, standing: 'requested' }, 'user:7'))).toBe(list);
    expect(directoryAfter(list, event('standing.changed', 11, { group: 9, standing: 'invited' }, 'user:7'))).toBe(list);
  });
});

describe('What one waits for', () => {
  it('goes at once when it is decided', () => {
    for (const over of [
      event('standing.changed', 11, { group: 2, standing: 'none' }, 'user:7'),
      event('group.joined', 11, { group: 2 }, 'user:7'),
    ]) {
      expect(standingsAfter(standings(), over).items).toEqual([]);
    }
  });

  it('stays when something else happens', () => {
    const list = standings();
    expect(standingsAfter(list, event('group.joined', 11, { group: 9 }, 'user:7'))).toBe(list);
    expect(standingsAfter(list, event('group.joined', 9, { group: 2 }, 'user:7'))).toBe(list);
  });
});
