import { useEffect } from 'react';

/// Whoever stands with the keyboard in a row that goes away goes on in the next one, else in the one before, else at the
/// heading of the page, and not at the top of everything.
export function useFocusKept(): void {
  useEffect(() => {
    let row: Element | null = null;
    const remember = ({ target }: FocusEvent) => {
      row = target instanceof Element ? target.closest('main li, main article') : null;
    };
    const observer = new MutationObserver((changes) => {
      if (!row || row.isConnected || document.activeElement !== document.body) return;
      const gone = row;
      row = null;
      const change = changes.find(({ removedNodes }) => [...removedNodes].includes(gone));
      if (change) wayOn(change)?.focus();
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
}

function wayOn({ nextSibling, previousSibling }: MutationRecord): HTMLElement | null {
  for (const beside of [nextSibling, previousSibling]) {
    if (!(beside instanceof HTMLElement)) continue;
    if (beside.tabIndex >= 0) return beside;
    const within = beside.querySelector<HTMLElement>('a[href], button, select, input');
    if (within) return within;
  }
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading) heading.tabIndex = -1;
  return heading;
}
