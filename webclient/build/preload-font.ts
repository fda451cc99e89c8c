import type { Plugin } from 'vite';

/// Tells the browser about the text font in index.html, so that it is asked for before the style sheet has been read.
export function preloadFont(name: RegExp): Plugin {
  return {
    name: 'plein:preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => name.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
            injectTo: 'head' as const,
          })),
    },
  };
}
