import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { GroupView, Post } from '../src/protocol/generated.ts';
import { page, post } from './make.ts';
import type { Network } from './network.ts';
import { visit } from './visit.tsx';

/// The page of a tab: what is pinned there, and its posts.
export async function openTab(network: Network, view: GroupView, { pins = [], posts = [post(5)] }: { pins?: Post[]; posts?: Post[] } = {}) {
  const drawn = await visit('/g/2/21', { groups: [view] });
  await act(() => network.pass(50));
  await act(() => network.answer('/api/tabs/21/pins', page(pins)));
  await act(() => network.answer('/api/tabs/21/posts', page(posts)));
  return drawn;
}

/// Of the only post there.
export async function openPostMenu(network: Network) {
  const user = userEvent.setup({ advanceTimers: (ms) => network.pass(ms) });
  await user.click(screen.getByRole('button', { name: /Wat kun je doen met dit bericht/ }));
  await screen.findByRole('menuitem', { name: 'Link kopiëren' });
}
