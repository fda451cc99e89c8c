import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Button } from '../../src/design/Button.tsx';
import { draw } from '../draw.tsx';

test('a button does nothing more until what it began is done', async () => {
  let done = (): void => undefined;
  const make = vi.fn(() => new Promise<void>((resolve) => { done = resolve; }));
  await draw(<Button onClick={make}>Maak link</Button>);
  const button = screen.getByRole('button');
  await userEvent.click(button);
  await userEvent.click(button);
  expect(make).toHaveBeenCalledTimes(1);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  done();
  await vi.waitFor(() => expect(button.getAttribute('aria-disabled')).toBe(null));
  await userEvent.click(button);
  expect(make).toHaveBeenCalledTimes(2);
});

test('a button that is off does nothing, and sends no form', async () => {
  const press = vi.fn();
  await draw(
    <form onSubmit={press}>
      <Button type="submit" aria-disabled onClick={press}>
        Opslaan
      </Button>
    </form>,
  );
  await userEvent.click(screen.getByRole('button'));
  expect(press).not.toHaveBeenCalled();
});
