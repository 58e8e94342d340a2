/** The devices that the shop can be seen on. What counts is what the SDK and the package ask of a browser. */
export interface Device {
  /** Not given: this browser's own. */
  userAgent?: string
  touchPoints: number
  /** Of the frame, in CSS pixels. Not given: as much as there is. */
  width?: number
  height?: number
}

export const devices = {
  pc: { touchPoints: 0 },
  iphone: {
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    touchPoints: 5,
    width: 375,
    height: 667,
  },
  android: {
    userAgent:
      'Mozilla/5.0 (Linux; Android 14; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
    touchPoints: 5,
    width: 360,
    height: 680,
  },
  // Poses as a Mac: only its fingers tell.
  ipad: {
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
    touchPoints: 5,
    width: 560,
    height: 720,
  },
} as const satisfies Record<string, Device>

export type DeviceId = keyof typeof devices
export const deviceIds = Object.keys(devices) as DeviceId[]

const isDeviceId = (value: unknown): value is DeviceId => deviceIds.includes(value as DeviceId)

/**
 * Makes this page's browser that device, for scripts that ask. Must run before they do. The address of the page says
 * which, so that it is still known when the buyer comes back from a gateway.
 */
export const becomeDevice = (): DeviceId => {
  const asked = new URLSearchParams(location.search).get('device')
  const id = isDeviceId(asked) ? asked : 'pc'
  const { userAgent, touchPoints }: Device = devices[id]
  if (userAgent) Object.defineProperty(navigator, 'userAgent', { get: () => userAgent })
  if (userAgent) Object.defineProperty(navigator, 'maxTouchPoints', { get: () => touchPoints })
  return id
}
