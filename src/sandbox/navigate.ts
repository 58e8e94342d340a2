/** Leaves the page. In a file of its own so that tests can see where to: jsdom neither goes anywhere nor tells. */
export const navigate = (url: string): void => location.assign(url)
