/** Files that only Vite can read, as TypeScript sees them. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue'

  const component: DefineComponent
  export default component
}

declare module '*?worker&inline' {
  const Inlined: new () => Worker
  export default Inlined
}
