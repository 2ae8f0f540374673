import { createRequire } from 'node:module';

export type TypeScript = typeof import('ts-morph').ts;

/** What ts-morph is built on: TypeScript, and the declarations of the language and of browsers that belong to it. */
export interface TypeScriptPackage {
  ts: TypeScript;
  getLibFiles(): readonly { fileName: string; text: string }[];
}

export type LoadTypeScript = () => Promise<TypeScriptPackage | null>;

/**
 * `null` where it is not installed, being an optional dependency, or does not run on this Node.
 * Deferred: it brings a whole TypeScript, and most runs have nothing to ask it.
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
