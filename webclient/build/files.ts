import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/// All files below `folder`, with their full paths.
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
