import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { loadAllWords } from '../src/i18n/text.tsx';

const nothing = () => undefined;

// What a browser has and happy-dom does not lay out: nothing ever comes into view here.
class NothingInView {
  readonly observe = nothing;
  readonly unobserve = nothing;
  readonly disconnect = nothing;
}
Object.assign(globalThis, { IntersectionObserver: NothingInView, ResizeObserver: NothingInView });

// A machine that does much at once fetches a dialog late.
configure({ asyncUtilTimeout: 10_000 });

// No test waits for words.
await loadAllWords('nl');

afterEach(() => {
  cleanup();
  localStorage.clear();
});
