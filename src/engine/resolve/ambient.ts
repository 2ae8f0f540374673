import type { Binding } from './scope';

/**
 * Whether a binding is only an ambient declaration (`declare const wx: any`). It describes something that
 * exists elsewhere, here the host's global, but scopes treat it like any other binding.
 */
export function isAmbient(binding: Binding): boolean {
  const { parent, node } = binding.path;
  if (parent.type === 'VariableDeclaration') return parent.declare === true;
  return /^Declare/.test(node.type) || (node.type === 'ClassDeclaration' && node.declare === true);
}
