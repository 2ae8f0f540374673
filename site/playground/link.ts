import type { State } from './state';

/** The fragment holds code and options, because browsers do not send it to a server. */
const PREFIX = '#code=';

/** The fragment for a state: its JSON, compressed, in the characters that a URL may have. */
export async function toFragment(state: State): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  return fragmentOf(await through(bytes, new CompressionStream('deflate-raw')));
}

/** The fragment for a state that is compressed already. */
export function fragmentOf(compressed: Uint8Array): string {
  let binary = '';
  for (const byte of compressed) binary += String.fromCharCode(byte);
  return PREFIX + btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The state in a fragment. @returns `undefined` without one, and `null` for one that is damaged */
export async function fromFragment(fragment: string): Promise<State | null | undefined> {
  if (!fragment.startsWith(PREFIX)) return undefined;
  try {
    const base64 = fragment.slice(PREFIX.length).replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const state: unknown = JSON.parse(
      new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw'))),
    );
    return isState(state) ? state : null;
  } catch {
    return null;
  }
}

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const piped = new Blob([bytes as BlobPart]).stream().pipeThrough(stream as CompressionStream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

function isState(value: unknown): value is State {
  const { files, options } = (value ?? {}) as Partial<State>;
  const isFile = (file: unknown) =>
    typeof (file as State['files'][0])?.name === 'string' &&
    typeof (file as State['files'][0]).code === 'string';
  return (
    Array.isArray(files) &&
    files.length > 0 &&
    files.every(isFile) &&
    typeof options === 'object' &&
    !!options
  );
}
