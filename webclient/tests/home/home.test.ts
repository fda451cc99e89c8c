import { describe, expect, it } from 'vitest';
import { arrange, crowdedTabs, followedTabs, keepShown, keptShown } from '../../src/features/home/home.ts';
import { group, post, tab, viewOf } from '../make.ts';

const posts = (tabId: number, ...ids: number[]) => ids.map((id) => viewOf(post(id, { tab: tabId })));
const groups = [group({ tabs: [tab(21), tab(22)] })];

describe('Home', () => {
  it('lets a tab with more than three unread posts stand as one row, the one with the newest first', () => {
    const items = [...posts(22, 9), ...posts(21, 8, 7, 6, 5), ...posts(22, 4)];
    const { rows, single } = arrange(items, crowdedTabs(items), followedTabs(groups));
    expect(rows.map((row) => [row.tab.tab.id, row.items.length])).toEqual([[21, 4]]);
    expect(single.map((view) => view.post.id)).toEqual([9, 4]);
  });

  it('does not fold under its reader: a tab that fills up while one reads stays as it is', () => {
    const atFirst = posts(21, 3, 2, 1);
    const crowded = crowdedTabs(atFirst);
    const later = posts(21, 5, 4, 3, 2, 1);
    expect(arrange(later, crowded, followedTabs(groups)).rows).toEqual([]);
  });

  it('has the tabs that one follows, and no others', () => {
    const muted = tab(22);
    muted.reading.following = 'muted';
    expect(followedTabs([group({ tabs: [tab(21), muted] })]).map((each) => each.tab.tab.id)).toEqual([21]);
  });

  it('keeps which posts one wants to see, on this device', () => {
    expect(keptShown()).toEqual({ side: 'all', mark: 'all' });
    keepShown({ side: 'ssc', mark: 'personal' });
    expect(keptShown()).toEqual({ side: 'ssc', mark: 'personal' });
  });
});
