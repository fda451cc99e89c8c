import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Segmented } from '../../src/design/Segmented.tsx';
import { draw } from '../draw.tsx';

it('What has one choice is no choice: it only says what there is', async () => {
  await draw(<Segmented label="Toon" value="added" choices={[['added', '3 nieuw']]} onChange={() => undefined} />);
  expect(screen.getByText('3 nieuw')).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});

it('Where not all are in sight a button brings the others, and one stands where one was', async () => {
  const user = userEvent.setup();
  const choices = [['post', 'Bericht'], ['question', 'Vraag'], ['poll', 'Peiling']] as const;
  await draw(<Segmented label="Wat?" first={2} value="question" choices={choices} onChange={() => undefined} />);
  const isLater = (name: string) => screen.getByRole('radio', { name }).closest('label')?.hasAttribute('data-later');
  expect(['Bericht', 'Vraag', 'Peiling'].map(isLater)).toEqual([false, false, true]);
  expect(screen.getByRole('group').querySelector('[data-whole]')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Meer' }));
  expect(screen.getByRole('group').querySelector('[data-whole]')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Meer' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Vraag' }));
});
