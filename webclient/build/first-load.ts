/// What a bundler tells of a module.
interface Modules {
  getModuleInfo: (id: string) => { isEntry: boolean; importers: readonly string[] } | null;
}

/// Keeps in one file whatever the first page imports at once. A page that comes later shares parts of it; cut into a
/// file for each set of pages that share it, the same code would be a twentieth larger.
export function firstLoad(): (id: string, modules: Modules) => string | null {
  const first = new Set<string>();
  return (id, modules) => {
    const above = new Set([id]);
    for (const each of above) {
      const info = modules.getModuleInfo(each);
      if (first.has(each) || info?.isEntry) {
        first.add(id);
        return 'first';
      }
      for (const importer of info?.importers ?? []) above.add(importer);
    }
    return null;
  };
}
