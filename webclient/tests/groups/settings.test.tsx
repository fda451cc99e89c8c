import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { groupsQuery, useGroups } from '../../src/features/groups/groups.ts';
import { SettingsForm } from '../../src/features/groups/SettingsForm.tsx';
import type { Group } from '../../src/protocol/generated.ts';
import { queries } from '../../src/state/queries.ts';
import { draw, expectAccessible } from '../draw.tsx';
import { group } from '../make.ts';

const fetch = vi.fn<typeof globalThis.fetch>();
const of = (more: Partial<Group> = {}): Group => ({ ...group().group, ...more });
const shown = (more: Partial<Group> = {}) => ({ items: [group({ group: of(more) })], cursors: [] });
const purpose = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Waarvoor is deze groep?' });

/// The form of the group as the list knows it.
function Settings() {
  const [view] = useGroups();
  return view ? <SettingsForm group={view.group} /> : null;
}

beforeEach(() => vi.stubGlobal('fetch', fetch));
afterEach(() => {
  fetch.mockReset();
  vi.unstubAllGlobals();
});

describe('The settings of a group', () => {
  it('are saved with the version they were read in', async () => {
    fetch.mockResolvedValue(new Response(JSON.stringify(of({ version: 2, purpose: 'Contracten.' }))));
    const { container } = await draw(<Settings />);
    const user = userEvent.setup();
    expect(screen.getByRole('button', { name: 'Opslaan' }).getAttribute('aria-disabled')).toBe('true');
    await user.clear(purpose());
    await user.type(purpose(), 'Contracten.');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    const [path, init] = fetch.mock.calls[0] ?? [];
    expect([path, init?.method]).toEqual(['/api/groups/2', 'PUT']);
    expect(JSON.parse(init?.body as string)).toMatchObject({ version: 1, form: { purpose: 'Contracten.', kind: 'work' } });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Opslaan' }).getAttribute('aria-disabled')).toBe('true'));
  });

  it('take no day for the review that has come', async () => {
    await draw(<Settings />);
    const user = userEvent.setup();
    fireEvent.change(screen.getByLabelText('Opnieuw bekijken op'), { target: { value: '2020-01-31' } });
    await user.click(screen.getByRole('button', { name: 'Opslaan' }));
    expect(screen.getByText('Kies een dag die nog komt.')).toBeTruthy();
    expect(fetch).not.toHaveBeenCalled();
  });

  it('follow what another owner changes, as long as nothing was filled in', async () => {
    await draw(<Settings />);
    queries.setQueryData(groupsQuery.queryKey, shown({ version: 2, purpose: 'Van een ander.' }));
    await waitFor(() => expect(purpose().value).toBe('Van een ander.'));
  });

  it('keep what was filled in when another owner was first, and say so', async () => {
    await draw(<Settings />);
    const user = userEvent.setup();
    await user.clear(purpose());
    await user.type(purpose(), 'Van mij.');
    queries.setQueryData(groupsQuery.queryKey, shown({ version: 2, purpose: 'Van een ander.' }));
    await user.click(await screen.findByRole('button', { name: 'Bekijk de nieuwe versie' }));
    expect(purpose().value).toBe('Van een ander.');
  });
});
