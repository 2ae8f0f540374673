import { mapToWritten, type RewrittenComponent } from './vue-maps';

/** The part of webpack's loader context that is used here. */
interface LoaderContext {
  /** Missing where loaders run outside webpack's process. */
  _module?: object;
  callback(error: Error | null, content?: string, map?: unknown): void;
}

/** What the webpack loader made of the component that a module is a block of. */
const components = new WeakMap<object, RewrittenComponent>();

/** Called by the webpack loader, which runs first. */
export function keepComponent(module: object | undefined, component: RewrittenComponent): void {
  if (module) components.set(module, component);
}

/** webpack loader, with `enforce: 'post'`: leads the map of a component's block back to the component as written. */
export default function taroModernizeVueMapLoader(this: LoaderContext, source: string, map?: unknown): void {
  const component = this._module && components.get(this._module);
  this.callback(null, source, component && map ? mapToWritten(map, component) : map);
}
