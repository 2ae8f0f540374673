import { mapToWritten, type RewrittenComponent } from './vue-maps';

/** The part of webpack's loader context that is used here. */
interface LoaderContext {
  /** Undefined where loaders run outside webpack's process. */
  _module?: object;
  callback(error: Error | null, content?: string, map?: unknown): void;
}

/** The webpack loader's result for the component that contains this block. */
const components = new WeakMap<object, RewrittenComponent>();

/** Called by the webpack loader, which runs first. */
export function keepComponent(module: object | undefined, component: RewrittenComponent): void {
  if (module) components.set(module, component);
}

/**
 * webpack loader with `enforce: 'post'`: traces the map of a component's block back to the original
 * component.
 */
export default function taroModernizeVueMapLoader(this: LoaderContext, source: string, map?: unknown): void {
  const component = this._module && components.get(this._module);
  this.callback(null, source, component && map ? mapToWritten(map, component) : map);
}
