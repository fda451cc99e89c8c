import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useFocusKept } from '../../src/app/useFocusKept.ts';
import { Store, useStore } from '../../src/state/store.ts';
import { draw } from '../draw.tsx';

type Shown = readonly string[] | 'no list' | 'another page';
const inView = new Store<Shown>([]);

function Rows() {
  const shown = useStore(inView);
  useFocusKept();
  const rows = typeof shown === 'string' ? undefined : shown;
  return (
    <>
      <button type="button">elders</button>
      <main>
        <h1 key={shown === 'another page' ? 'other' : 'this'}>Leden</h1>
        {rows && (
          <ul>
            {rows.map((name) => (
              <li key={name}>
                <button type="button">{name}</button>
              </li>
            ))}
          </ul>
        )}
      </main>
    </>
  );
}

async function drawRows(...rows: string[]) {
  inView.update(() => rows);
  await draw(<Rows />);
}
const focus = (name: string) => act(() => screen.getByRole('button', { name }).focus());
const change = (shown: Shown) => act(() => inView.update(() => shown));
const become = (...rows: string[]) => change(rows);
const isAt = (words: string) => waitFor(() => expect(document.activeElement?.textContent).toBe(words));
/// An observer is told of a change before what was asked for after it.
const observed = () => act(() => new Promise<void>((resolve) => queueMicrotask(resolve)));

describe('The focus of a row that goes away', () => {
  it('goes to the next row', async () => {
    await drawRows('Anouk', 'Bram', 'Chidi');
    focus('Bram');
    become('Anouk', 'Chidi');
    await isAt('Chidi');
  });

  it('goes to the row before when it was the last', async () => {
    await drawRows('Anouk', 'Bram', 'Chidi');
    focus('Chidi');
    become('Anouk', 'Bram');
    await isAt('Bram');
  });

  it('goes to the heading of the page when it was the only one', async () => {
    await drawRows('Anouk');
    focus('Anouk');
    become();
    await isAt('Leden');
  });

  it('goes to a row that is still there when several go at once', async () => {
    await drawRows('Anouk', 'Bram', 'Chidi', 'Daan');
    focus('Bram');
    become('Anouk', 'Daan');
    await isAt('Daan');
    become('Anouk');
    await isAt('Anouk');
  });

  it('goes to the heading too when the list went with it', async () => {
    await drawRows('Anouk');
    focus('Anouk');
    change('no list');
    await isAt('Leden');
  });

  it('goes nowhere for who clicked somewhere else since', async () => {
    await drawRows('Roos', 'Priya');
    focus('Roos');
    fireEvent.pointerDown(screen.getByText('Leden'));
    act(() => (document.activeElement as HTMLElement).blur());
    become('Priya');
    await new Promise((resolve) => { new MutationObserver(resolve).observe(document.body, { attributes: true }); document.body.dataset.seen = ''; });
    expect(document.activeElement).toBe(document.body);
  });

  it('goes nowhere when the page goes with it', async () => {
    await drawRows('Anouk', 'Bram');
    focus('Anouk');
    change('another page');
    await observed();
    expect(document.activeElement).toBe(document.body);
  });
});

it('The focus stays where it is when another row goes away', async () => {
  await drawRows('Anouk', 'Bram', 'Chidi');
  focus('Anouk');
  focus('elders');
  become('Bram', 'Chidi');
  await observed();
  expect(document.activeElement?.textContent).toBe('elders');
});
