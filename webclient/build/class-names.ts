import { createHash } from 'node:crypto';
import { relative } from 'node:path';

/// What a class of a CSS module is called in the build: its own name, and which file it is from. Vite's names say the line
/// too, which every one of them would cost anew.
export function className(local: string, file: string): string {
  const path = relative(import.meta.dirname, file);
  return `${local}-${createHash('sha256').update(path).digest('base64url').slice(0, 4)}`;
}
