import { kebab } from '../../../src/migrations/markup';

/** The keys of a configuration that name components by tag. */
const KEYS = ['usingComponents', 'componentGenerics', 'componentPlaceholder'];

/** Whether a tag of a native template is a component of the app, by the configurations among the files. */
export function componentOf(
  template: string,
  tag: string,
  files: readonly { name: string; code: string }[],
): 'app' | undefined {
  const own = template.replace(/\.\w+$/, '.json');
  const configurations = files.filter(({ name }) => name === own || /(^|\/)app\.json$/.test(name));
  return configurations.some(({ code }) => tagsIn(code).has(tag)) ? 'app' : undefined;
}

function tagsIn(json: string): Set<string> {
  try {
    const value = JSON.parse(json) as Record<string, unknown>;
    return new Set(KEYS.flatMap((key) => Object.keys(value[key] ?? {}).map(kebab)));
  } catch {
    return new Set();
  }
}
