import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { AccountSessions } from '../../src/features/managed_accounts/AccountSessions.tsx';
import { api } from '../../src/protocol/client.ts';
import { draw } from '../draw.tsx';
import { at, me } from '../make.ts';

afterEach(() => vi.restoreAllMocks());

it('An administrator’s own device is marked on their own account, and is not the one to sign out here', async () => {
  const of = (id: number) => ({ id, agent: '', created_at: at(1), last_seen_at: at(2), current: false });
  vi.spyOn(api, 'listAccountSessions').mockResolvedValue({ items: [of(me.session), of(71)] } as never);
  await draw(<AccountSessions person={me.person} />);
  expect(await screen.findAllByText('Dit apparaat')).toHaveLength(1);
  expect(screen.getAllByRole('button')).toHaveLength(1);
});
