/** GitHub answers longer addresses with an error. */
const LONGEST = 7500;

export interface Issue {
  /** The address of the form. */
  url: string;
  /** The answers as text, if the address would be too long with them. */
  text?: string;
}

/** The form for a bug, filled in with the code and its result. Its fields are in .github/ISSUE_TEMPLATE/bug.yml. */
export function issueOf(
  repository: string,
  fields: { input: string; actual: string; versions: string },
): Issue {
  const form = `${repository}/issues/new?template=bug.yml`;
  const url = `${form}&${new URLSearchParams(fields)}`;
  if (url.length <= LONGEST) return { url };
  const block = (title: string, text: string) => `### ${title}\n\n\`\`\`\`\n${text}\n\`\`\`\`\n`;
  return {
    url: form,
    text: [
      block('Minimal example', fields.input),
      block('Actual result', fields.actual),
      fields.versions,
    ].join('\n'),
  };
}
