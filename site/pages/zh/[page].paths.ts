import { BASE, englishOnly } from '../../.vitepress/pages';

/** Pages that exist in English only, so that a change of the language leads to a page. */
export default {
  paths: () => englishOnly().map((page) => ({ params: { page, link: `${BASE}en/${page}` } })),
};
