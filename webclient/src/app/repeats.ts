/// The second click of a double click and a key that is held do nothing again, whatever button they are for. What takes
/// longer than a double click guards itself: see `Button`.
export function ignoreRepeats(): () => void {
  const listening = new AbortController();
  const capture = { capture: true, signal: listening.signal };
  document.addEventListener('click', (event) => { if (event.detail > 1 && isOn(event, 'button')) drop(event); }, capture);
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
