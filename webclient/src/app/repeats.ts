/// The second click of a double click and a key that is held do nothing again, whatever button they are for; not where each
/// click is a step of its own (`data-repeats`). What takes longer than a double click guards itself: see `Button`.
export function ignoreRepeats(): () => void {
  const listening = new AbortController();
  let last: Element | null = null;
  const capture = { capture: true, signal: listening.signal };
  const onClick = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (event.detail > 1 && button && button === last && !button.hasAttribute('data-repeats')) drop(event);
    last = button;
  };
  document.addEventListener('click', onClick, capture);
  document.addEventListener('keydown', (event) => { if (event.repeat && event.key === 'Enter' && !isNewLine(event)) drop(event); }, capture);
  return () => {
    listening.abort();
  };
}

const isNewLine = (event: KeyboardEvent): boolean => isOn(event, 'textarea') && !event.ctrlKey && !event.metaKey;

const isOn = ({ target }: Event, selector: string): boolean => target instanceof Element && target.closest(selector) !== null;

function drop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
