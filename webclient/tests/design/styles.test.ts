import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

/// Classes that a file takes from a style sheet under a name of its own: `styles.page`.
function missingIn(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/import (\w+) from '(\..*\.module\.css)'/g)].flatMap(([, name = '', path = '']) => {
    const sheet = readFileSync(resolve(dirname(file), path), 'utf8');
    const classes = new Set([...sheet.matchAll(/\.([a-zA-Z]\w*)/g)].map((found) => found[1]));
    return [...source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))]
      .filter(([, wanted]) => !classes.has(wanted))
      .map(([used]) => `${file}: ${used}`);
  });
}

it('every class that is taken from a style sheet stands in it', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx')).map((name) => join('src', name));
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(missingIn)).toEqual([]);
});
