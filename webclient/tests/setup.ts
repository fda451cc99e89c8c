import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

const nothing = () => undefined;

// What a browser has and happy-dom does not lay out: nothing ever comes into view here.
class NothingInView {
  readonly observe = nothing;
  readonly unobserve = nothing;
  readonly disconnect = nothing;
}
Object.assign(globalThis, { IntersectionObserver: NothingInView, ResizeObserver: NothingInView });

afterEach(() => {
  cleanup();
  localStorage.clear();
});
