/// Small values that outlive the page, in localStorage. A browser that keeps nothing (private mode, full) still works:
/// then the values last as long as the page.
const prefix = 'plein.';

export function keep(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // Nothing to do: see above.
  }
}

/// The kept value when it has the expected shape, else nothing: another version of Plein may have written it.
export function kept<Value>(name: string, isValid: (value: unknown) => value is Value): Value | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(prefix + name) ?? 'null');
    return isValid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/// Forgets everything whose name begins so: a shared computer keeps nobody's drafts.
export function forget(beginning: string): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(prefix + beginning)) localStorage.removeItem(name);
    }
  } catch {
    // As above.
  }
}
