import { createRequire } from 'node:module';

export type TypeScript = typeof import('ts-morph').ts;

/** TypeScript as bundled by ts-morph, with its declarations for the language and for browsers. */
export interface TypeScriptPackage {
  ts: TypeScript;
  getLibFiles(): readonly { fileName: string; text: string }[];
}

export type LoadTypeScript = () => Promise<TypeScriptPackage | null>;

/**
 * `null` if it is not installed, since it is an optional dependency, or does not run on this Node. Loaded on
 * demand, because it includes all of TypeScript and most runs have no questions.
 */
export const loadTypeScript: LoadTypeScript = async () => {
  try {
    // Without ts-morph's own classes, which would wrap every node.
    const { resolve } = createRequire(__filename);
    return createRequire(resolve('ts-morph'))('@ts-morph/common') as TypeScriptPackage;
  } catch {
    return null;
  }
};
