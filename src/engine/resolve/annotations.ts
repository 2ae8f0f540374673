import type { Identifier, Node } from '@babel/types';
import { message } from '../../messages/format';
import type { Message } from '../../messages/message';

/** The type annotation of a name for messages, such as `typeof Taro`. */
export function typed(node: Node): string | undefined {
  const annotation = 'typeAnnotation' in node ? node.typeAnnotation : undefined;
  if (annotation?.type !== 'TSTypeAnnotation') return undefined;
  const type = annotation.typeAnnotation;
  if (type.type === 'TSTypeQuery' && type.exprName.type === 'Identifier')
    return `typeof ${type.exprName.name}`;
  const isName = type.type === 'TSTypeReference' && type.typeName.type === 'Identifier';
  return isName ? (type.typeName as Identifier).name : undefined;
}

/** The annotation of a name, if it is the type of another API's object: `ctx: Taro.CameraContext`. */
export function annotatedContext(identifier: Node): Message | undefined {
  const annotation = 'typeAnnotation' in identifier ? identifier.typeAnnotation : undefined;
  if (annotation?.type !== 'TSTypeAnnotation') return undefined;
  const type = annotation.typeAnnotation;
  if (type.type !== 'TSTypeReference') return undefined;
  const last = type.typeName.type === 'TSQualifiedName' ? type.typeName.right : undefined;
  return last && /(Context|Pusher|Player)$/.test(last.name)
    ? message('what/instance', { type: last.name })
    : undefined;
}

/** Whether the annotation of a name is the type of the platform: `typeof Taro`, `typeof wx`. */
export function annotatedPlatform(identifier: Node): boolean {
  return /^typeof (Taro|wx|tt|my|swan|qq|jd|dd|ks)$/.test(typed(identifier) ?? '');
}
