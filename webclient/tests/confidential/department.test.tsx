import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meQuery, sessionEnded } from '../../src/features/accounts/session.ts';
import { holidaysQuery } from '../../src/features/departments/holidays.ts';
import { queries } from '../../src/state/queries.ts';
import { expectAccessible } from '../draw.tsx';
import { event, me, page } from '../make.ts';
import { type Network, openNetwork } from '../network.ts';
import { visit } from '../visit.tsx';
import { asking, inHr, knowing } from './card-page.ts';
import '../../src/features/departments/DepartmentPage.tsx';

const path = '/api/departments/1/questions';
const cursors = [
  { stream: 'desk:1', cursor: 'g:1' },
  { stream: 'user:7', cursor: 'g:1' },
];
let network: Network;
const answer = (where: string, body: object) => act(() => network.answer(where, body));
const section = () => within(screen.getByRole('region', { name: 'Open vragen' }));

beforeEach(async () => {
  queries.setQueryData(meQuery.queryKey, { ...me, ...inHr });
  network = await openNetwork({ ...me, ...inHr });
});
afterEach(() => {
  cleanup();
  act(sessionEnded);
  act(network.close);
  queries.clear();
});

describe('The open questions of a department', () => {
  it('have the private ones among them, marked, for those who read them; and are read again when one changes', async () => {
    const known = () => {
      knowing();
      queries.setQueryData(holidaysQuery.queryKey, { holidays: { version: 1, items: [] }, cursors: [] });
    };
    await visit('/departments/1', { as: inHr, knowing: known });
    await act(() => network.pass(50));
    await answer('/api/departments/1/answer-times', { answered: 0 });
    await answer('/api/departments/1/ideas?ended=false', page([]));
    await answer(path, page([], { items: [asking(), asking({ confidential: false }, { id: 4, state: 'visible' })], cursors }));
    expect(section().getAllByText('Privévraag')).toHaveLength(1);
    await expectAccessible(screen.getByRole('main'));
    await act(() => network.say(event('desk.changed', 2, { department: 1 }, 'desk:1')));
    await act(() => network.pass(1_000));
    expect(network.waiting).toEqual([path]);
    await answer(path, page([], { cursors }));
    expect(section().queryByText('Privévraag')).toBeNull();
  });
});
