import { whenLeaving } from '../accounts/session.ts';

/// A whole desk hears at once, so not all ask at once.
const spread = 1_000;

/// Many reasons in a moment are one act.
export function soon(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  whenLeaving(() => {
    clearTimeout(timer);
    timer = undefined;
  });
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      act();
    }, spread * Math.random());
  };
}
