/** The repository, the same as `homepage` in package.json. */
export const HOME = 'https://github.com/OWNER/taro-modernize';

/** The index of the finding codes. */
export const FINDING_PAGES = `${HOME}/blob/main/docs/findings`;
