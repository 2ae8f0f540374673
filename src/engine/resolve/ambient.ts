import type { Binding } from './scope';

/**
 * Whether a binding is only an ambient declaration (`declare const wx: any`): it names something that exists
 * elsewhere, here the host's global. Scopes hold `declare const|let|var` like any other binding.
 */
export function isAmbient(binding: Binding): boolean {
  const { parent, node } = binding.path;
  if (parent.type === 'VariableDeclaration') return parent.declare === true;
  return /^Declare/.test(node.type) || (node.type === 'ClassDeclaration' && node.declare === true);
}
