import { api } from '../../protocol/client.ts';
import type { ImportDone, ImportPlan, PersonalLink, PersonId } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';

/// `limits::import_file`, `limits::links_at_once`
export const mostBytes = 4 * 1024 * 1024;
const linksAtOnce = 100;

/// A file with what the server says it would do.
export interface Seen {
  name: string;
  file: string;
  plan: ImportPlan;
}

export async function look(chosen: File): Promise<Seen> {
  const file = await base64Of(chosen);
  return { name: chosen.name, file, plan: await api.planImport({ file }) };
}

/// What was shown, and nothing else: the server refuses when something else would happen by now.
export async function apply({ file, plan }: Seen): Promise<ImportDone> {
  const done = await api.applyImport({ file, fingerprint: plan.fingerprint ?? '' });
  await queries.invalidateQueries({ queryKey: ['managed-accounts'] });
  return done;
}

/// A link for each, a hundred at a time.
export async function makeLinks(people: readonly PersonId[], onMade: (made: number) => void): Promise<PersonalLink[]> {
  const links: PersonalLink[] = [];
  for (let from = 0; from < people.length; from += linksAtOnce) {
    const { items } = await api.makeActivations({ people: people.slice(from, from + linksAtOnce) });
    links.push(...items);
    onMade(links.length);
  }
  return links;
}

/// The bytes as they are: which letters they mean is for the server to find out.
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = reader.result as string;
      resolve(address.slice(address.indexOf(',') + 1));
    };
    reader.onerror = () => {
      reject(reader.error ?? new Error('the file cannot be read'));
    };
    reader.readAsDataURL(file);
  });
}

/// A file to begin with, as Excel opens it: semicolons, and a mark that says UTF-8.
export function saveTemplate(name: string, rows: readonly (readonly string[])[]): void {
  const text = `\uFEFF${rows.map((row) => row.join(';')).join('\r\n')}\r\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
