/// Pages of Plein make no HTML of texts: the server's policy forbids it (`require-trusted-types-for`). What is pasted is
/// parsed into a document of its own, where nothing runs and nothing is fetched; that alone is allowed, here.

interface Rules {
  createHTML: (html: string) => string | null;
}
interface Factory {
  createPolicy(name: string, rules: Rules): { createHTML: (html: string) => string };
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

// Turndown tries with nothing whether there is a parser; of other texts nobody makes HTML still.
factory?.createPolicy('default', { createHTML: (html) => (html === '' ? '' : null) });

const pasted = factory?.createPolicy('pasted', { createHTML: (html) => html });

export const asPasted = (html: string): string => pasted?.createHTML(html) ?? html;
