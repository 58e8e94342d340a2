/**
 * Finds the browsers of the end-to-end tests: Chromium and its headless shell, or those that are named (`chromium firefox
 * webkit`). One that isn't here is installed. Without Chromium nothing goes on. The shell, Firefox and WebKit can't be had
 * on every system: Chromium takes the place of the shell, and why there is no Firefox or WebKit is left in
 * .tmp/browsers.json for the summary of the tests to say.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, firefox, webkit } from '@playwright/test'

const { env } = process
/** How long one installation may take, in ms. */
const PATIENCE = 600_000

const first = paths => paths.find(path => path && existsSync(path))
const onPath = (...names) =>
  (env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))

/** The path of a Chromium that is there, or undefined. */
export const findBrowser = () =>
  first([
    env.CHROMIUM_PATH,
    chromium.executablePath(),
    ...onPath(
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      'chrome.exe',
    ),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    `${env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
    `${env['PROGRAMFILES(X86)']}\\Google\\Chrome\\Application\\chrome.exe`,
  ])

/** Playwright keeps the shell in a folder beside its Chromium. */
const playwrightsShell = () => {
  const folder = chromium.executablePath().replace(/chromium-(\d+)[\\/].*$/, 'chromium_headless_shell-$1')
  if (!existsSync(folder)) return
  const names = readdirSync(folder, { recursive: true })
  return names.map(name => join(folder, name)).find(path => /headless[-_]shell(\.exe)?$/.test(path))
}

const findShell = () => first([env.CHROMIUM_PATH, playwrightsShell(), ...onPath('chromium-headless-shell')])

/**
 * The path of the browser for pages that need no more than a page: Chromium without the windows that nobody sees, which
 * takes two thirds of the processor's time. It has no back/forward cache.
 */
export const findLightBrowser = () => findShell() ?? findBrowser()

const findFirefox = () =>
  first([
    env.FIREFOX_PATH,
    ...onPath('firefox-esr', 'firefox', 'firefox.exe'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    `${env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`,
  ])

/** WebKitGTK's own small browser, what speaks WebDriver to it, and a display, for it has no headless mode. */
const findWebKitGtk = () => {
  const byMachine = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter(name => name.endsWith('-linux-gnu'))
    : []
  const folders = ['/usr/libexec', '/usr/lib', ...byMachine.map(name => `/usr/lib/${name}`)]
  const path = first(folders.map(folder => `${folder}/webkit2gtk-4.1/MiniBrowser`))
  const driver = first(onPath('WebKitWebDriver'))
  const display = first(onPath('Xvfb'))
  return path && driver && display && { adapter: 'webdriver', path, driver, display }
}

const withPath = (adapter, path) => path && { adapter, path }
const playwrights = type => withPath('playwright', first([type.executablePath()]))

/** Debian's shell shares files with its Chromium: of another version, it would replace the one that is installed. */
const shellPackage = () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the format is dpkg-query's.
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Version}', 'chromium-common'], {
    encoding: 'utf8',
  })
  return `chromium-headless-shell${stdout ? `=${stdout}` : ''}`
}

/** Firefox and WebKit as systems have them come first: Playwright's keep no page for the Back button. */
const engines = {
  chromium: {
    find: () => withPath('playwright', findBrowser()),
    packages: () => ['chromium'],
  },
  shell: {
    find: () => withPath('playwright', findShell()),
    packages: () => [shellPackage()],
    playwright: ['--only-shell', 'chromium'],
  },
  firefox: {
    find: () => withPath('puppeteer', findFirefox()) ?? playwrights(firefox),
    packages: () => ['firefox-esr'],
  },
  webkit: {
    find: () => findWebKitGtk() ?? playwrights(webkit),
    packages: () => ['webkit2gtk-driver', 'xvfb'],
  },
}

/** What drives an engine, and where its files are; undefined where it isn't here. */
export const findEngine = name => engines[name].find()

/** Runs a command, quietly, for it is long-winded. Returns what went wrong, if anything did. */
const run = (label, command, ...args) => {
  console.log(`> ${label}`)
  const { status, error, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: PATIENCE,
  })
  if (status === 0) return ''
  const said = (stderr ?? '').split('\n').filter(line => line.trim())
  return `${label}: ${error?.message ?? said.find(line => /^E: |Error/.test(line)) ?? said.at(-1) ?? status}`
}

/** What an update of the package lists said, once there was one. */
let updated
const apt = packages => {
  if (process.platform !== 'linux') return 'apt-get: not on this system'
  const aptGet = (...args) => {
    const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n']
    const quietly = [
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      '-o',
      'DPkg::Lock::Timeout=120',
    ]
    return run(`apt-get ${args.join(' ')}`, ...asRoot, ...quietly, '--no-install-recommends', '-y', ...args)
  }
  updated ??= aptGet('update')
  return updated || aptGet('install', ...packages)
}

/** Installs an engine. Returns what it is found by, or why it can't be had. */
const install = name => {
  const { find, packages, playwright = [name] } = engines[name]
  const ways = [
    () => apt(packages()),
    () => run(`playwright install ${playwright.join(' ')}`, 'npx', 'playwright', 'install', ...playwright),
  ]
  if (name === 'chromium') ways.reverse()
  const reasons = []
  for (const way of ways) {
    const reason = way()
    const found = find()
    if (found) return found
    reasons.push(reason || 'installed, and yet not found')
  }
  return { missing: reasons.join('; ') }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv.slice(2)
  const report = {}
  for (const name of names.length ? names : ['chromium', 'shell']) {
    report[name] = engines[name].find() ?? install(name)
    console.log(`${name}: ${report[name].path ?? report[name].missing}`)
  }
  mkdirSync('.tmp', { recursive: true })
  if (names.length) writeFileSync('.tmp/browsers.json', JSON.stringify(report, null, 2))
  if (report.chromium?.missing) {
    console.error(
      'No browser for the end-to-end tests: install Chrome or Chromium, or set CHROMIUM_PATH to one.',
    )
    process.exit(1)
  }
}
