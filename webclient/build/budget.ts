import { brotliCompressSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

interface Limits {
  firstLoadJavaScriptKilobytes: number;
}

/// Stops a build whose first page would load more JavaScript (brotli) than we promised: everything that the entry
/// imports at once, and the larger language catalogue, which is always loaded besides.
export function budget({ firstLoadJavaScriptKilobytes: limit }: Limits): Plugin {
  return {
    name: 'plein:budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const size = (chunk: Rollup.OutputChunk) => brotliCompressSync(chunk.code).length / 1024;
      const needed = atOnce(chunks);
      const languages = chunks.filter((chunk) => /^(?:nl|en)$/.test(chunk.name)).map(size);
      const total = needed.map(size).reduce((sum, part) => sum + part, Math.max(0, ...languages));

      this.info(`first load: ${total.toFixed(1)} of ${limit} kB JavaScript (brotli)`);
      if (total > limit) this.error(`First load is ${total.toFixed(1)} kB of JavaScript; the budget is ${limit} kB.`);
    },
  };
}

/// The entry chunks and what they import statically, directly or not.
function atOnce(chunks: Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set(chunks.filter((chunk) => chunk.isEntry));
  for (const chunk of found) {
    for (const name of chunk.imports) {
      const imported = byName.get(name);
      if (imported) found.add(imported);
    }
  }
  return [...found];
}
