/** The fewest characters of a password. Apart from the schema, because forms in the browser name it too. */
export const PASSWORD_LENGTH = 10;
