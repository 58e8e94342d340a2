import { open } from './page.js'

Promise.all([
  import('iamport-checkout'),
  import('iamport-checkout/messages'),
  import('iamport-checkout/sandbox'),
]).then(([main, messages, sandbox]) => open({ ...main, ...messages, ...sandbox }))
