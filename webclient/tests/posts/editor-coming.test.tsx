import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { PostEditorHere } from '../../src/features/posts/PostEditorHere.tsx';
import { draw } from '../draw.tsx';
import { post } from '../make.ts';

const own = post(5, { author: 7, body: 'Eerste' });

it('What edits a post leaves its words in their place until it has come', async () => {
  await draw(<PostEditorHere post={own} meanwhile={<p>Eerste</p>} onDone={() => undefined} />);
  expect(screen.getByText('Eerste').matches('p')).toBe(true);
  expect(screen.queryByRole('textbox', { name: 'Bericht aanpassen' })).toBeNull();
  const field = await screen.findByRole('textbox', { name: 'Bericht aanpassen' });
  // The field is drawn before it is given the focus.
  await vi.waitFor(() => { expect(document.activeElement).toBe(field); });
  expect(screen.queryByText('Eerste', { selector: 'p' })).toBeNull();
});
