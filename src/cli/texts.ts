/** Every text of the command line. English, with Korean beside it where that is short. */

export const help = `iamport-checkout sandbox: PortOne V1's REST API without a network (포트원 V1 REST API 샌드박스)

Usage:
  npx iamport-checkout sandbox [options]

Options:
  --port <number>        Port to listen on (포트). Default: 4000. 0 takes any that is free.
  --host <address>       Address to listen on. Default: 127.0.0.1, this machine alone. 0.0.0.0 lets phones in.
  --webhook <url>        Where webhooks go (웹훅 URL), unless a payment has a notice_url of its own.
  --webhook-type <type>  json or form. Default: json.
  --test-channel         Payments are of a test channel (테스트 채널): they need ?include_sandbox=true.
  --help                 Show this (도움말).

Your server asks the address that it prints in place of https://api.iamport.kr, with any key and secret.
Your page reports its payments: installSandbox({ ledgerUrl: 'http://localhost:4000/ledger' }).
`

export const problems = {
  unknownCommand: (name: string) =>
    `There is no command "${name}". The only one is "sandbox": npx iamport-checkout sandbox`,
  /** @param reason a sentence of Node's, which names the option. */
  badOption: (reason: string) => `${reason}\nSee npx iamport-checkout sandbox --help`,
  badValue: (option: string, expected: string, received: string) =>
    `${option} must be ${expected}, but is "${received}". See npx iamport-checkout sandbox --help`,
  portInUse: (port: number) =>
    `Port ${port} is in use (이미 사용 중인 포트). Choose another one: npx iamport-checkout sandbox --port ${port + 1}`,
  portForbidden: (port: number) => `Port ${port} is not allowed for you. Choose one above 1023: --port 4000`,
  noSuchHost: (host: string) => `This machine has no address "${host}". Try --host 127.0.0.1`,
  cannotListen: (reason: string) => `Can't listen: ${reason}`,
}

export const started = (origin: string, webhook: string | undefined): string =>
  [
    "iamport-checkout sandbox: PortOne V1's REST API. No money moves. (실제로 결제되지 않습니다.)",
    `  API      ${origin}          in place of https://api.iamport.kr, any key and secret`,
    `  ledger   ${origin}/ledger   installSandbox({ ledgerUrl })`,
    `  page     ${origin}/         payments, deposits, refunds`,
    `  webhook  ${webhook ?? 'none (--webhook http://localhost:3000/webhook)'}`,
    'Stop it with Ctrl+C.',
  ].join('\n')
