import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ignoreRepeats } from '../../src/app/repeats.ts';
import { draw } from '../draw.tsx';

let stop: () => void;
beforeEach(() => {
  stop = ignoreRepeats();
});
afterEach(() => stop());

test('a double click presses once', async () => {
  const press = vi.fn();
  await draw(<button type="button" onClick={press}>Maak link</button>);
  await userEvent.dblClick(screen.getByRole('button'));
  expect(press).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByRole('button'));
  expect(press).toHaveBeenCalledTimes(2);
});

test('a second click counts on another button, and where each is a step of its own', async () => {
  const press = vi.fn();
  await draw(
    <>
      <button type="button" onClick={press}>Laat Jan toe</button>
      <button type="button" onClick={press}>Laat Mia toe</button>
      <button type="button" data-repeats onClick={press}>Haal weg</button>
    </>,
  );
  fireEvent.click(screen.getByText('Laat Jan toe'), { detail: 1 });
  fireEvent.click(screen.getByText('Laat Mia toe'), { detail: 2 });
  expect(press).toHaveBeenCalledTimes(2);
  await userEvent.dblClick(screen.getByText('Haal weg'));
  expect(press).toHaveBeenCalledTimes(4);
});

test('a double click sends a form once', async () => {
  const send = vi.fn((event: React.SyntheticEvent) => event.preventDefault());
  await draw(
    <form onSubmit={send}>
      <button type="submit">Opslaan</button>
    </form>,
  );
  await userEvent.dblClick(screen.getByRole('button'));
  expect(send).toHaveBeenCalledTimes(1);
});

test('Enter that is held presses once, and writes on in a text', async () => {
  const down = vi.fn();
  await draw(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- listens
    <div onKeyDown={down}>
      <input aria-label="naam" />
      <textarea aria-label="bericht" />
    </div>,
  );
  const held = { key: 'Enter', repeat: true };
  expect(fireEvent.keyDown(screen.getByRole('textbox', { name: 'naam' }), held)).toBe(false);
  expect(down).not.toHaveBeenCalled();
  expect(fireEvent.keyDown(screen.getByRole('textbox', { name: 'bericht' }), held)).toBe(true);
  expect(fireEvent.keyDown(screen.getByRole('textbox', { name: 'bericht' }), { ...held, ctrlKey: true })).toBe(false);
  expect(down).toHaveBeenCalledTimes(1);
});
