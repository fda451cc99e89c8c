/// Small values that outlive the page, in localStorage. A browser that keeps nothing (private mode, full) still works:
/// then the values last as long as the page.
const prefix = 'plein.';
const here = new Map<string, string>();

export function keep(name: string, value: unknown): void {
  const key = prefix + name;
  here.delete(key);
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    if (value !== undefined) here.set(key, JSON.stringify(value));
  }
}

/// The kept value when it has the expected shape, else nothing: another version of Plein may have written it.
export function kept<Value>(name: string, isValid: (value: unknown) => value is Value): Value | undefined {
  const key = prefix + name;
  try {
    const value: unknown = JSON.parse(here.get(key) ?? localStorage.getItem(key) ?? 'null');
    return isValid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/// The names that begin so, of everything that is kept.
export function keptNames(beginning: string): string[] {
  return [...here.keys(), ...storedKeys()]
    .filter((key) => key.startsWith(prefix + beginning))
    .map((key) => key.slice(prefix.length));
}

/// Forgets everything whose name begins so: a shared computer keeps nobody's drafts.
export function forget(beginning: string): void {
  for (const name of keptNames(beginning)) keep(name, undefined);
}

/// Another window of this browser keeps another value, or none any more. Returns how to stop listening.
export function onChangedElsewhere(listen: (name: string, isForgotten: boolean) => void): () => void {
  const heard = ({ key, newValue }: StorageEvent) => {
    if (key?.startsWith(prefix)) listen(key.slice(prefix.length), newValue === null);
  };
  window.addEventListener('storage', heard);
  return () => {
    window.removeEventListener('storage', heard);
  };
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
