import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Segmented } from '../../src/design/Segmented.tsx';
import { draw } from '../draw.tsx';

it('What has one choice is no choice: it only says what there is', async () => {
  await draw(<Segmented label="Toon" value="added" choices={[['added', '3 nieuw']]} onChange={() => undefined} />);
  expect(screen.getByText('3 nieuw')).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});
