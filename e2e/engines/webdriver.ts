import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { Builder, By, until } from 'selenium-webdriver'
import { vi } from 'vitest'
import { patience } from './patience.ts'
import type { OpenTab } from './tab.ts'

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a process that doesn't outlive this one. */
const start = (command: string, args: string[], options: object): ChildProcess => {
  const child = spawn(command, args, options)
  process.once('exit', () => child.kill())
  return child
}

/** A display that nobody sees. It chooses its number, and tells it through the fourth file. */
const startDisplay = async (path: string) => {
  const child = start(path, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = await once(child.stdio[3] as Readable, 'data')
  return { child, display: `:${String(number).trim()}` }
}

/** WebKitGTK. */
export const openTab: OpenTab = async ({ path, driver: driverPath, display: displayPath }, userAgent) => {
  const { child: screen, display } = await startDisplay(displayPath!)
  const port = await freePort()
  const server = start(driverPath!, [`--port=${port}`], {
    stdio: 'ignore',
    // Its sandbox needs rights that containers and root don't give. It opens nothing but our own pages.
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  })
  const address = `http://127.0.0.1:${port}`
  await vi.waitFor(() => fetch(`${address}/status`), patience)
  const driver = await new Builder()
    .usingServer(address)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        binary: path,
        args: ['--automation', ...(userAgent ? [`--user-agent=${userAgent}`] : [])],
      },
    })
    .build()
  const capabilities = await driver.getCapabilities()
  return {
    version: `${capabilities.getBrowserName()} ${capabilities.getBrowserVersion()}`,
    goto: url => driver.get(url),
    click: async selector => {
      const element = await driver.wait(until.elementLocated(By.css(selector)), patience.timeout)
      await driver.wait(until.elementIsVisible(element), patience.timeout)
      await element.click()
    },
    evaluate: (run, given) => driver.executeScript(run, given),
    back: () => driver.navigate().back(),
    reload: () => driver.navigate().refresh(),
    close: async () => {
      await driver.quit()
      server.kill()
      screen.kill()
    },
  }
}
