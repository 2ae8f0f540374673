/** The names in some code. Its strings and properties count too. */
export function namesIn(code: string): string[] {
  return code.match(/[\p{ID_Continue}$]+/gu) ?? [];
}

/**
 * The names in a template without a tree, of whose words each may be a tag, a directive or an attribute.
 */
export function namesInMarkup(markup: string): string[] {
  const words = markup.match(/[\p{ID_Continue}$-]+/gu) ?? [];
  return [...namesIn(markup), ...words.flatMap(spellingsOf)];
}

/** The variables that a tag, a directive or an attribute of this name can refer to. */
export function spellingsOf(name: string): string[] {
  const camel = camelize(name);
  const first = camel.charAt(0);
  const rest = camel.slice(1);
  return [name, first.toLowerCase() + rest, first.toUpperCase() + rest];
}

/** `system-info` → `systemInfo` */
export function camelize(name: string): string {
  return name.replace(/-+(\p{ID_Continue})/gu, (_, letter: string) => letter.toUpperCase());
}
