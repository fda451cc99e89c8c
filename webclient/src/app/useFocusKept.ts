import { useEffect } from 'react';

/// Whoever stands with the keyboard in a row that goes away goes on in the next one, else in the one before, else at the
/// heading of the page (also when the list went with its last row), and not at the top of everything.
export function useFocusKept(): void {
  useEffect(() => {
    let row: Element | null = null;
    let heading: HTMLElement | null = null;
    const remember = ({ target }: FocusEvent) => {
      row = target instanceof Element ? target.closest('main li, main article') : null;
      heading = row && document.querySelector('main h1');
    };
    const observer = new MutationObserver((changes) => {
      if (!row || row.isConnected || document.activeElement !== document.body) return;
      const gone = row;
      row = null;
      const beside = besideOf(gone, changes);
      if (beside) beside.focus();
      // A page that goes takes its heading along: then it is another page, which has a beginning of its own.
      else if (heading?.isConnected === true) {
        heading.tabIndex = -1;
        heading.focus();
      }
    });
    // A click beside the row leaves it.
    const leave = ({ target }: PointerEvent) => {
      if (row && !(target instanceof Node && row.contains(target))) row = null;
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', leave);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', leave);
      observer.disconnect();
    };
  }, []);
}

function besideOf(gone: Element, changes: readonly MutationRecord[]): HTMLElement | null {
  for (const side of ['nextSibling', 'previousSibling'] as const) {
    const beside = nearest(gone, side, changes);
    if (!(beside instanceof HTMLElement)) continue;
    if (beside.tabIndex >= 0) return beside;
    const within = beside.querySelector<HTMLElement>('a[href], button, select, input');
    if (within) return within;
  }
  return null;
}

/// On that side of where it stood, past the rows that went with it.
function nearest(gone: Node, side: 'nextSibling' | 'previousSibling', changes: readonly MutationRecord[]): Node | null {
  const beside = changes.find(({ removedNodes }) => [...removedNodes].includes(gone))?.[side] ?? null;
  return beside && !beside.isConnected ? nearest(beside, side, changes) : beside;
}
