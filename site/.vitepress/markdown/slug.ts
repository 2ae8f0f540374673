/** The anchor of a heading, as GitHub generates it. Links in the pages use these anchors. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replace(/ /g, '-');
}
