import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { filesBelow } from './files.ts';

const compressible = /\.(?:html|js|css|svg|json|webmanifest)$/;

/// Writes `.br` and `.gz` beside every text file of the build, so that the server never compresses.
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'plein:precompress',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir;
    },
    closeBundle: () => {
      for (const path of filesBelow(folder).filter((file) => compressible.test(file))) {
        const bytes = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
