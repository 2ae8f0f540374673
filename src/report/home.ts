/** The repository, the same as `homepage` in package.json. */
export const HOME = 'https://github.com/OWNER/taro-modernize';
